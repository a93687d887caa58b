import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { keptBody, keptLetter } from '../inputs/kept-letter';
import { benchLetter } from '../inputs/letter';
import { sentence } from '../inputs/words';

/** benchLetter sets at about 60 pages; its sections this many times over are 100 and a little. */
const EXTRA_SECTIONS = 30;

/** A letter of 100 pages as it is kept: every node named. */
export function longLetter(): LetterContent {
  const letter = benchLetter();
  const answers = letter.sections.filter(({ kind }) => kind === 'question');
  const more = answers.slice(0, EXTRA_SECTIONS).map((section, index) => ({ ...section, id: `extra-${index}` }));
  return keptLetter({ ...letter, sections: [...letter.sections, ...more] });
}

/** The letter after edits of so many of its paragraphs: words typed, taken out, replaced, paragraphs split, put in and taken out. */
export function editedLetter(letter: LetterContent, share: number, seed: number): LetterContent {
  const draw = new SampleDraw(seed);
  const sections = letter.sections.map((section) => ({ ...section, body: edited(section.body, share, draw) }));
  return { ...letter, sections: sections.map((section) => ({ ...section, body: keptBody(section.body, `later ${section.id}`) })) };
}

/** The same letter with every word another, under the same names. */
export function otherWords(letter: LetterContent): LetterContent {
  const draw = new SampleDraw(7);
  const rewritten = (node: ProseNode): ProseNode => ({
    ...node,
    ...(node.type === 'text' ? { text: sentence(draw).split(' ').reverse().join(' ') } : {}),
    ...(node.content ? { content: node.content.map(rewritten) } : {}),
  });
  return { ...letter, sections: letter.sections.map((section) => ({ ...section, body: rewritten(section.body) })) };
}

/** The same letter with every block under another name. */
export function otherNames(letter: LetterContent): LetterContent {
  const renamed = (node: ProseNode): ProseNode => ({
    ...node,
    ...(node.attrs?.id ? { attrs: { ...node.attrs, id: `other ${String(node.attrs.id)}` } } : {}),
    ...(node.content ? { content: node.content.map(renamed) } : {}),
  });
  return { ...letter, sections: letter.sections.map((section) => ({ ...section, body: renamed(section.body) })) };
}

function edited(node: ProseNode, share: number, draw: SampleDraw): ProseNode {
  if (!node.content) return node;
  return {
    ...node,
    content: node.content.flatMap((child) =>
      child.type === 'paragraph' && draw.between(1, 1000) <= share * 1000 ? edit(child, draw) : [edited(child, share, draw)],
    ),
  };
}

function edit(paragraph: ProseNode, draw: SampleDraw): ProseNode[] {
  const content = [...(paragraph.content ?? [])];
  const first = content[0];
  if (first?.type !== 'text' || !first.text) return [paragraph];
  const words = first.text.split(' ');
  const at = draw.between(0, words.length - 1);
  const withWords = (own: readonly string[]) => ({
    ...paragraph,
    content: [{ ...first, text: own.join(' ') || 'Nothing' }, ...content.slice(1)],
  });
  const kind = draw.between(1, 10);
  if (kind <= 4) return [withWords([...words.slice(0, at), 'in', 'our', 'view', ...words.slice(at)])];
  if (kind <= 7) return [withWords([...words.slice(0, at), 'rather', ...words.slice(at + 2)])];
  if (kind === 8) return [paragraph, { type: 'paragraph', content: [{ type: 'text', text: sentence(draw) }] }];
  if (kind === 9 || at === 0) return [withWords(sentence(draw).split(' '))];
  const head = { ...paragraph, content: [{ ...first, text: words.slice(0, at).join(' ') }] };
  return [head, { type: 'paragraph', content: [{ ...first, text: words.slice(at).join(' ') }, ...content.slice(1)] }];
}
