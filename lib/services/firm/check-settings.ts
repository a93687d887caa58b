import { z } from 'zod';
import type { Prisma } from '@/lib/generated/prisma/client';
import { CHECK_KINDS, type CheckSeverities } from '@/lib/letter/checks/check-kinds';

const CODES = CHECK_KINDS.map(({ code }) => code);

/** What a firm decides about the checks before an export: those not named keep what they are by default. */
export const checkSettingsSchema = z.record(
  z.string().refine((code) => CODES.includes(code), 'There is no such check.'),
  z.enum(['error', 'warning']),
);

/** The firm's decisions as they are kept; codes that are no checks any more are left out. */
export async function checkSeverities(db: Prisma.TransactionClient, firmId: string): Promise<CheckSeverities> {
  const firm = await db.firm.findUnique({ where: { id: firmId }, select: { settings: true } });
  return checkSeveritiesOf(firm?.settings);
}

export function checkSeveritiesOf(settings: unknown): CheckSeverities {
  const stored = typeof settings === 'object' && settings !== null && 'checks' in settings ? settings.checks : {};
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  const known = entries.filter(([code, severity]) => CODES.includes(code) && (severity === 'error' || severity === 'warning'));
  return Object.fromEntries(known) as CheckSeverities;
}
