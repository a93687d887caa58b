import { visitXml, type XmlVisit } from '../package/visit-xml';
import type { PackageFinding } from './package-finding';

const CHANGES: ReadonlySet<string> = new Set([
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'tblPrExChange',
  'numberingChange',
  'cellIns',
  'cellDel',
  'cellMerge',
]);

/** Zero-width space and joiners, direction marks, word joiner, byte-order mark. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off']);
const WORDPROCESSING = /wordprocessingml/;

/**
 * What the markup of one part leaves to be found: comments and tracked changes with their authors, hidden text, unseen characters, marks of
 * editing sessions, fields that make Word ask.
 */
export function checkMarkup(part: string, bytes: Uint8Array): readonly PackageFinding[] {
  const counts = new Map<string, number>();
  const authors = new Set<string>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const problem = visitXml(bytes, {
    open: (element) => {
      if (!WORDPROCESSING.test(element.namespace) && !/office\/word/.test(element.namespace)) return;
      const kind = kindOf(element);
      if (kind === null) return;
      count(kind);
      if ((kind === 'changes' || kind === 'comments' || kind === 'people') && element.attributes.author)
        authors.add(element.attributes.author);
    },
    text: (text, path) => {
      if (path.at(-1) === 't' && UNSEEN.test(text)) count('unseen');
    },
  });
  const by = authors.size > 0 ? ` by ${[...authors].slice(0, 5).join(', ')}` : '';
  const findings = SAYINGS.flatMap(({ kind, severity, code, says }): PackageFinding[] => {
    const found = counts.get(kind) ?? 0;
    return found === 0
      ? []
      : [{ severity, code, part, message: `${says(found)}${kind === 'changes' || kind === 'comments' || kind === 'people' ? by : ''}.` }];
  });
  const damage: PackageFinding[] =
    problem === null ? [] : [{ severity: 'error', code: 'malformed-part', part, message: `The part is not good XML: ${problem}.` }];
  return [...damage, ...findings];
}

function kindOf({ name, attributes, path }: XmlVisit): string | null {
  const on = !OFF.has(attributes.val ?? '');
  if (CHANGES.has(name)) return 'changes';
  if (name === 'comment') return 'comments';
  if (name === 'person') return 'people';
  if (name === 'vanish' && on) return path.includes('style') ? 'hidden-style' : 'hidden';
  if (name === 'rsid' || name === 'rsidRoot') return 'sessions';
  if (name === 'trackRevisions' && on) return 'tracking';
  if (name === 'updateFields' && on) return 'prompt';
  if (name === 'fldChar' && attributes.dirty !== undefined && !OFF.has(attributes.dirty)) return 'prompt';
  if (name === 'docVar') return 'variables';
  if (name === 'mailMerge') return 'mail-merge';
  return null;
}

interface Saying {
  readonly kind: string;
  readonly severity: PackageFinding['severity'];
  readonly code: string;
  readonly says: (count: number) => string;
}

const SAYINGS: readonly Saying[] = [
  { kind: 'comments', severity: 'error', code: 'comments-left', says: (count) => `${count} comments are left in the file` },
  { kind: 'changes', severity: 'error', code: 'changes-left', says: (count) => `${count} tracked changes are left in the file` },
  { kind: 'people', severity: 'error', code: 'names-of-authors', says: (count) => `The file lists ${count} people who worked on it` },
  { kind: 'hidden', severity: 'error', code: 'hidden-text', says: (count) => `${count} runs or paragraphs are formatted as hidden` },
  { kind: 'hidden-style', severity: 'warning', code: 'hidden-style', says: (count) => `${count} styles hide the text that uses them` },
  { kind: 'unseen', severity: 'warning', code: 'unseen-characters', says: (count) => `${count} texts hold characters that nobody sees` },
  { kind: 'sessions', severity: 'warning', code: 'editing-sessions', says: (count) => `The file tells of ${count} editing sessions` },
  { kind: 'tracking', severity: 'warning', code: 'tracking-on', says: () => 'Tracking of changes is switched on' },
  {
    kind: 'prompt',
    severity: 'warning',
    code: 'update-prompt',
    says: () => 'Word will ask whether to update fields when it opens the file',
  },
  { kind: 'variables', severity: 'warning', code: 'document-variables', says: (count) => `The file holds ${count} document variables` },
  { kind: 'mail-merge', severity: 'warning', code: 'mail-merge', says: () => 'The file names a source of a mail merge' },
];
