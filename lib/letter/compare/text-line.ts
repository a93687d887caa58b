import type { ProseNode } from '../schema/prose-node';
import { joinText } from './canonical-body';
import { nodeName } from './node-name';
import { nodeSize } from './node-size';

/**
 * The inline content of text blocks as one row of units: a UTF-16 unit of text, a figure, a footnote, or the border before a further block.
 * Two units are the same where their keys are; marks are no part of a key, nor is what a footnote says.
 */
export interface TextLine {
  readonly keys: readonly string[];
  /** the node that each unit is of: a text node, an atom, a footnote, or for a border the block behind it */
  readonly sources: readonly ProseNode[];
  /** where each unit begins as ProseMirror counts, a border as 1; one more for the end */
  readonly offsets: readonly number[];
}

const SPECIAL = '\u0000';

/** The blocks' content in a row. */
export function textLine(blocks: readonly ProseNode[]): TextLine {
  const keys: string[] = [];
  const sources: ProseNode[] = [];
  const offsets: number[] = [];
  let offset = 0;
  const push = (key: string, source: ProseNode, size: number) => {
    keys.push(key);
    sources.push(source);
    offsets.push(offset);
    offset += size;
  };
  for (const [index, block] of blocks.entries()) {
    if (index > 0) push(borderKey(block), block, 1);
    for (const node of block.content ?? []) {
      if (node.type !== 'text') push(atomKey(node), node, nodeSize(node));
      else for (const unit of (node.text ?? '').split('')) push(unit, node, 1);
    }
  }
  offsets.push(offset);
  return { keys, sources, offsets };
}

const BORDER = `${SPECIAL}border:`;
const NAMED = `${SPECIAL}named:`;

function borderKey(block: ProseNode): string {
  return `${BORDER}${nodeName(block) ?? ''}`;
}

function atomKey(node: ProseNode): string {
  if (node.type === 'actionCitation') return `${SPECIAL}citation:${String(node.attrs?.actionKey)}`;
  const name = nodeName(node);
  return name === null ? `${SPECIAL}${node.type}` : `${NAMED}${name}`;
}

/** The name of the block that a border stands before; null for any other unit. */
export function borderName(key: string | undefined): string | null {
  return key?.startsWith(BORDER) ? key.slice(BORDER.length) : null;
}

/** Whether a unit is a figure or footnote, which has a name of its own. */
export function isNamedUnit(key: string): boolean {
  return key.startsWith(NAMED);
}

export function isTextUnit(key: string): boolean {
  return !key.startsWith(SPECIAL);
}

/** The inline nodes of a stretch of units, in which there is no border. */
export function contentOf(line: TextLine, from: number, to: number): ProseNode[] {
  const nodes: ProseNode[] = [];
  for (let at = from; at < to; ) {
    const source = line.sources[at] as ProseNode;
    if (source.type !== 'text') {
      nodes.push(source);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && line.sources[end] === source) end += 1;
    nodes.push({ ...source, text: line.keys.slice(at, end).join('') });
    at = end;
  }
  return joinText(nodes);
}

/** A word, a number, a space, a sign, a figure, a footnote or a border, as a stretch of units. */
export interface Token {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const WORDS = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}_'\u2019]+|./gsu;

/** The words of a stretch of units. Nothing but the characters beside a border of words decides where it is. */
export function tokensOf(line: TextLine, from = 0, to = line.keys.length): Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    if (!isTextUnit(line.keys[at] as string)) {
      tokens.push({ key: line.keys[at] as string, from: at, to: at + 1 });
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && isTextUnit(line.keys[end] as string)) end += 1;
    for (const [word] of line.keys.slice(at, end).join('').matchAll(WORDS)) {
      tokens.push({ key: word, from: at, to: at + word.length });
      at += word.length;
    }
  }
  return tokens;
}
