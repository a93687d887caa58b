import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { FigureValue, ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import { anyLetter } from './any-letter';
import {
  br,
  cite,
  doc,
  fig,
  figChart,
  figTable,
  h,
  letter,
  li,
  millions,
  note,
  p,
  quote,
  resolved,
  section,
  table,
  td,
  text,
  tr,
  ul,
  uuid,
} from './letters';

/** A letter with random marks, and a unique word in everything that they hold back. */
export interface HiddenLetter {
  readonly content: LetterContent;
  readonly needles: readonly string[];
  /** those of them that are privileged */
  readonly privileged: readonly string[];
}

/** What somebody does with one place of a letter; `at` chooses the place, `privileged` the mark. */
interface Marking {
  readonly what: (typeof MARKINGS)[number];
  readonly at: number;
  readonly privileged: boolean;
  readonly within: (typeof CONTAINERS)[number];
}

const MARKINGS = [
  'words',
  'link',
  'block',
  'block',
  'footnote',
  'number',
  'number between words',
  'table',
  'chart',
  'lines',
  'row',
  'own words',
  'citation',
  'heading and its title',
  'own block',
  'action',
  'list',
  'item',
  'whole table',
  'note with all in it',
  'lines and terms',
  'heading of the contents',
  'words of a heading',
  'table that is referred to',
  'chart in a cell',
  'table of many',
] as const;
const CONTAINERS = ['body', 'quotation', 'list', 'cell', 'note'] as const;

const marking: fc.Arbitrary<Marking> = fc.record({
  what: fc.constantFrom(...MARKINGS),
  at: fc.nat(0xffff),
  privileged: fc.boolean(),
  within: fc.constantFrom(...CONTAINERS),
});

/** Any letter with `markings` marks put on its own words and blocks, and on notes, rows and figures that are added. */
export const anyHiddenLetter: fc.Arbitrary<HiddenLetter> = fc
  .record({ base: anyLetter, markings: fc.array(marking, { minLength: 1, maxLength: 6 }) })
  .map(({ base, markings }) => {
    const hidden = new Hidden(base.sections.length > 0 ? base : letter([section('discussion', 'Costs', doc(p('open')))]));
    for (const each of markings) hidden.mark(each);
    return { content: hidden.content, needles: hidden.needles, privileged: hidden.privileged };
  });

class Hidden {
  readonly needles: string[] = [];
  readonly privileged: string[] = [];

  constructor(public content: LetterContent) {}

  mark(marking: Marking): void {
    const known = this.needles.length;
    this.content = this.marked(marking);
    if (marking.privileged) this.privileged.push(...this.needles.slice(known));
  }

  private marked({ what, at, privileged, within }: Marking): LetterContent {
    const protection = privileged ? 'privileged' : 'confidential';
    const mark: ProseMark = { type: 'protectedText', attrs: { protection } };
    // what is privileged stays so, whatever is marked around it or again
    const held = (node: ProseNode): ProseNode => ({
      ...node,
      attrs: { ...node.attrs, protection: node.attrs?.protection === 'privileged' ? 'privileged' : protection },
    });
    const word = () => this.needle();
    switch (what) {
      case 'words':
        return this.add(at, within, p('open ', text(`${word()} and ${word()}`, mark), ' open'));
      case 'link':
        return this.add(
          at,
          within,
          p('open ', text(word(), { type: 'link', attrs: { href: `https://${word()}.example/?q=${word()}` } }, mark)),
        );
      case 'block':
        return this.add(
          at,
          within,
          held(p(word(), text(word(), { type: 'link', attrs: { href: `https://${word()}.example` } }), note(word()))),
        );
      case 'footnote':
        return this.add(at, outside(within), p('open', held(note(p(word()), p(word())))));
      case 'number':
        return this.add(at, within, p('open ', held(fig(this.figure(this.number()), { nodeId: word() })), ' open'));
      case 'number between words':
        return this.add(at, within, p('open ', text(word(), mark), fig(this.figure(this.number())), text(word(), mark)));
      case 'table':
        return this.add(at, outside(within), held(figTable(this.figure(this.table()), { caption: word() })));
      case 'chart':
        return this.add(at, outside(within), held(quote(figChart(this.figure(this.chart()), { caption: word() }))));
      case 'lines':
        return this.add(at, outside(within), held(figChart(this.figure(this.lines()), { caption: word() })));
      case 'row':
        return this.add(at, outside(within), table(tr(td('open'), td('open')), held(tr(td(word()), td(text(word()), note(word()))))));
      case 'citation':
        return this.add(
          at,
          within,
          p('open ', held({ type: 'citation', attrs: { sourceId: this.source(), nodeId: null, pinpoint: word(), parenthetical: word() } })),
        );
      case 'heading and its title': {
        const [id, toTitle] = [uuid(0xe000 + this.needles.length), uuid(0xd000 + this.needles.length)];
        const reference = { target: 'heading', targetId: id, form: 'title', nodeId: toTitle };
        const heading = held({ type: 'heading', attrs: { level: 1, id }, content: [text(word())] });
        return this.add(at, 'body', quote(heading, p('see ', { type: 'crossReference', attrs: reference })));
      }
      case 'own words':
        return this.change(at, 'text', (node) => ({ ...node, text: word(), marks: [...(node.marks ?? []), mark] }));
      case 'own block':
        return this.change(at, 'paragraph', (node) => held({ ...node, content: [...(node.content ?? []), text(word())] }));
      case 'action':
        return this.add(at, within, p('open ', held(cite(word())), ' open'));
      case 'list':
        return this.add(at, outside(within), held(ul(li(word()), li(p(word()), ul(li(p(word(), note(word()))))))));
      case 'item':
        return this.add(at, outside(within), ul(li('open'), held(li(p(word(), fig(this.figure(this.number()))), ul(li(word()))))));
      case 'whole table': {
        const rows = [
          tr(td(word()), td(word(), note(word()))),
          tr({ type: 'tableCell', content: [figTable(this.figure(this.table()), { caption: word() })] }),
        ];
        return this.add(at, outside(within), held(table(...rows)));
      }
      case 'note with all in it': {
        const inner = [
          text(word(), { type: 'link', attrs: { href: `https://${word()}.example` } }),
          fig(this.figure(this.number())),
          this.citation(word),
          cite(word()),
        ];
        return this.add(at, outside(within), p('open', held(note(p(...inner), p(word())))));
      }
      case 'lines and terms': {
        const term = (words: string) => text(words, { type: 'definedTerm' }, mark);
        return this.add(at, within, p('open ', term(word()), br(), this.citation(word), br(), term(word())));
      }
      case 'heading of the contents':
        return this.add(at, 'body', this.referredTo(held, [text(word())]));
      case 'words of a heading':
        return this.add(
          at,
          'body',
          this.referredTo((node) => node, ['open ', text(word(), mark)]),
        );
      case 'table that is referred to': {
        const [nodeId, title, page] = [
          uuid(0xa000 + this.needles.length),
          uuid(0x9000 + this.needles.length),
          uuid(0x8000 + this.needles.length),
        ];
        const refer = (form: string, own: string): ProseNode => ({
          type: 'crossReference',
          attrs: { target: 'exhibit', targetId: nodeId, form, nodeId: own },
        });
        const exhibit = held(figTable(this.figure(this.table()), { caption: word(), nodeId }));
        return this.add(at, 'body', quote(exhibit, p('see ', refer('title', title), ' on ', refer('page', page))));
      }
      case 'table of many': {
        // so many that the letter lists them behind its contents
        const exhibits = [1, 2, 3, 4].map(() => figTable(uuid(3), { caption: 'open' }));
        return this.add(at, 'body', [held(figTable(this.figure(this.table()), { caption: word() })), ...exhibits]);
      }
      case 'chart in a cell': {
        const cell = (node: ProseNode): ProseNode => ({ type: 'tableCell', content: [node] });
        const chart = held(figChart(this.figure(this.chart()), { caption: word() }));
        return this.add(at, outside(within), table(tr(cell(chart), cell(held(ul(li(word())))))));
      }
    }
  }

  /** A heading that stands in the contents, and a reference to its words. */
  private referredTo(held: (node: ProseNode) => ProseNode, words: (ProseNode | string)[]): ProseNode[] {
    const [id, nodeId] = [uuid(0xe000 + this.needles.length), uuid(0xd000 + this.needles.length)];
    const heading = held({ ...h(1, ...words), attrs: { level: 1, id } });
    return [heading, p('see ', { type: 'crossReference', attrs: { target: 'heading', targetId: id, form: 'title', nodeId } })];
  }

  /** A citation that nothing marks. */
  private citation(word: () => string): ProseNode {
    return { type: 'citation', attrs: { sourceId: this.source(), nodeId: word(), pinpoint: word(), parenthetical: word() } };
  }

  /** A word that stands nowhere else, with neither sign nor space, so that no escaping hides it. */
  private needle(): string {
    const needle = `zq${(this.needles.length + 1).toString().padStart(3, '0')}xk${(0x9e3779b1 * (this.needles.length + 7)).toString(36)}`;
    this.needles.push(needle);
    return needle;
  }

  private figure(value: FigureValue): string {
    const id = uuid(0xf000 + this.needles.length);
    const figure: ResolvedFigure = { ...resolved(id, this.needle(), value), path: this.needle() };
    const source = { ...figure.source, analysis: this.needle() };
    this.content = {
      ...this.content,
      figures: { ...this.content.figures, [`${id}@${figure.runId}`]: { ...figure, runId: figure.runId, source } },
    };
    return id;
  }

  private source(): string {
    const id = uuid(0xc000 + this.needles.length);
    const fields = { author: this.needle(), title: this.needle(), url: `https://${this.needle()}.example`, shortName: this.needle() };
    this.content = { ...this.content, sources: { ...this.content.sources, [id]: { id, kind: 'webpage', fields } } };
    return id;
  }

  private said() {
    return { about: this.needle(), note: this.needle(), notice: this.needle() };
  }

  /** An amount of which the digits are unique, as they are and as they are written. */
  private amount(): string {
    const digits = String(7_391_000_000 + 1_234_567 * (this.needles.length + 1));
    this.needles.push(digits, `${digits.slice(0, 1)},${digits.slice(1, 4)}.${digits.slice(4, 5)}`);
    return digits;
  }

  private number(): FigureValue {
    return { ...this.said(), kind: 'number', value: this.amount(), format: { ...millions, decimals: 1 } };
  }

  private table(): FigureValue {
    const columns = [
      { key: 'a', label: this.needle(), format: null },
      { key: 'b', label: this.needle(), format: millions, heat: true },
    ];
    return {
      ...this.said(),
      kind: 'table',
      columns,
      rows: [
        { a: this.needle(), b: this.amount() },
        { a: this.needle(), b: this.needle() },
      ],
      totalRow: 1,
    };
  }

  private chart(): FigureValue {
    const points = [
      { label: this.needle(), amount: this.amount(), kind: 'total', agency: 'CFTC' },
      { label: this.needle(), amount: this.amount(), kind: 'total', agency: 'SEC' },
    ] as const;
    return { ...this.said(), kind: 'chart', chart: 'bridge', points, format: millions, altText: this.needle() };
  }

  private lines(): FigureValue {
    return {
      ...this.said(),
      ...{ kind: 'chart', chart: 'lines', axis: this.needle(), categories: [this.needle(), this.needle()], places: null, current: null },
      series: [{ name: this.needle(), look: 'bars', values: [this.amount(), null] }],
      ...{ format: millions, altText: this.needle() },
    };
  }

  private add(at: number, within: Marking['within'], put: ProseNode | readonly ProseNode[]): LetterContent {
    const nodes = 'type' in put ? [put] : put;
    const node = nodes[0] as ProseNode;
    const block =
      within === 'quotation'
        ? quote(node)
        : within === 'list'
          ? ul(li(p('open'), node))
          : within === 'cell'
            ? table(tr({ type: 'tableCell', content: [node] }))
            : node;
    const wrapped = within === 'note' ? p('open', { type: 'footnote', content: [node] }) : block;
    const index = at % this.content.sections.length;
    return {
      ...this.content,
      sections: this.content.sections.map((own, place) => {
        if (place !== index) return own;
        const blocks = [...(own.body.content ?? [])];
        blocks.splice(at % (blocks.length + 1), 0, wrapped, ...nodes.slice(1));
        return { ...own, body: { ...own.body, content: blocks } };
      }),
    };
  }

  private change(at: number, type: string, change: (node: ProseNode) => ProseNode): LetterContent {
    const count = this.content.sections.map(({ body }) => countOf(body, type)).reduce((total, own) => total + own, 0);
    if (count === 0) return this.content;
    let left = at % count;
    const walk = (node: ProseNode): ProseNode => {
      if (node.type === type && left-- === 0) return change(node);
      return node.content ? { ...node, content: node.content.map(walk) } : node;
    };
    return { ...this.content, sections: this.content.sections.map((own) => ({ ...own, body: walk(own.body) })) };
  }
}

/** What no note can hold stands in the body instead. */
function outside(within: Marking['within']): Marking['within'] {
  return within === 'note' ? 'body' : within;
}

function countOf(node: ProseNode, type: string): number {
  return (node.type === type ? 1 : 0) + (node.content ?? []).reduce((total, child) => total + countOf(child, type), 0);
}

/** Which of the words stand anywhere in a package: names of parts, and every part as UTF-8 and UTF-16, also of packages in it. */
export function found(bytes: Uint8Array, needles: readonly string[]): readonly string[] {
  const texts = [...textsIn(bytes)].join('\n').toLowerCase();
  return needles.filter((needle) => texts.includes(needle.toLowerCase()));
}

function* textsIn(bytes: Uint8Array): Generator<string> {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    yield name;
    if (part[0] === 0x50 && part[1] === 0x4b) {
      yield* textsIn(part);
      continue;
    }
    const words = strFromU8(part);
    yield words;
    yield words.replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_all, hex, digits) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits)),
    );
    yield words.replace(/<[^>]*>/g, '');
    yield new TextDecoder('utf-16le').decode(part);
    yield new TextDecoder('utf-16be').decode(part);
  }
}
