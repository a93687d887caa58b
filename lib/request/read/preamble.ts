import { commentsCloseIn } from './dates';
import { agencyName, docketNumbers, rinsIn } from './identifiers';
import { takeMarks } from './inline-marks';
import { EMPTY_HEAD, type RawBlock, type RequestHead } from './raw-document';

type Label = 'agency' | 'action' | 'summary' | 'dates' | 'addresses' | 'contacts' | 'body';

const LABELS: readonly { readonly label: Label; readonly pattern: RegExp }[] = [
  { label: 'agency', pattern: /^AGENC(?:Y|IES):\s*/ },
  { label: 'action', pattern: /^ACTION:\s*/ },
  { label: 'summary', pattern: /^SUMMARY:\s*/ },
  { label: 'dates', pattern: /^(?:EFFECTIVE )?DATES?:\s*/ },
  { label: 'addresses', pattern: /^ADDRESS(?:ES)?:\s*/ },
  { label: 'contacts', pattern: /^FOR FURTHER INFORMATION(?: CONTACT)?:\s*/ },
  { label: 'body', pattern: /^SUPPLEMENTARY INFORMATION:\s*/ },
];

export interface Preamble {
  readonly head: RequestHead;
  readonly blocks: readonly RawBlock[];
  /** How many of the labels of a Federal Register document (AGENCY:, SUMMARY: …) there are. */
  readonly labels: number;
}

/** Divides the blocks of an HTML page or a plain text at the Federal Register's labels into the head and the text. */
export function splitPreamble(blocks: readonly RawBlock[]): Preamble {
  const parts: Record<Label | 'front', RawBlock[]> = {
    front: [],
    agency: [],
    action: [],
    summary: [],
    dates: [],
    addresses: [],
    contacts: [],
    body: [],
  };
  const seen = new Set<Label>();
  let current: Label | 'front' = 'front';
  for (const block of blocks) {
    const found: (typeof LABELS)[number] | undefined =
      current === 'body' ? undefined : LABELS.find(({ pattern }) => pattern.test(labelText(block.text)));
    if (!found) {
      parts[current].push(block);
      continue;
    }
    current = found.label;
    seen.add(found.label);
    const rest = labelText(block.text).replace(found.pattern, '').trim();
    if (rest !== '') parts[current].push({ ...block, kind: 'paragraph', level: null, text: rest });
  }
  return { head: headOf(parts), blocks: parts.body, labels: seen.size };
}

/** A heading such as "Summary" counts as its label too. */
function labelText(text: string): string {
  const bare = text.trim();
  return /^(?:agenc(?:y|ies)|action|summary|dates?|address(?:es)?|for further information contact|supplementary information):?$/i.test(bare)
    ? `${bare.replace(/:$/, '').toUpperCase()}:`
    : bare;
}

function headOf(parts: Record<Label | 'front', RawBlock[]>): RequestHead {
  const texts = (label: Label | 'front') => parts[label].map((block) => takeMarks(block.text).text);
  const front = texts('front');
  const numbered = front.filter((text) => /^\[.*\b(?:Release|File|Docket)s?\b.*\]$/i.test(text));
  const cfr = front.flatMap((text) => text.match(/\b\d+ CFR (?:Parts?|Chapter|Ch\.) [^;]+$/i)?.[0] ?? []);
  const numbers = docketNumbers(numbered);
  const capitals = front.filter((text) => isAgencyLine(text));
  const title =
    front.findLast((text) => !isAgencyLine(text) && !numbered.includes(text) && !/^\d+ CFR|^\[?RIN\b|^\(?RIN\b/i.test(text)) ?? '';
  const agencies = capitals.length > 0 ? capitals : texts('agency').flatMap(splitAgencies);
  const dates = texts('dates').join(' ');
  return {
    ...EMPTY_HEAD,
    title,
    action: texts('action').join(' ').replace(/\.$/, '') || null,
    docketIds: numbers.docketIds,
    releases: numbers.releases,
    rins: rinsIn(front),
    cfrParts: [...new Set(cfr)],
    dates: { published: null, commentsClose: commentsCloseIn(dates), text: dates || null },
    agencies: [...new Set(agencies.map(agencyName))],
    summary: texts('summary'),
    addresses: texts('addresses'),
    contacts: texts('contacts'),
  };
}

/** The names in capitals above a document; numbers, RINs and brackets are something else. */
function isAgencyLine(text: string): boolean {
  return (
    text === text.toUpperCase() &&
    /[A-Z]{3}/.test(text) &&
    /\b(?:COMMISSION|DEPARTMENT|AGENCY|BOARD|BUREAU|ADMINISTRATION|SYSTEM|CORPORATION|OFFICE|SERVICE)\b/.test(text) &&
    !/[[\]\d]/.test(text)
  );
}

function splitAgencies(text: string): string[] {
  return text
    .replace(/\.$/, '')
    .split(/;\s*(?:and\s+)?/)
    .filter((name) => name !== '');
}
