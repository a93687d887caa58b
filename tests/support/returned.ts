import type { LetterContent } from '@/lib/letter/letter-content';
import type { ReturnedDocument, ReturnedObject, ReturnedSection } from '@/lib/letter/returned/returned-document';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';

/** A file as it is read when nobody edited it, with some of its sections given otherwise. */
export function returnedOf(
  content: LetterContent,
  sections: Readonly<Record<string, Partial<ReturnedSection>>> = {},
  more: Partial<ReturnedDocument> = {},
): ReturnedDocument {
  return {
    versionHash: null,
    sections: content.sections.map(
      (section): ReturnedSection => ({
        ...{ id: section.id, by: 'bookmark', title: section.kind === 'introduction' ? '' : section.title, titleBefore: null },
        ...{ body: withoutNames(section.body), objects: {}, ...sections[section.id] },
      }),
    ),
    furniture: [],
    threads: [],
    authors: [],
    fields: [],
    notUnderstood: [],
    ...more,
  };
}

/** A body as a reader gives it: nothing of it is named but figures, citations and cross-references. */
export function withoutNames(node: ProseNode): ProseNode {
  const { id: _, ...attrs } = node.attrs ?? {};
  const content = node.content ? { content: node.content.map(withoutNames) } : {};
  return { ...node, ...(node.attrs ? { attrs } : {}), ...content };
}

const AT = '2026-09-01T10:00:00Z';

/** Words that somebody put in or took out with the tracking on. */
export const inserted = (words: string, author = 'Jane Counsel', at = AT) => tracked('inserted', words, author, at);
export const deleted = (words: string, author = 'Jane Counsel', at = AT) => tracked('deleted', words, author, at);

function tracked(type: 'inserted' | 'deleted', words: string, author: string, at: string): ProseNode {
  const mark: ProseMark = { type, attrs: { author, at } };
  return { type: 'text', text: words, marks: [mark] };
}

/** Somebody's insertion that somebody else took out again. */
export const insertedThenDeleted = (words: string, one: string, other: string): ProseNode => ({
  type: 'text',
  text: words,
  marks: [
    { type: 'inserted', attrs: { author: one, at: AT } },
    { type: 'deleted', attrs: { author: other, at: AT } },
  ],
});

export const object = (shown: string, more: Partial<ReturnedObject> = {}): ReturnedObject => ({
  kind: 'figureNumber',
  by: 'control',
  shown,
  written: null,
  altered: false,
  ...more,
});
