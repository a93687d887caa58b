import { sameValue } from '../compare/canonical-body';
import { figureKey } from '../figures/collect-figures';
import type { LetterContent } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';
import { textAttribute, walkProse } from '../walk-prose';
import { formerName } from './former-names';
import { objectReadings } from './object-readings';

/**
 * The letter before, so that it can stand in one text with the letter after: a figure or source that both have by the same name but with another
 * value gets a name of its own, by which its old words are found; so does a citation or reference that reads otherwise there, because what stands
 * before it came or went. Only what is bound in the text and differs is named anew.
 */
export function asBefore(before: LetterContent, after: LetterContent): LetterContent {
  const bound = boundIn(after);
  const isOther = (key: string, own: unknown, its: unknown) => bound.has(key) && !sameValue(own ?? null, its ?? null);
  const [reads, readsAfter] = [objectReadings(before), objectReadings(after)];
  const readsOtherwise = (nodeId: string) => readsAfter.has(nodeId) && readsAfter.get(nodeId) !== reads.get(nodeId);
  const figures = { ...before.figures };
  const sources = { ...before.sources };
  const renamed = (node: ProseNode): ProseNode => {
    const content = node.content ? { content: node.content.map(renamed) } : {};
    const nodeId = node.type === 'citation' || node.type === 'crossReference' ? textAttribute(node, 'nodeId') : null;
    const isNamedAnew = nodeId !== null && readsOtherwise(nodeId);
    const own = { ...node, ...content, ...(isNamedAnew ? { attrs: { ...node.attrs, nodeId: formerName(nodeId) } } : {}) };
    const key = keyOf(node);
    if (key === null) return own;
    if (node.type === 'citation') {
      if (!isOther(key, before.sources?.[key], after.sources?.[key])) return own;
      const source = before.sources?.[key];
      if (source) sources[formerName(key)] = { ...source, id: formerName(key) };
      return { ...own, attrs: { ...own.attrs, sourceId: formerName(key) } };
    }
    if (!isOther(key, before.figures[key], after.figures[key])) return own;
    const figure = before.figures[key];
    if (figure) figures[formerName(key)] = figure;
    return { ...own, attrs: { ...node.attrs, runId: formerName(textAttribute(node, 'runId') ?? '') } };
  };
  const sections = before.sections.map((section) => ({ ...section, body: renamed(section.body) }));
  return { ...before, sections, figures, ...(before.sources ? { sources } : {}) };
}

function keyOf(node: ProseNode): string | null {
  if (node.type === 'citation') return textAttribute(node, 'sourceId');
  const [figureId, runId] = [textAttribute(node, 'figureId'), textAttribute(node, 'runId')];
  return figureId === null ? null : figureKey({ figureId, runId: runId ?? '' });
}

function boundIn(content: LetterContent): ReadonlySet<string> {
  const keys = content.sections.flatMap(({ body }) => [...walkProse(body)].map(keyOf));
  return new Set([...keys.filter((key) => key !== null), ...Object.keys(content.figures), ...Object.keys(content.sources ?? {})]);
}
