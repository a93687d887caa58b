import { AppError } from '@/lib/core/errors';
import { hygieneOf } from '@/lib/word/check/check-package';
import type { PackageFinding } from '@/lib/word/check/package-finding';
import type { BuildKind } from '@/lib/word/letter-build';
import { openPackage } from '@/lib/word/package/open-package';

/** What a build is made to carry; every other trace of people, comments and changes is a fault in all of them. */
const CARRIES: Readonly<Record<BuildKind, ReadonlySet<string>>> = {
  clean: new Set(),
  public: new Set(),
  confidential: new Set(),
  redline: new Set(['changes-left']),
  review: new Set(['changes-left', 'comments-left', 'names-of-authors']),
};

/**
 * The last look before a file can leave, whatever wrote it: it carries no people, comments, hidden text or changes but those of its build. Throws
 * INTERNAL for one that does; gives what else it tells.
 */
export function refuseUnclean(bytes: Uint8Array, kind: BuildKind): readonly PackageFinding[] {
  const opened = openPackage(bytes);
  const findings = opened.ok ? hygieneOf(opened.value).filter(({ code }) => !CARRIES[kind].has(code)) : [];
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
