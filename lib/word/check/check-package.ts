import type { FileProblem } from '@/lib/core/file-problem';
import { type Result, success } from '@/lib/core/result';
import type { BuildKind } from '../letter-build';
import { openPackage } from '../package/open-package';
import type { PackageParts } from '../package/rezip';
import { checkMarkup } from './check-markup';
import { checkProperties } from './check-properties';
import { checkRelationships } from './check-relationships';
import type { PackageFinding } from './package-finding';

/** One error of an Open XML validator. */
export interface ValidityError {
  readonly part: string;
  readonly xpath: string;
  readonly message: string;
}

export type ValidateOpenXml = (bytes: Uint8Array) => Promise<readonly ValidityError[]>;

/**
 * Whether a Word file may leave the firm: validity by the Open XML schemas, and hygiene (names of people, comments, tracked changes, hidden
 * text, what it loads from elsewhere), also inside embedded workbooks. Errors come first. Fails where the bytes are no Word file.
 */
export async function checkPackage(bytes: Uint8Array, validate: ValidateOpenXml): Promise<Result<readonly PackageFinding[], FileProblem>> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const findings = [...(await validate(bytes)).map(invalid), ...hygieneOf(opened.value)];
  return success([...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity !== 'error')]);
}

/** What a build carries because it is what it is for, by the codes of findings. */
const CARRIED: Readonly<Partial<Record<BuildKind, readonly string[]>>> = {
  redline: ['changes-left'],
  review: ['changes-left', 'comments-left', 'names-of-authors'],
};

/** The findings that need no schemas, but for what a file of its kind carries. */
export function hygieneOf(parts: PackageParts, kind: BuildKind = 'clean'): readonly PackageFinding[] {
  const carried = CARRIED[kind] ?? [];
  return traces(parts).filter(({ code }) => !carried.includes(code));
}

function traces(parts: PackageParts): readonly PackageFinding[] {
  const findings = [...checkProperties(parts), ...checkRelationships(parts)];
  for (const [part, bytes] of Object.entries(parts)) {
    if (part.endsWith('.xml')) findings.push(...checkMarkup(part, bytes));
    if (/vbaProject\.bin$/i.test(part)) findings.push({ severity: 'error', code: 'macros', part, message: 'The file holds macros.' });
    if (/^customXml\/item\d*\.xml$/i.test(part))
      findings.push({ severity: 'warning', code: 'custom-xml', part, message: 'The file holds custom data.' });
    if (/^docProps\/thumbnail/i.test(part))
      findings.push({ severity: 'warning', code: 'thumbnail', part, message: 'The file holds a picture of itself.' });
    if (/\.(xlsx|docx|pptx)$/i.test(part)) findings.push(...embeddedFindings(part, bytes));
  }
  return findings;
}

function embeddedFindings(part: string, bytes: Uint8Array): readonly PackageFinding[] {
  const opened = openPackage(bytes);
  if (!opened.ok) return [{ severity: 'error', code: 'embedded-unreadable', part, message: 'An embedded file cannot be read.' }];
  return [...checkProperties(opened.value), ...checkRelationships(opened.value)].map((finding) => ({
    ...finding,
    part: `${part}!${finding.part}`,
  }));
}

function invalid({ part, xpath, message }: ValidityError): PackageFinding {
  return { severity: 'error', code: 'open-xml', part: part.replace(/^\//, ''), message: `${message} (${xpath})` };
}
