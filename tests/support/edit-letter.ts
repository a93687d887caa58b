import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { FigureValue, ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Edit } from './any-body';
import { editBody } from './edit-body';
import { fullLetter } from './full-letter';
import { doc, h, li, note, ol, p, question, section, td, text, tr, uuid } from './letters';

/** The letter as every part reads it: bodies of the schema, every node named. */
export function named(content: LetterContent): LetterContent {
  return { ...content, sections: content.sections.map((own) => ({ ...own, body: canonicalBody(own.body) })) };
}

/** Any later version of a letter: its sections edited, some gone, renamed, moved or with another's text, and its frame changed. */
export function editLetter(before: LetterContent, other: LetterContent, edits: readonly Edit[], choice: readonly number[]): LetterContent {
  const pick = (index: number, of: number) => (choice[index % choice.length] ?? 0) % of;
  const edited = before.sections.flatMap((own, index): LetterSection[] => {
    const what = pick(index, 7);
    const its = other.sections[index];
    if (what === 0) return [];
    if (what === 1 && its) return [{ ...own, body: its.body, question: its.question }];
    if (what === 2) return [{ ...own, title: `${own.title} anew`, body: editBody(own.body, edits, `e${index}`) }];
    if (what === 3 && its) return [own, { ...its, id: uuid(500 + index) }];
    return [{ ...own, body: editBody(own.body, edits, `e${index}`) }];
  });
  const moved = pick(1, 3) === 0 ? [...edited.slice(1), ...edited.slice(0, 1)] : edited;
  const value: FigureValue = { kind: 'number', value: '1', format: { style: 'count', currency: null, scale: 'units', decimals: 0 } };
  const figures = Object.entries(before.figures).map(([key, figure], index): [string, ResolvedFigure] => [
    key,
    index < pick(2, 3) ? { ...figure, value: index === 0 ? value : figure.value, name: `${figure.name}, corrected` } : figure,
  ]);
  return {
    ...before,
    sections: moved,
    figures: Object.fromEntries(figures),
    furniture: pick(3, 2) === 0 ? other.furniture : before.furniture,
  };
}

type Change = (node: ProseNode) => ProseNode | readonly ProseNode[];

/** A body with each node replaced by what `change` makes of it. */
function changed(node: ProseNode, change: Change): ProseNode {
  return { ...node, ...(node.content ? { content: node.content.flatMap((child) => change(changed(child, change))) } : {}) };
}

function replacing(words: Readonly<Record<string, string>>): Change {
  return (node) => {
    if (node.type !== 'text') return node;
    return { ...node, text: Object.entries(words).reduce((own, [from, to]) => own.replace(from, to), node.text ?? '') };
  };
}

/** What became of `fullLetter` in the next round of drafting: every kind of change that a redline shows. */
export function fullLetterRevised(): LetterContent {
  const before = named(fullLetter());
  const [introduction, summary, first, mixed, conclusion, annex] = before.sections as readonly LetterSection[];
  if (!introduction || !summary || !first || !mixed || !conclusion || !annex) throw new Error('fullLetterRevised: sections are missing');
  const words = replacing({
    'the same economic risk under two rulebooks': 'one economic risk twice, under two rulebooks',
    'appreciates the opportunity to comment': 'welcomes the opportunity to comment',
    'of no customer': 'of none of its customers',
    'Records are kept for five years.': 'Records of the election are kept for six years.',
    'incentives to hedge are not weakened': 'incentives to hedge are kept',
  });
  const split: Change = (node) => {
    const at = (node.content?.[0]?.text ?? '').indexOf(' The requirement then measures');
    if (node.type !== 'paragraph' || at < 0) return node;
    const whole = node.content?.[0]?.text ?? '';
    return [
      { ...node, content: [text(whole.slice(0, at))] },
      { ...p(whole.slice(at + 1)), attrs: { id: `${String(node.attrs?.id)} split` } },
    ];
  };
  const levels: Change = (node) =>
    node.type === 'heading' && node.attrs?.level === 3 ? { ...node, attrs: { ...node.attrs, level: 2 } } : node;
  const rows: Change = (node) =>
    node.type === 'table'
      ? {
          ...node,
          content: [
            ...(node.content ?? []).slice(0, 2),
            tr(td('Either, at the customer’s choice'), td('Competition'), td('Two models to supervise')),
          ],
        }
      : node;
  const bold: Change = (node) =>
    node.type === 'text' && node.marks?.[0]?.type === 'italic' ? { ...node, marks: [{ type: 'bold' }] } : node;
  const key = Object.keys(before.figures)[1] ?? '';
  const figure = before.figures[key];
  const bridge = Object.keys(before.figures)[4] ?? '';
  const chart = before.figures[bridge];
  if (figure?.value.kind !== 'number' || !chart) throw new Error('fullLetterRevised: figures are missing');
  const revised: LetterContent = {
    ...before,
    furniture: {
      ...before.furniture,
      date: '2026-08-31',
      deliveryLine: 'By electronic submission through regulations.gov',
      addressees: before.furniture.addressees.map((own, index) =>
        index === 0 ? { ...own, lines: ['Secretary of the Commission', ...own.lines.slice(2)] } : own,
      ),
      signatories: before.furniture.signatories.map((own) => ({ ...own, title: 'General Counsel and Secretary' })),
      cc: before.furniture.cc.slice(0, 2),
    },
    figures: {
      ...before.figures,
      [key]: { ...figure, value: { ...figure.value, value: '0.4711' } },
      [bridge]: { ...chart, value: { ...chart.value, note: 'Mixed swaps are shown as of the end of the quarter.' } },
    },
    sections: [
      { ...introduction, body: changed(introduction.body, words) },
      { ...summary, title: 'Summary of our positions', body: changed(changed(summary.body, split), words) },
      {
        ...first,
        body: changed(changed(changed(changed(first.body, levels), words), bold), (node) =>
          node.type === 'orderedList' ? { ...node, type: 'bulletList', attrs: { id: node.attrs?.id } } : node,
        ),
      },
      section(
        'question',
        'Question 5',
        doc(h(1, 'A new answer'), p('A paragraph that is new.', note('With a note.')), ol(li('One'), li('Two'))),
        {
          id: uuid(77),
          question: question('5', 'Is there anything else that the Commissions should consider?'),
        },
      ),
      { ...mixed, body: changed(mixed.body, rows) },
      { ...annex, body: changed(annex.body, words) },
    ],
  };
  return named(revised);
}
