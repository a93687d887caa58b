#!/usr/bin/env node
// The bin. Calculations run from a bundle of their sources; everything else, and all where no bundle can be kept, from the sources as they stand.
import { fileURLToPath } from 'node:url';
import { compiledMain } from './compiled.js';

process.env.MARGINALIA_PROGRAM ??= fileURLToPath(new URL('..', import.meta.url));
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const words = process.argv.slice(2);
const compiled = await compiledMain(words);
if (compiled === null) await import('tsx');
const { main } = await import(compiled ?? './main.ts');
await main(words);
