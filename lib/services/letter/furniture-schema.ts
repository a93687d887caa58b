import { z } from 'zod';

const line = z.string().max(300);
const lines = z.array(line).max(40);

/** The furniture as it is stored and as the letterhead form sends it. */
export const furnitureSchema = z.object({
  letterhead: z.object({ firm: line, lines }),
  date: z.iso.date().nullable(),
  deliveryLine: line,
  addressees: z.array(z.object({ agency: line, lines })).max(8),
  reLines: z.array(z.string().max(1000)).max(8),
  salutation: line,
  closing: line,
  signatories: z.array(z.object({ name: line, title: line, entity: line })).max(20),
  cc: lines,
});
