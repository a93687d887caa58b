import { AppError } from '@/lib/core/errors';
import { canConfirmLicence } from '@/lib/policies/parameters';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findParameterSet } from './find-parameter-set';
import { LICENCE_STATEMENT } from './parameter-kind';

/**
 * Keeps that a member said, for the firm, that it holds ISDA's licence for SIMM: who, when and in which words. Before that no run uses the pack.
 * Throws INVALID_INPUT where the words are not those that the page shows, CONFLICT for a set that needs no licence, has it confirmed or is withdrawn.
 */
export async function confirmLicence(ctx: ServiceContext, input: { parameterSetId: string; statement: string }): Promise<{ id: string }> {
  authorise(canConfirmLicence(ctx.actor));
  if (input.statement !== LICENCE_STATEMENT) throw new AppError('INVALID_INPUT', 'Confirm the statement as it stands on the page.');
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const set = await findParameterSet(tx, firmId, input.parameterSetId);
    if (set.kind !== 'simm') throw new AppError('CONFLICT', 'Only SIMM needs a licence from ISDA.');
    const confirmed = await tx.parameterSet.updateMany({
      where: { id: set.id, firmId, licenceConfirmedAt: null, withdrawnAt: null },
      data: { licenceConfirmedById: memberId, licenceConfirmedAt: ctx.clock() },
    });
    if (confirmed.count === 0) throw new AppError('CONFLICT', 'The licence was confirmed already, or the pack was withdrawn.');
    const { name, version, contentHash } = set;
    audit({
      type: 'parameters.licence-confirmed',
      subject: { type: 'parameters', id: set.id },
      data: { kind: 'simm', name, version, contentHash, statement: LICENCE_STATEMENT },
    });
    return { id: set.id };
  });
}
