import { z } from 'zod';

const schema = z.object({ against: z.number().nullable().catch(null), privileged: z.boolean().catch(false) });

/** What is kept in Export.options of how a file was made; a package has neither. */
export type ExportOptions = z.output<typeof schema>;

export function exportOptions(stored: unknown): ExportOptions {
  const read = schema.safeParse(stored);
  return read.success ? read.data : { against: null, privileged: false };
}
