import { AppError } from '@/lib/core/errors';
import { canReadFirm } from '@/lib/policies/firm';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type FirmSettings, firmSettingsOf } from './firm-settings';

export interface FirmDto {
  readonly id: string;
  readonly name: string;
  readonly settings: FirmSettings;
}

/** The actor's own firm. */
export async function readFirm(ctx: ServiceContext): Promise<FirmDto> {
  authorise(canReadFirm(ctx.actor));
  const firm = await ctx.db.firm.findUnique({ where: { id: ctx.actor.firmId } });
  if (!firm) throw new AppError('NOT_FOUND', 'This firm no longer exists.');
  return { id: firm.id, name: firm.name, settings: firmSettingsOf(firm.settings) };
}
