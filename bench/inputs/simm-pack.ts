import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFile } from '@/lib/config/program-root';
import { simmRequirements } from '@/lib/margin/parameters/simm-requirements';

/** A pack for the bench as the text of a JSON file, and what it is. */
export interface BenchPack {
  readonly text: string;
  readonly about: string;
}

type Json = { [key: string]: Json | string | string[] };

const INVENTED = { 'risk weight': '20', correlation: '0.4', threshold: '100', ratio: '0.5' } as const;

/**
 * Version 2.5 where the checkout stands beside the folder that has it (MARGINALIA_SHARED, or ../shared), else a complete pack of invented figures: no
 * published figure is part of the program, and the time does not hang on them.
 */
export function benchPack(): BenchPack {
  const file = join(process.env.MARGINALIA_SHARED ?? programFile('../shared'), 'data/simm/simm-2.5.json');
  if (existsSync(file)) return { text: readFileSync(file, 'utf8'), about: 'SIMM 2.5' };
  return { text: JSON.stringify(inventedPack()), about: 'a pack of invented figures' };
}

function inventedPack(): Json {
  const pack: Json = { version: 'invented' };
  for (const { path, figure } of simmRequirements()) {
    const folders = path.split('/');
    const last = folders.pop() ?? '';
    let at = pack;
    for (const folder of folders) {
      const next = at[folder] ?? {};
      if (typeof next === 'string' || Array.isArray(next)) throw new RangeError(`${path} lies below a figure.`);
      at[folder] = next;
      at = next;
    }
    // the first list of a family takes every currency
    at[last] = figure === null ? (last === '1' ? ['Other'] : []) : INVENTED[figure];
  }
  return pack;
}
