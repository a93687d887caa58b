import { AppError } from '@/lib/core/errors';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import type { Audit } from '../context/transact';
import type { Overrides } from './build-request';

/**
 * Lets a letter out where no error stands, or each that does is passed over with a reason; every one of these is put on record by itself. Throws
 * CHECK_FAILED with those that nobody gave a reason for.
 */
export function passChecks(audit: Audit, letterId: string, findings: readonly LetterFinding[], given: Overrides): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reasonFor = ({ code }: LetterFinding) => given.overrides[code] ?? given.overrideReason;
  const standing = errors.filter((finding) => reasonFor(finding) === null);
  if (standing.length > 0) {
    throw new AppError(
      'CHECK_FAILED',
      `${standing.length === 1 ? 'One check forbids' : `${standing.length} checks forbid`} the export: ${standing[0]?.message ?? ''}`,
      { findings: standing },
    );
  }
  for (const finding of errors) {
    const { sectionId, nodeId } = finding.place;
    audit({
      type: 'letter.check-overridden',
      subject: { type: 'letter', id: letterId },
      data: { code: finding.code, sectionId, nodeId, reason: reasonFor(finding) ?? '' },
    });
  }
}
