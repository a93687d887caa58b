import { z } from 'zod';
import { EVIDENCE_FILE_KINDS } from '@/lib/margin/evidence/evidence-file-kinds';
import { isCalendarDate } from '@/lib/margin/portfolio/calendar-date';

const MAX_LEFT_OUT = 10_000;

/** What a member says of a file that was uploaded. */
export const importInputSchema = z.object({
  fileId: z.uuid('Upload the file first.'),
  name: z.string().trim().min(1, 'Give the portfolio a name.').max(120, 'At most 120 characters.'),
  asOf: z.string().refine(isCalendarDate, 'Give the day on which the positions stand, yyyy-mm-dd.'),
  calculationCurrency: z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, e.g. USD.'),
  format: z.enum(['positions', 'crif']),
  /** lines on which the rows to leave out start */
  leaveOut: z.array(z.int().min(2)).max(MAX_LEFT_OUT, 'At most 10,000 rows can be left out; mend the file instead.').default([]),
  /** the portfolio's further files, one of a kind */
  evidence: z
    .array(z.object({ kind: z.enum(EVIDENCE_FILE_KINDS), fileId: z.uuid('Upload the file first.') }))
    .refine((files) => new Set(files.map(({ kind }) => kind)).size === files.length, 'A portfolio has one file of each kind.')
    .default([]),
});

export type ImportInput = z.output<typeof importInputSchema>;
/** As a member sends it: no rows left out and no further files where it does not say. */
export type ImportRequest = z.input<typeof importInputSchema>;
