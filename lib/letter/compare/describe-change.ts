import { protectionOf } from '../protection/protection';
import { INLINE_NODES } from '../schema/inline-nodes';
import { plainTextOf } from '../schema/plain-text';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import { sameValue } from './canonical-body';
import type { Change, NodeChange } from './change';
import { kindWords } from './kind-words';
import { nodeName } from './node-name';
import { isWordChange, runOf, type WordChange } from './run-of-change';

export interface ChangeWords {
  /** How a figure or citation reads; without it, by what it is. */
  readonly figureText?: (node: ProseNode) => string;
}

/** What was done, to be read as one sentence: verb and where, e.g. "replaced in a footnote", "inserted two rows". Texts may be empty. */
export interface ChangeDescription {
  readonly verb: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly where: string;
}

/** A change in words. */
export function describeChange(change: Change, words: ChangeWords = {}): ChangeDescription {
  const text = (nodes: readonly ProseNode[]) => textOf(nodes, words);
  if (isWordChange(change)) return wordsOf(change, text);
  switch (change.kind) {
    case 'insert':
      return { verb: 'inserted', deleted: '', inserted: text(nodesOf(change)), where: whatOf(change.nodes, change.column !== undefined) };
    case 'delete':
      return { verb: 'deleted', deleted: text(nodesOf(change)), inserted: '', where: whatOf(change.nodes, change.column !== undefined) };
    case 'move':
      return { verb: 'moved', deleted: '', inserted: text([change.node]), where: whatOf([change.node]) };
    case 'replace':
      return { verb: 'redid', deleted: text(change.deleted), inserted: text(change.inserted), where: whatOf(change.deleted) };
    case 'node': {
      const protection = protectionVerb(change);
      if (protection !== null) return { verb: protection, deleted: '', inserted: '', where: `a ${kindWords(change.after)}` };
      return { verb: 'changed', ...formsOf(change, text), where: `a ${kindWords(change.after)}` };
    }
  }
}

/** What was done where a node is held back, or not any more, and nothing else of it changed. */
function protectionVerb({ before, after }: NodeChange): string | null {
  const [was, is] = [protectionOf(before.attrs.protection), protectionOf(after.attrs.protection)];
  const others = ({ type, attrs }: NodeChange['before']) => ({ type, attrs: { ...attrs, protection: null } });
  if (was === is || !sameValue(others(before), others(after))) return null;
  return is === null ? `no longer marked ${was}` : `marked ${is}`;
}

function wordsOf(change: WordChange, text: (nodes: readonly ProseNode[]) => string): ChangeDescription {
  const run = runOf(change);
  const kind = (id: string) => kindWords([...run.before, ...run.after].find((block) => nodeName(block) === id) ?? { type: 'paragraph' });
  switch (change.kind) {
    case 'text': {
      const [deleted, inserted] = [text(change.deleted), text(change.inserted)];
      const verb = change.deleted.length === 0 ? 'inserted' : change.inserted.length === 0 ? 'deleted' : 'replaced';
      return { verb, deleted, inserted, where: `in ${placeWords(kind(change.before.blockId), run.within)}` };
    }
    case 'format': {
      const made = change.added.map((mark) => MADE[mark.type]?.[0] ?? `marked ${markName(mark)}`);
      const unmade = change.removed
        .filter(isNotReplaced(change.added))
        .map((mark) => MADE[mark.type]?.[1] ?? `no longer marked ${markName(mark)}`);
      const where = `in ${placeWords(kind(change.before.blockId), run.within)}`;
      return { verb: [...made, ...unmade].join(', '), deleted: '', inserted: change.text, where };
    }
    case 'split':
      return { verb: 'split', deleted: '', inserted: '', where: placeWords(kind(change.blockId), run.within) };
    case 'join':
      return { verb: 'joined', deleted: '', inserted: '', where: `two ${plural(kind(change.blockId))}` };
  }
}

const MADE: Readonly<Record<string, readonly [string, string]>> = {
  bold: ['made bold', 'made not bold'],
  italic: ['made italic', 'made not italic'],
  underline: ['underlined', 'took the underline off'],
  strike: ['struck through', 'took the line through it off'],
  smallCaps: ['set in small capitals', 'took small capitals off'],
  definedTerm: ['marked as a defined term', 'took the mark of a defined term off'],
  superscript: ['raised', 'put back on the line'],
  subscript: ['lowered', 'put back on the line'],
  link: ['linked', 'took the link off'],
};

/** How a mark is called that is no formatting. */
function markName({ type, attrs }: ProseMark): string {
  if (type === 'protectedText') return protectionOf(attrs?.protection) ?? 'confidential';
  return type === 'definedTerm' ? 'as a defined term' : type;
}

/** A link that got another address was linked, not taken off too. */
function isNotReplaced(added: readonly ProseMark[]): (mark: ProseMark) => boolean {
  return (mark) => !added.some(({ type }) => type === mark.type);
}

function placeWords(kind: string, within: string | undefined): string {
  if (within === 'footnote') return 'a footnote';
  if (within === 'tableCell' || within === 'tableHeader') return 'a table cell';
  if (within === 'listItem') return 'a list item';
  return `a ${kind}`;
}

function nodesOf({ nodes, column = [] }: Extract<Change, { kind: 'insert' | 'delete' }>): ProseNode[] {
  return [...nodes, ...column.flatMap((part) => part.nodes)];
}

function whatOf(nodes: readonly ProseNode[], isColumn = false): string {
  if (isColumn) return 'a column';
  const kinds = [...new Set(nodes.map(kindWords))];
  const [kind] = kinds;
  if (nodes.length === 1 && kind) return `a ${kind}`;
  return `${nodes.length} ${kinds.length === 1 && kind ? plural(kind) : 'blocks'}`;
}

function plural(kind: string): string {
  return kind.startsWith('table of') || kind.startsWith('chart of') ? kind.replace(' ', 's ') : `${kind}s`;
}

/** What a node was and is, as far as it differs. */
function formsOf({ before, after }: NodeChange, text: (nodes: readonly ProseNode[]) => string): { deleted: string; inserted: string } {
  const [deleted, inserted] = [kindWords(before), kindWords(after)];
  if (deleted !== inserted) return { deleted, inserted };
  if (!sameValue(before.attrs.caption, after.attrs.caption)) {
    return { deleted: String(before.attrs.caption ?? ''), inserted: String(after.attrs.caption ?? '') };
  }
  return before.type.startsWith('figure') ? { deleted: text([before]), inserted: text([after]) } : { deleted: '', inserted: '' };
}

function textOf(nodes: readonly ProseNode[], { figureText }: ChangeWords): string {
  const atomText = (node: ProseNode) => figureText?.(node) ?? ATOM_KINDS[node.type] ?? 'figure';
  const isInline = nodes.every(({ type }) => INLINE_NODES.has(type));
  return isInline
    ? plainTextOf({ type: 'paragraph', content: nodes }, { atomText })
    : plainTextOf({ type: 'doc', content: nodes }, { atomText });
}

const ATOM_KINDS: Readonly<Record<string, string>> = { actionCitation: 'citation', citation: 'citation', crossReference: 'reference' };
