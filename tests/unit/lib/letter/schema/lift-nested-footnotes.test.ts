import { Node as PmNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { liftNestedFootnotes } from '@/lib/letter/schema/nodes/lift-nested-footnotes';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { doc, footnote, p } from '@/tests/support/section-body';

it('a footnote pasted into a footnote leaves its words there', () => {
  const state = EditorState.create({
    doc: PmNode.fromJSON(sectionSchema, doc(p('Text', footnote(p('Outer note'))))),
    plugins: [liftNestedFootnotes()],
  });
  const inner = PmNode.fromJSON(sectionSchema, footnote(p('inner one'), p('inner two')));
  const body = state.apply(state.tr.insert(12, inner)).doc.toJSON() as ProseNode;
  expect(validateBody(body).ok).toBe(true);
  expect(plainTextOf(body)).toBe('Text [Outerinner one inner two note]');
});
