import type { IParagraphOptions } from 'docx';
import { canonicalJson } from '@/lib/core/canonical-json';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackedEndOf, trackedFormOf } from '@/lib/letter/tracked/side';
import type { TrackingContext } from '../write-context';
import { changeOption, wordChange } from './change-of';

export type ParagraphForm = Omit<IParagraphOptions, 'children' | 'text' | 'run' | 'revision'>;

/** Whether a paragraph's mark comes or goes: its own, or all of what it stands in. */
export function trackMark(node: ProseNode | null, context: TrackingContext): Pick<IParagraphOptions, 'run'> {
  const end = (node && trackedEndOf(node)) ?? context.whole;
  return end ? { run: changeOption(end, context) } : {};
}

/** A paragraph's form, and the one it had before where that was another: `formOf` says what a form looks like where the paragraph stands. */
export function trackForm(
  node: ProseNode,
  now: ParagraphForm,
  formOf: (form: Pick<ProseNode, 'type' | 'attrs'>) => ParagraphForm,
  context: TrackingContext,
): IParagraphOptions {
  const mark = trackMark(node, context);
  const change = trackedFormOf(node);
  const before = change ? formOf(change.before) : now;
  if (!change || canonicalJson(before) === canonicalJson(now)) return { ...now, ...mark };
  return { ...now, ...mark, revision: { ...before, ...wordChange(change, context) } };
}
