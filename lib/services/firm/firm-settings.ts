import { z } from 'zod';

const line = z
  .string()
  .trim()
  .max(120, 'Use at most 120 characters in a line.')
  .regex(/^\P{Cc}*$/u, 'Use one line without control characters.');

/** Who signs letters unless a letter says otherwise. */
const signatory = z.object({ name: line.min(1, 'Give the name of the signatory.'), title: line });

/** What a firm sets once for all its letters. Every member has a default, so that older rows are read too. */
export const firmSettingsSchema = z.object({
  /** address and further lines under the firm's name */
  letterheadLines: z.array(line.min(1)).max(8, 'Use at most 8 lines.').default([]),
  defaultSignatories: z.array(signatory).max(6, 'Use at most 6 signatories.').default([]),
});

export type FirmSettings = z.output<typeof firmSettingsSchema>;

/** The settings of a firm's row; defaults where it has none or where they cannot be read. */
export function firmSettingsOf(stored: unknown): FirmSettings {
  const parsed = firmSettingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : firmSettingsSchema.parse({});
}
