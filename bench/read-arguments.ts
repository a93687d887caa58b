import { failure, type Result, success } from '@/lib/core/result';
import type { Bench } from './benches';

/** What a command line asks for. */
export interface BenchRequest {
  readonly bench: Bench;
  readonly json: boolean;
}

/** Reads the words after `npm run -s bench --`. The failure is what to print: what is wrong, and what there is. */
export function readArguments(words: readonly string[], benches: Readonly<Record<string, Bench>>): Result<BenchRequest, string> {
  const options = words.filter((word) => word.startsWith('-'));
  const [name, ...more] = words.filter((word) => !word.startsWith('-'));
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined) return failure(`There is no option ${unknown}. ${usage(benches)}`);
  if (name === undefined) return failure(`Which bench? ${usage(benches)}`);
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench === undefined) return failure(`There is no bench "${name}". ${usage(benches)}`);
  if (more.length > 0) return failure(`One bench at a time, so that they do not disturb one another. ${usage(benches)}`);
  return success({ bench, json: options.length > 0 });
}

function usage(benches: Readonly<Record<string, Bench>>): string {
  const lines = Object.entries(benches).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return ['Use: npm run -s bench -- <name> [--json], where name is one of', ...lines].join('\n');
}
