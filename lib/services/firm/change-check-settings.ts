import type { z } from 'zod';
import { canonicalJson } from '@/lib/core/canonical-json';
import { AppError } from '@/lib/core/errors';
import { CHECK_KINDS, type CheckSeverities } from '@/lib/letter/checks/check-kinds';
import { canChangeFirm } from '@/lib/policies/firm';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { type checkSettingsSchema, checkSeveritiesOf } from './check-settings';

/** Says which checks stop an export and which only warn; those not named have their default. */
export async function changeCheckSettings(ctx: ServiceContext, given: z.output<typeof checkSettingsSchema>): Promise<CheckSeverities> {
  authorise(canChangeFirm(ctx.actor));
  const { firmId } = ctx.actor;
  const checks = Object.fromEntries(
    CHECK_KINDS.flatMap(({ code, severity }) => (given[code] && given[code] !== severity ? [[code, given[code]] as const] : [])),
  );
  return transact(ctx, async (tx, audit) => {
    await tx.$queryRaw`SELECT 1 FROM "Firm" WHERE id = ${firmId}::uuid FOR UPDATE`;
    const firm = await tx.firm.findUnique({ where: { id: firmId } });
    if (!firm) throw new AppError('NOT_FOUND', 'This firm no longer exists.');
    if (canonicalJson(checkSeveritiesOf(firm.settings)) === canonicalJson(checks)) return checks;
    const settings = typeof firm.settings === 'object' && firm.settings !== null && !Array.isArray(firm.settings) ? firm.settings : {};
    await tx.firm.update({ where: { id: firmId }, data: { settings: { ...settings, checks } } });
    audit({ type: 'firm.settings-changed', subject: { type: 'firm', id: firmId }, data: { changed: { checks } } });
    return checks;
  });
}
