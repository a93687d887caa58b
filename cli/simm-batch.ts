import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { CrifNetting } from '@/lib/margin/methods/simm/crif-netting';
import type { SimmRequest } from '@/lib/margin/methods/simm/simm-margin';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { readCrifFile } from './margin-input';
import { computeSimm, horizonOf, measuresJson, type SimmOptions } from './simm-request';

type Side = SimmOptions['side'];

const SELECTION = z.object({
  id: z.union([z.string(), z.number()]),
  select: z.array(z.string()),
  horizon: z.union([z.literal(10), z.literal(1), z.literal('10'), z.literal('1')]).optional(),
  side: z.enum(['collect', 'post']).optional(),
  regulation: z.string().min(1).optional(),
});

/** A JSON line for each selection of a CRIF's rows. */
export async function runSimmBatch(options: SimmOptions, path: string, pack: SimmPack, request: SimmRequest): Promise<void> {
  const { rows, warnings } = await readCrifFile(options.input);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  const byId = new Map<string, CrifRow[]>();
  for (const row of rows) {
    if (row.rowId === null) continue;
    const ofId = byId.get(row.rowId);
    if (ofId) ofId.push(row);
    else byId.set(row.rowId, [row]);
  }
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(line, byId, options.side, pack, request))}\n`);
  }
}

function answer(
  line: string,
  byId: ReadonlyMap<string, readonly CrifRow[]>,
  side: Side,
  pack: SimmPack,
  request: SimmRequest,
): Record<string, unknown> {
  const parsed = SELECTION.safeParse(jsonOf(line));
  if (!parsed.success)
    return { id: null, error: 'A line is a JSON object with id and select, a list of row ids; horizon is 10 or 1, side collect or post.' };
  const { id, select, horizon, regulation } = parsed.data;
  const unknown = select.filter((rowId) => !byId.has(rowId));
  if (unknown.length > 0) return { id, error: `The input has no row ${unknown.slice(0, 5).join(', ')}.` };
  const netting = new CrifNetting(parsed.data.side ?? side);
  // an id that stands twice selects its rows twice
  for (const rowId of select) for (const row of byId.get(rowId) ?? []) netting.add(row);
  const own = {
    ...request,
    horizon: horizon === undefined ? request.horizon : horizonOf(horizon),
    regulation: regulation ?? request.regulation,
  };
  const { total, measures, tree } = computeSimm(netting, pack, own);
  const failures = failuresOf(tree);
  return { id, total: total.toString(), measures: measuresJson(measures), ...(failures.length === 0 ? {} : { failures }) };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
