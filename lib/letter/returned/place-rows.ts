import type { ProseNode } from '../schema/prose-node';
import { HELD_INDENT, type HeldList, type HeldRow } from './held-row';

/** Lists and quotations put together from rows: what stands in what, by style, numbering and indent. */
export function placeRows(rows: readonly HeldRow[]): ProseNode[] {
  const placing = new Placing();
  for (const row of rows) placing.add(row);
  return placing.root.map(frozen);
}

interface Growing {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content: (Growing | ProseNode)[];
}

/** A list or quotation that may still go on. */
interface Open {
  readonly node: Growing;
  /** the indent of what stands in it: of a first quotation 0, because its style sets it in */
  readonly indent: number;
  readonly quoted: boolean;
  readonly list: HeldList | null;
  readonly level: number;
}

/** Two indents that are meant to be one: hands and other programs move them a little. */
const NEAR = 150;
const MOST_QUOTES = 6;

class Placing {
  readonly root: (Growing | ProseNode)[] = [];
  private open: Open[] = [];
  /** how many items of each numbering and level there are */
  private readonly counts = new Map<string, number>();
  private readonly used = new Set<ProseNode>();

  add(row: HeldRow): void {
    if (row.list) this.item(row, row.list);
    else {
      if (row.kind === 'heading') this.open = [];
      else if (row.kind === 'quote') this.quotation(row);
      else this.continuation(row);
      this.content().push(row.node);
    }
  }

  /** Where the next block goes: into the innermost open quotation or the last item of the innermost open list. */
  private content(): (Growing | ProseNode)[] {
    const top = this.open.at(-1);
    if (!top) return this.root;
    if (!top.list) return top.node.content;
    return (top.node.content.at(-1) as Growing).content;
  }

  private item(row: HeldRow, list: HeldList): void {
    const quoted = row.kind === 'quote';
    const same = this.open.findLastIndex(
      (own) =>
        own.list?.key === list.key &&
        own.level === list.level &&
        own.list.ordered === list.ordered &&
        own.quoted === quoted &&
        (!quoted || near(own.indent, row.left)),
    );
    if (same >= 0) this.open.length = same + 1;
    else this.newList(row, list, quoted);
    const key = `${list.key} ${list.level}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    const item: Growing = { type: 'listItem', ...this.named('listItem', row), content: [row.node] };
    (this.open.at(-1) as Open).node.content.push(item);
  }

  private newList(row: HeldRow, list: HeldList, quoted: boolean): void {
    const base = this.open.findLastIndex((own) => own.list !== null && own.level < list.level && (!own.quoted || quoted));
    let keep = base + 1;
    while (quoted && this.open[keep] && !this.open[keep]?.list && textLeft(this.open[keep] as Open) < row.left) keep += 1;
    this.open.length = keep;
    if (quoted) {
      const least = this.open.at(-1)?.quoted ? 0 : 1;
      this.openQuotes(
        bestCount(least, (count) => Math.abs(listIndent(this.indentAfter(count), list.level) - row.left)),
        row,
      );
    }
    const open = { indent: row.left, quoted, list, level: list.level };
    const before = this.content().at(-1);
    // nothing tells where one bulleted list ends and the next one begins
    if (!list.ordered && before?.type === 'bulletList') {
      this.open.push({ node: before as Growing, ...open });
      return;
    }
    const type = list.ordered ? 'orderedList' : 'bulletList';
    const start = list.start + (this.counts.get(`${list.key} ${list.level}`) ?? 0);
    const named = this.named(type, row);
    const attrs = list.ordered ? { ...named.attrs, start } : named.attrs;
    this.push({ node: { type, ...(attrs ? { attrs } : {}), content: [] }, ...open });
  }

  /** A paragraph of a quotation goes on in what is open at its indent, or opens quotations until it stands there. */
  private quotation(row: HeldRow): void {
    const whole = this.open;
    let best = { cost: Number.POSITIVE_INFINITY, keep: 0, quotes: 0 };
    for (let keep = whole.length; keep >= 0; keep -= 1) {
      this.open = whole.slice(0, keep);
      const least = this.open.at(-1)?.quoted ? 0 : 1;
      for (let quotes = least; quotes <= MOST_QUOTES; quotes += 1) {
        const indent = this.indentAfter(quotes);
        // a quotation that is opened anew is dearer than one that goes on
        const cost = Math.abs((indent || HELD_INDENT.quote) - row.left) + quotes;
        if (cost < best.cost) best = { cost, keep, quotes };
      }
    }
    this.open = whole.slice(0, best.keep);
    this.openQuotes(best.quotes, row);
  }

  /** A paragraph or table without number goes on in the item at whose indent it stands; at the left edge it stands by itself. */
  private continuation(row: HeldRow): void {
    const fits = (own: Open) => own.indent > 0 && (row.kind === 'block' || (own.list !== null && !own.quoted));
    const at = this.open.findLastIndex((own) => fits(own) && near(own.indent, row.left));
    if (at >= 0 || row.left < NEAR) this.open.length = at + 1;
    else this.open.length = this.open.findLastIndex((own) => fits(own) && own.indent <= row.left) + 1;
  }

  /** The indent of what stands in so many more quotations. */
  private indentAfter(quotes: number): number {
    let { indent, quoted } = this.open.at(-1) ?? { indent: 0, quoted: false };
    for (let count = 0; count < quotes; count += 1) [indent, quoted] = [quoteIndent(indent, quoted), true];
    return indent;
  }

  private openQuotes(count: number, row: HeldRow): void {
    for (let index = 0; index < count; index += 1) {
      const top = this.open.at(-1);
      const indent = quoteIndent(top?.indent ?? 0, top?.quoted ?? false);
      const open = { indent, quoted: true, list: null, level: top?.level ?? -1 };
      const before = this.content().at(-1);
      if (before?.type === 'blockquote') this.open.push({ node: before as Growing, ...open });
      else this.push({ node: { type: 'blockquote', ...this.named('blockquote', row), content: [] }, ...open });
    }
  }

  private push(open: Open): void {
    this.content().push(open.node);
    this.open.push(open);
  }

  /** The name of the list, item or quotation that a row stood in and that is not there yet. */
  private named(type: string, row: HeldRow): { attrs?: Readonly<Record<string, unknown>> } {
    const source = row.within?.find((own) => own.type === type && !this.used.has(own));
    if (!source) return {};
    this.used.add(source);
    return source.attrs?.id === undefined ? {} : { attrs: { id: source.attrs.id } };
  }
}

/** The indent of what stands in a quotation, by the indent around it. */
export function quoteIndent(indent: number, quoted: boolean): number {
  if (!quoted && indent === 0) return 0;
  return Math.min(indent + (indent === 0 ? 2 * HELD_INDENT.quote : HELD_INDENT.quote), HELD_INDENT.deepestQuote);
}

/** The indent of a list's text, by the indent around it and the depth of the list. */
export function listIndent(indent: number, depth: number): number {
  return indent + (depth === 0 ? HELD_INDENT.list : HELD_INDENT.nestedList);
}

function textLeft({ indent, quoted, list }: Open): number {
  return indent === 0 && quoted && !list ? HELD_INDENT.quote : indent;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= NEAR;
}

/** The count from `least` on that costs least; the smaller of two that cost the same. */
function bestCount(least: number, costOf: (count: number) => number): number {
  let best = least;
  for (let count = least + 1; count <= MOST_QUOTES; count += 1) if (costOf(count) < costOf(best)) best = count;
  return best;
}

function frozen(node: Growing | ProseNode): ProseNode {
  if (!node.content) return node;
  return { ...node, content: node.content.map(frozen) };
}
