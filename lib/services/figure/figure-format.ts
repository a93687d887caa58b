import { z } from 'zod';

/** A FigureFormat as it may come from outside. */
export const figureFormatSchema = z.object({
  style: z.enum(['money', 'percent', 'count']),
  currency: z.string().max(3).nullable(),
  scale: z.enum(['units', 'thousands', 'millions', 'billions']),
  decimals: z.number().int().min(0).max(8),
});
