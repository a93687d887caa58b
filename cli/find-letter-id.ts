import { AppError } from '@/lib/core/errors';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { listLetters } from '@/lib/services/letter/list-letters';

/** The letter that a command names by its id or its whole title. Throws NOT_FOUND, INVALID_INPUT where several bear the title. */
export async function findLetterId(ctx: ServiceContext, named: string): Promise<string> {
  const letters = await listLetters(ctx);
  const found = letters.filter((letter) => letter.id === named || letter.title === named);
  const [only] = found;
  if (!only) throw new AppError('NOT_FOUND', `There is no letter "${named}": \`letter list\` names them.`);
  if (found.length > 1) throw new AppError('INVALID_INPUT', `Several letters are called "${named}": give the id, from \`letter list\`.`);
  return only.id;
}
