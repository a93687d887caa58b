import fc from 'fast-check';
import type { Source, SourceKind } from '@/lib/letter/citations/source';
import { SOURCE_FORMS } from '@/lib/letter/citations/source-form';
import { isTextBlock } from '@/lib/letter/compare/node-name';
import { contentSize } from '@/lib/letter/compare/node-size';
import type { LetterContent } from '@/lib/letter/letter-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { PROTECTABLE_ATOMS, PROTECTABLE_BLOCKS } from '@/lib/letter/schema/block-protection';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import type { SuggestedChange } from '@/lib/letter/tracked/track-suggestions';
import { walkProse } from '@/lib/letter/walk-prose';
import type { WrittenThread } from '@/lib/word/letter-build';
import { anyEdits, anyWords } from './any-body';
import { anyLetter } from './any-letter';
import { editLetter, named } from './edit-letter';
import { doc, figChart, figTable, letter, p, question, section, text, uuid } from './letters';
import { suggestionsBetween } from './review-letter';

/** Letters with every kind of node at once, as a firm has them in the middle of a round: a version before, suggestions, comments. */
export interface LetterInWork {
  readonly before: LetterContent;
  readonly content: LetterContent;
  readonly suggestions: readonly SuggestedChange[];
  /** of what is not privileged, as the services hand it to the writer */
  readonly threads: readonly WrittenThread[];
  /** of the whole letter */
  readonly privilegedThreads: readonly WrittenThread[];
  readonly agency: 'CFTC' | 'SEC' | null;
}

const KINDS: readonly SourceKind[] = ['cfr', 'federal-register', 'release', 'statute', 'case', 'letter', 'webpage'];
const NO_SOURCE = uuid(0xb0);
const sourceId = (index: number) => uuid(0xb1 + index);

/** A source of each kind, some fields filled in and some not. */
const sources: fc.Arbitrary<Readonly<Record<string, Source>>> = fc
  .array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), { minLength: KINDS.length, maxLength: KINDS.length })
  .map((filled) =>
    Object.fromEntries(
      KINDS.map((kind, index): [string, Source] => {
        const fields = SOURCE_FORMS[kind].fields.filter(({ required }, place) => required === true || filled[index]?.[place]);
        const source = {
          id: sourceId(index),
          kind,
          fields: Object.fromEntries(fields.map(({ name, example }) => [name, `${example} & <b>`])),
        };
        return [source.id, source];
      }),
    ),
  );

const place = fc.nat(0xffff);

interface Choice {
  readonly at: number;
  readonly of: number;
}

const choice: fc.Arbitrary<Choice> = fc.record({ at: place, of: place });

const mark = fc.constantFrom<ProseMark>(
  { type: 'bold' },
  { type: 'definedTerm' },
  { type: 'link', attrs: { href: 'https://example.org/a?b=c&d' } },
  { type: 'protectedText', attrs: { protection: 'confidential' } },
  { type: 'protectedText', attrs: { protection: 'privileged' } },
);
const words = fc.tuple(anyWords, fc.array(mark, { maxLength: 2 })).map(([own, marks]) => text(`${own} `, ...marks));
const citation = fc
  .record({
    index: fc.integer({ min: -1, max: KINDS.length - 1 }),
    signal: fc.constantFrom(null, 'see', 'cf.'),
    pinpoint: fc.constantFrom(null, '37880', '(c)(2)', '  <b>'),
    parenthetical: fc.constantFrom(null, 'emphasis & added'),
  })
  .map(
    ({ index, ...attrs }): ProseNode => ({
      type: 'citation',
      attrs: { ...attrs, sourceId: index < 0 ? NO_SOURCE : sourceId(index), nodeId: null },
    }),
  );
/** What it leads to is chosen when the places of the letter are known. */
const reference = fc
  .record({
    target: fc.constantFrom('section', 'heading', 'exhibit', 'question', 'footnote'),
    targetId: place.map(String),
    form: fc.constantFrom(null, 'number', 'title', 'page'),
  })
  .map((attrs): ProseNode => ({ type: 'crossReference', attrs: { ...attrs, nodeId: null } }));
const atom = fc.oneof(words, citation, reference);
const footnote = fc
  .array(
    fc.array(atom, { maxLength: 3 }).map((content): ProseNode => ({ type: 'paragraph', content })),
    { minLength: 1, maxLength: 3 },
  )
  .map((content): ProseNode => ({ type: 'footnote', content }));
const inlines = fc.array(fc.oneof({ weight: 4, arbitrary: atom }, footnote), { minLength: 1, maxLength: 4 });

/**
 * A letter with every kind of node, every kind of mark, and figures, citations, references and protections anywhere in it. Its nodes are named from
 * `first` on, each name once in the letter.
 */
const anyWholeLetter = (first: number): fc.Arbitrary<LetterContent> =>
  fc
    .record({
      base: anyLetter,
      sources,
      puts: fc.array(fc.record({ where: choice, content: inlines }), { minLength: 2, maxLength: 8 }),
      exhibits: fc.array(
        fc.record({ where: choice, node: fc.constantFrom(figTable(uuid(3)), figChart(uuid(4)), figTable(uuid(7), { caption: 'Kept' })) }),
        { maxLength: 5 },
      ),
      protect: fc.array(fc.record({ where: place, protection: fc.constantFrom('confidential', 'privileged') }), { maxLength: 4 }),
    })
    .map(({ base, sources, puts, exhibits, protect }) => {
      const answer = section('question', 'Question 9', doc(p('Yes.')), { id: uuid(0xa0), question: question('9', 'Is it so?') });
      let content = named(base.sections.length > 0 ? base : letter([answer]));
      for (const { where, content: put } of puts) content = putInline(content, where, put);
      for (const { where, node } of exhibits) content = putBlock(content, where, node);
      content = named(content);
      for (const { where, protection } of protect) content = protectedAt(content, where, protection);
      return { ...named(leading(numbered(content, first))), sources };
    });

const anyThread = fc.record({
  where: choice,
  on: fc.constantFrom('section', 'stretch', 'stretch', 'node', 'nothing'),
  from: place,
  to: place,
  resolved: fc.boolean(),
  comments: fc.array(fc.constantFrom('Is this right?', 'Yes.\nSee the release.', '', '<b> & \u0001\ud800'), { minLength: 1, maxLength: 3 }),
});

/** A letter before and after edits, with suggestions of several people and comments at any place of it. */
export const anyLetterInWork: fc.Arbitrary<LetterInWork> = fc
  .record({
    one: anyWholeLetter(0x100000),
    other: anyWholeLetter(0x200000),
    edits: anyEdits(),
    suggested: anyEdits(),
    choice: fc.array(fc.nat({ max: 10_000 }), { minLength: 4, maxLength: 4 }),
    newSources: fc.boolean(),
    threads: fc.array(anyThread, { maxLength: 6 }),
    agency: fc.constantFrom('CFTC', 'SEC', null),
  })
  .map(({ one, other, edits, suggested, choice, newSources, threads, agency }): LetterInWork => {
    const edited = editLetter(one, other, edits, choice);
    const cited = newSources ? (other.sources ?? {}) : (one.sources ?? {});
    const content = { ...named(edited), figures: { ...other.figures, ...edited.figures }, sources: cited };
    const suggestions = suggestionsBetween(content, editLetter(content, other, suggested, [4, 5, 6, 4]));
    const placed = (all: LetterContent) => threads.flatMap((thread, index) => threadOn(all, thread, index));
    return { before: one, content, suggestions, threads: placed(withoutPrivileged(content)), privilegedThreads: placed(content), agency };
  });

type Change = (node: ProseNode) => ProseNode;

/** The letter with the node that `where` chooses among those of a kind changed; the same where there is none. */
function changedAt(content: LetterContent, where: number, isOne: (node: ProseNode) => boolean, change: Change): LetterContent {
  const count = content.sections.reduce((sum, { body }) => sum + [...walkProse(body)].filter(isOne).length, 0);
  if (count === 0) return content;
  let left = where % count;
  const walk = (node: ProseNode): ProseNode => {
    const own = isOne(node) && left-- === 0 ? change(node) : node;
    return own.content ? { ...own, content: own.content.map(walk) } : own;
  };
  return { ...content, sections: content.sections.map((own) => ({ ...own, body: walk(own.body) })) };
}

function spliced(node: ProseNode, at: number, put: readonly ProseNode[]): ProseNode {
  const content = [...(node.content ?? [])];
  content.splice(at % (content.length + 1), 0, ...put);
  return { ...node, content };
}

/** In any line of text, also of cells, items and notes: a note among them is made words by the schema's repair. */
function putInline(content: LetterContent, { at, of }: Choice, put: readonly ProseNode[]): LetterContent {
  return changedAt(content, at, isTextBlock, (node) => spliced(node, of, put));
}

const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['doc', 'blockquote', 'tableCell']);

function putBlock(content: LetterContent, { at, of }: Choice, node: ProseNode): LetterContent {
  return changedAt(
    content,
    at,
    ({ type }) => HOLDS_BLOCKS.has(type),
    (parent) => spliced(parent, of, [node]),
  );
}

const PROTECTABLE: ReadonlySet<string> = new Set([...PROTECTABLE_BLOCKS, ...PROTECTABLE_ATOMS]);

function protectedAt(content: LetterContent, where: number, protection: string): LetterContent {
  return changedAt(
    content,
    where,
    ({ type }) => PROTECTABLE.has(type),
    (node) => ({ ...node, attrs: { ...node.attrs, protection } }),
  );
}

/** The letter with its nodes named by numbers, from one on, so that no two sections share a name. */
function numbered(content: LetterContent, first: number): LetterContent {
  let next = first;
  const walk = (node: ProseNode): ProseNode => {
    const attrs: Record<string, unknown> = { ...node.attrs };
    for (const name of ['id', 'nodeId']) if (name in attrs) attrs[name] = uuid(next++);
    return { ...node, ...(node.attrs ? { attrs } : {}), ...(node.content ? { content: node.content.map(walk) } : {}) };
  };
  return { ...content, sections: content.sections.map((own) => ({ ...own, body: walk(own.body) })) };
}

/** The letter with each reference leading to a place that is there, or now and then to none. */
function leading(content: LetterContent): LetterContent {
  const nodes = content.sections.flatMap(({ body }) => [...walkProse(body)]);
  const idsOf = (types: readonly string[], attribute: 'id' | 'nodeId') =>
    nodes.filter(({ type }) => types.includes(type)).map(({ attrs }) => String(attrs?.[attribute]));
  const places: Readonly<Record<string, readonly string[]>> = {
    section: content.sections.map(({ id }) => id),
    heading: idsOf(['heading'], 'id'),
    exhibit: idsOf(['figureTable', 'figureChart'], 'nodeId'),
    question: content.sections.flatMap(({ question: own }) => (own ? [own.key] : [])),
    footnote: idsOf(['footnote'], 'id'),
  };
  const walk = (node: ProseNode): ProseNode => {
    if (node.type === 'crossReference') {
      const there = [...(places[String(node.attrs?.target)] ?? []), 'nowhere'];
      return { ...node, attrs: { ...node.attrs, targetId: there[Number(node.attrs?.targetId) % there.length] } };
    }
    return node.content ? { ...node, content: node.content.map(walk) } : node;
  };
  return { ...content, sections: content.sections.map((own) => ({ ...own, body: walk(own.body) })) };
}

type AnyThread = typeof anyThread extends fc.Arbitrary<infer T> ? T : never;

function threadOn(content: LetterContent, { where, on, from, to, resolved, comments }: AnyThread, index: number): WrittenThread[] {
  const own = content.sections[where.at % Math.max(content.sections.length, 1)];
  if (!own) return [];
  const nodes = [...walkProse(own.body)].filter((node) => (on === 'stretch' ? isTextBlock(node) : (node.attrs?.id ?? node.attrs?.nodeId)));
  const node = nodes[where.of % Math.max(nodes.length, 1)];
  const name = String(node?.attrs?.id ?? node?.attrs?.nodeId ?? 'gone');
  const [start, end] = [from, to].map((offset) => offset % ((node ? contentSize(node) : 0) + 1)).sort((a, b) => a - b);
  const at = `2026-11-2${index % 3}T10:00:00.000Z`;
  const spot: WrittenThread['place'] =
    on === 'section'
      ? null
      : on === 'stretch'
        ? { blockId: name, from: start ?? 0, to: end ?? 0 }
        : { nodeId: on === 'node' ? name : 'gone' };
  return [
    {
      ...{ sectionId: own.id, place: spot, resolved },
      comments: comments.map((said, reply) => ({ author: ['Ada Example', 'Ben <Sample>', ''][reply] ?? '', at, text: said })),
    },
  ];
}
