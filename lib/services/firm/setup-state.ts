import { AppError } from '@/lib/core/errors';
import type { PublicContext } from '../context/public-context';
import { hashSecretToken } from '../context/secret-token';

export type SetupState = 'open' | 'wrong-token' | 'done';

/** Whether this token opens the first run: it is for one firm's making, and only the one of the latest start counts. */
export async function setupState({ db }: Pick<PublicContext, 'db'>, token: string): Promise<SetupState> {
  const [instance, firm] = await Promise.all([db.instance.findUnique({ where: { id: 1 } }), db.firm.findFirst({ select: { id: true } })]);
  if (firm || instance?.setupDoneAt) return 'done';
  return instance?.setupTokenHash === hashSecretToken(token) ? 'open' : 'wrong-token';
}

/** The refusal of a first run that is not open. */
export function setupRefusal(state: Exclude<SetupState, 'open'>): AppError {
  return state === 'done'
    ? new AppError('CONFLICT', 'The first run is done: this server has a firm. Sign in, or ask an administrator for an invitation.')
    : new AppError('FORBIDDEN', 'This link does not open the first run. Use the one that the latest start of the server printed.');
}
