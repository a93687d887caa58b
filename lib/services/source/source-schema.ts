import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { SOURCE_KINDS, type SourceKind } from '@/lib/letter/citations/source';
import { LONGEST_FIELD, sourceFields } from '@/lib/letter/citations/source-form';

const MOST_FIELDS = 20;

/** A source as it is sent; what its kind asks of the fields is looked at behind it. */
export const sourceInput = z.object({
  kind: z.enum(SOURCE_KINDS),
  fields: z.record(z.string().max(40), z.string().max(LONGEST_FIELD)).refine((fields) => Object.keys(fields).length <= MOST_FIELDS),
});
export type SourceInput = z.infer<typeof sourceInput>;

/** The fields as they are kept. Throws INVALID_INPUT with what is missing or wrong. */
export function checkedFields(kind: SourceKind, fields: Readonly<Record<string, string>>): Record<string, string> {
  const read = sourceFields(kind).safeParse(fields);
  if (!read.success) throw new AppError('INVALID_INPUT', [...new Set(read.error.issues.map(({ message }) => message))].join(' '));
  return read.data;
}
