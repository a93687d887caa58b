#!/usr/bin/env node
// The bin: TypeScript is compiled as it is read, so that the program runs from a checkout without a build.
import { fileURLToPath } from 'node:url';

process.env.MARGINALIA_PROGRAM ??= fileURLToPath(new URL('..', import.meta.url));
process.env.MARGINALIA_PROGRAM ??= fileURLToPath(new URL('..', import.meta.url));
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../tsconfig.json', import.meta.url));
await import('tsx');
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
