import { AppError } from '@/lib/core/errors';
import { hygieneOf } from '@/lib/word/check/check-package';
import type { PackageFinding } from '@/lib/word/check/package-finding';
import type { BuildKind } from '@/lib/word/letter-build';
import { openPackage } from '@/lib/word/package/open-package';

/**
 * The last look before a file can leave, whatever wrote it: it carries no people, comments, hidden text or changes but those of its build. Throws
 * INTERNAL for one that does; gives what else it tells.
 */
export function refuseUnclean(bytes: Uint8Array, kind: BuildKind): readonly PackageFinding[] {
  const opened = openPackage(bytes);
  const findings = opened.ok ? hygieneOf(opened.value, kind) : [];
  const faults = findings.filter(({ severity }) => severity === 'error');
  if (!opened.ok || faults.length > 0) {
    throw new AppError(
      'INTERNAL',
      `The Word file did not pass its last check and was not kept: ${faults[0]?.message ?? 'it cannot be opened'}.`,
      { faults },
    );
  }
  return findings;
}
