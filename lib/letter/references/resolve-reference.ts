import type { ProseNode } from '../schema/prose-node';
import { textAttribute } from '../walk-prose';
import { type ReferencePiece, type ReferenceTarget, type ReferenceTargets, TARGET_KINDS, targetKey } from './reference-targets';

const REFERENCE_FORMS = ['number', 'title', 'page'] as const;
export type ReferenceForm = (typeof REFERENCE_FORMS)[number];

/** Stands where a reference leads nowhere. */
export const MISSING_REFERENCE = '[reference not available]';

export type ResolvedReference =
  | { readonly broken: false; readonly target: ReferenceTarget; readonly pieces: readonly ReferencePiece[] }
  | { readonly broken: true; readonly reason: string };

/** What stands for a page's number until the pages are counted, which is when the Word file is written. */
export const UNCOUNTED_PAGE = '#';

/** Where a reference leads and how it reads there now: its target's number, title or page. What has no number is named by its title. */
export function resolveReference(node: Pick<ProseNode, 'attrs'>, targets: ReferenceTargets): ResolvedReference {
  const own: ProseNode = { type: 'crossReference', ...node };
  const kind = TARGET_KINDS.find((each) => each === textAttribute(own, 'target'));
  const id = textAttribute(own, 'targetId');
  if (kind === undefined || id === null) return { broken: true, reason: 'It says not where it leads.' };
  const target = targets.get(targetKey(kind, id));
  if (!target) return { broken: true, reason: GONE[kind] };
  const form = REFERENCE_FORMS.find((each) => each === textAttribute(own, 'form')) ?? 'number';
  return { broken: false, target, pieces: piecesOf(target, form) };
}

/** The words of a reference as plain text. */
export function referenceText(resolved: ResolvedReference): string {
  return resolved.broken ? MISSING_REFERENCE : resolved.pieces.map(({ text }) => text).join('');
}

function piecesOf(target: ReferenceTarget, form: ReferenceForm): readonly ReferencePiece[] {
  if (form === 'page') return [{ text: 'page ' }, { text: UNCOUNTED_PAGE, field: 'page', of: target.key }];
  if (form === 'title' || target.number === null) return titleOf(target) ?? target.number ?? [{ text: MISSING_REFERENCE }];
  return target.number;
}

/** The words of a heading or caption; the opening has no heading in the file, so that its title is words alone. */
function titleOf({ title, number, kind, key, sectionId }: ReferenceTarget): readonly ReferencePiece[] | null {
  if (title === null || title === '') return null;
  if (kind === 'section' && number === null) return [{ text: title }];
  if (kind === 'question') return [{ text: title, field: 'words', of: `section:${sectionId}` }];
  return [{ text: title, field: kind === 'exhibit' ? 'title' : 'words', of: key }];
}

const GONE = {
  section: 'The section is not in the letter any more.',
  heading: 'The heading is not in the letter any more.',
  exhibit: 'The table or chart is not in the letter any more.',
  question: 'No section of the letter answers the question any more.',
  footnote: 'The footnote is not in the letter any more.',
} as const;
