import { z } from 'zod';
import { canonicalJson } from '@/lib/core/canonical-json';
import { AppError } from '@/lib/core/errors';
import { canChangeFirm } from '@/lib/policies/firm';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { nameField } from '../member/person-fields';
import { firmSettingsOf, firmSettingsSchema } from './firm-settings';
import type { FirmDto } from './read-firm';

export const firmInput = z.object({ name: nameField, settings: firmSettingsSchema });

/** Changes the firm's name and what its letters begin with; letters that exist keep what they have. */
export async function changeFirm(ctx: ServiceContext, input: z.output<typeof firmInput>): Promise<FirmDto> {
  authorise(canChangeFirm(ctx.actor));
  const { firmId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const firm = await tx.firm.findUnique({ where: { id: firmId } });
    if (!firm) throw new AppError('NOT_FOUND', 'This firm no longer exists.');
    const before: Readonly<Record<string, unknown>> = { name: firm.name, ...firmSettingsOf(firm.settings) };
    const changed = Object.fromEntries(
      Object.entries({ name: input.name, ...input.settings }).filter(([key, value]) => canonicalJson(before[key]) !== canonicalJson(value)),
    );
    if (Object.keys(changed).length > 0) {
      // what else is decided for the firm stays, e.g. about checks
      const kept = typeof firm.settings === 'object' && !Array.isArray(firm.settings) ? firm.settings : {};
      await tx.firm.update({ where: { id: firmId }, data: { name: input.name, settings: { ...kept, ...input.settings } } });
      audit({ type: 'firm.settings-changed', subject: { type: 'firm', id: firmId }, data: { changed } });
    }
    return { id: firmId, ...input };
  });
}
