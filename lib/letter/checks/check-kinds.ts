import type { LetterFinding } from './letter-finding';

/** A group of checks under one heading. */
export type CheckGroup =
  | 'Coverage'
  | 'Figures'
  | 'Review'
  | 'References'
  | 'Letterhead and addresses'
  | 'Confidential and privileged'
  | 'File';

/** One thing that the checks look for. `severity` holds until a firm decides otherwise; where privilege was taken off, the finding itself says. */
export interface CheckKind {
  readonly code: string;
  readonly group: CheckGroup;
  readonly says: string;
  readonly severity: LetterFinding['severity'];
}

const kind = (group: CheckGroup, severity: CheckKind['severity'], code: string, says: string): CheckKind => ({
  code,
  group,
  says,
  severity,
});

/** Every finding of the checks before an export, in the order in which a firm reads them. */
export const CHECK_KINDS: readonly CheckKind[] = [
  kind('Coverage', 'error', 'question-missing', 'A question that no section takes up'),
  kind('Coverage', 'error', 'question-open', 'A question neither answered nor declined'),
  kind('Coverage', 'error', 'answer-empty', 'An answer in which nothing is written'),
  kind('Coverage', 'warning', 'section-empty', 'A section in which nothing is written'),
  kind('Figures', 'error', 'figure-withdrawn', 'A figure that was withdrawn'),
  kind('Figures', 'error', 'figure-source-changed', 'A figure whose source changed since'),
  kind('Figures', 'error', 'figure-without-value', 'A figure without a published value'),
  kind('Figures', 'warning', 'figure-newer-run', 'A figure of an older run'),
  kind('Figures', 'warning', 'figure-noted', 'A figure that leaves something out'),
  kind('Figures', 'warning', 'typed-number-equal', 'A number typed by hand that equals a figure'),
  kind('Figures', 'warning', 'typed-number-contradicts', 'A number typed by hand that contradicts a figure'),
  kind('Review', 'warning', 'sign-off-missing', 'A section that lacks a signature'),
  kind('Review', 'warning', 'suggestion-open', 'A suggestion that nobody decided'),
  kind('Review', 'warning', 'comment-open', 'A comment that nobody resolved'),
  kind('References', 'error', 'reference-broken', 'A cross-reference that leads nowhere'),
  kind('References', 'error', 'citation-without-source', 'A citation of a source that the library does not have'),
  kind('References', 'warning', 'citation-incomplete', 'A cited source that lacks something'),
  kind('References', 'warning', 'term-used-before-defined', 'A term used before it is defined'),
  kind('References', 'warning', 'term-defined-twice', 'A term defined more than once'),
  kind('References', 'warning', 'term-never-used', 'A defined term that is never used'),
  kind('Letterhead and addresses', 'error', 're-missing', 'No Re: line'),
  kind('Letterhead and addresses', 'error', 'docket-missing', 'A Re: line without file number, docket or RIN'),
  kind('Letterhead and addresses', 'error', 'addressee-missing', 'No addressee'),
  kind('Letterhead and addresses', 'error', 'signatory-missing', 'Nobody named to sign'),
  kind('Letterhead and addresses', 'warning', 'date-missing', 'No date'),
  kind('Letterhead and addresses', 'warning', 'salutation-missing', 'No salutation'),
  kind('Letterhead and addresses', 'warning', 'delivery-missing', 'No delivery line'),
  kind('Letterhead and addresses', 'warning', 'letterhead-missing', 'A letterhead without the firm'),
  kind('Confidential and privileged', 'warning', 'confidential-in-clean', 'Confidential parts in a file that is not redacted'),
  kind('Confidential and privileged', 'warning', 'figure-open-elsewhere', 'A redacted figure that stands open elsewhere'),
  kind('Confidential and privileged', 'warning', 'words-open-elsewhere', 'Redacted words that stand open elsewhere'),
  kind('Confidential and privileged', 'warning', 'number-open-elsewhere', 'A redacted number that stands open elsewhere'),
  kind('Confidential and privileged', 'warning', 'protection-removed', 'A part that was held back and is not any more'),
  kind('Confidential and privileged', 'warning', 'privileged-left-out', 'Privileged parts, which every filed file leaves out'),
];

/** What a firm decided about kinds of findings: whether each stops an export or is only shown. */
export type CheckSeverities = Readonly<Record<string, LetterFinding['severity']>>;

/** The findings with the severities that the firm decided on, errors first, each part in the order in which it came. */
export function withSeverities(findings: readonly LetterFinding[], decided: CheckSeverities): readonly LetterFinding[] {
  const all = findings.map((finding) => ({ ...finding, severity: decided[finding.code] ?? finding.severity }));
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity !== 'error')];
}
