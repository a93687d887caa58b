import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { MarginSource } from './margin-source';

const SELECTION = z.object({
  id: z.union([z.string(), z.number()]),
  select: z.array(z.string()),
  side: z.enum(['collect', 'post']).optional(),
});

/** A JSON line for each selection of an input's rows. */
export async function runMarginBatch(source: MarginSource, path: string, side: 'collect' | 'post'): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(source, line, side))}\n`);
  }
}

function answer(source: MarginSource, line: string, side: 'collect' | 'post'): Record<string, unknown> {
  const parsed = SELECTION.safeParse(jsonOf(line));
  if (!parsed.success) return { id: null, error: 'A line is a JSON object with id and select, a list of row ids.' };
  const { id, select } = parsed.data;
  const unknown = select.filter((rowId) => !source.ids.has(rowId));
  if (unknown.length > 0) return { id, error: `The input has no row ${unknown.slice(0, 5).join(', ')}.` };
  try {
    const { tree, total } = source.margin(parsed.data.side ?? side, new Set(select));
    const failures = failuresOf(tree);
    return { id, total: total.toString(), ...(failures.length === 0 ? {} : { failures }) };
  } catch (error) {
    if (error instanceof AppError) return { id, error: error.message };
    throw error;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
