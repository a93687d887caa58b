import { joinText, sameValue } from '../compare/canonical-body';
import { isTextBlock, nodeName } from '../compare/node-name';
import { contentSize } from '../compare/node-size';
import { sliceInline } from '../compare/slice-inline';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import type { Edit } from './edit';
import { remarked, withMarks } from './edits-of-changes';
import { tidyEnds } from './tidy-ends';
import type { TrackedBody, TrackedEnd, Tracker } from './tracked';
import { markedInline, wholeNode } from './whole-node';

/** An edit and whose it is. */
export interface OwnedEdit {
  readonly edit: Edit;
  readonly by: Tracker;
}

/** Draws edits into the body that they are of: it keeps what goes and holds what comes, all marked. */
export function drawEdits(base: ProseNode, edits: readonly OwnedEdit[]): TrackedBody {
  if (edits.length === 0) return base;
  const drawing = new Drawing(edits);
  return tidyEnds({ ...base, content: drawing.children(base, null) });
}

type Form = Pick<ProseNode, 'type'> & { readonly attrs: Readonly<Record<string, unknown>> };
type Owned<K extends Edit['kind']> = { readonly edit: Extract<Edit, { kind: K }>; readonly by: Tracker };

/** A drawn block; `item` where it begins a list item that was split off the one before. */
interface Drawn {
  readonly node: ProseNode;
  readonly item: ProseNode | null;
}

class Drawing {
  private readonly coming = new Map<string, ProseNode[]>();
  private readonly going = new Map<string, Tracker>();
  private readonly inside = new Map<string, OwnedEdit[]>();
  /** the form of the block that a joined one goes over into, and who joins it */
  private joining: { readonly form: Form; readonly by: Tracker } | null = null;

  constructor(edits: readonly OwnedEdit[]) {
    for (const { edit, by } of edits) {
      if (edit.kind === 'gone') this.going.set(edit.id, by);
      else if (edit.kind === 'come') {
        const place = placeKey(edit.parent, edit.before);
        this.coming.set(place, [
          ...(this.coming.get(place) ?? []),
          ...edit.nodes.map((node) => wholeNode(node, { kind: 'inserted', ...by })),
        ]);
      } else this.inside.set(edit.id, [...(this.inside.get(edit.id) ?? []), { edit, by }]);
    }
  }

  children(parent: ProseNode, name: string | null): ProseNode[] {
    const out: ProseNode[] = [];
    for (const child of parent.content ?? []) {
      out.push(...(this.coming.get(placeKey(name, nodeName(child))) ?? []));
      out.push(...(child.type === 'listItem' ? this.item(child) : this.block(child).map(({ node }) => node)));
    }
    return [...out, ...(this.coming.get(placeKey(name, null)) ?? [])];
  }

  private block(node: ProseNode): readonly Drawn[] {
    const by = this.going.get(nodeName(node) ?? '');
    if (by) return [{ node: wholeNode(node, { kind: 'deleted', ...by }), item: null }];
    if (isTextBlock(node)) return this.text(node);
    if (!node.content) return [{ node, item: null }];
    const content = this.children(node, nodeName(node));
    const list = this.own(node, 'list')[0];
    return [{ node: list ? relisted({ ...node, content }, list) : { ...node, content }, item: null }];
  }

  /** An item, and those that are split off it. */
  private item(node: ProseNode): ProseNode[] {
    const by = this.going.get(nodeName(node) ?? '');
    if (by) return [wholeNode(node, { kind: 'deleted', ...by })];
    const name = nodeName(node);
    const items: { readonly of: ProseNode; readonly content: ProseNode[] }[] = [{ of: node, content: [] }];
    for (const child of node.content ?? []) {
      items.at(-1)?.content.push(...(this.coming.get(placeKey(name, nodeName(child))) ?? []));
      for (const { node: drawn, item } of this.block(child)) {
        if (item) items.push({ of: item, content: [] });
        items.at(-1)?.content.push(drawn);
      }
    }
    items.at(-1)?.content.push(...(this.coming.get(placeKey(name, null)) ?? []));
    return items.map(({ of, content }) => ({ ...of, content }));
  }

  private own<K extends Edit['kind']>(node: ProseNode, kind: K): readonly Owned<K>[] {
    const edits = this.inside.get(nodeName(node) ?? '') ?? [];
    return edits.filter((owned): owned is Owned<K> => owned.edit.kind === kind);
  }

  private text(block: ProseNode): readonly Drawn[] {
    const form = this.own(block, 'form')[0];
    const was = formOf(block);
    const now = this.joining ? { form: this.joining.form, by: this.joining.by } : form ? { form: formOf(form.edit), by: form.by } : null;
    const rows: { form: Form; by: Tracker | null; id: unknown; item: ProseNode | null; content: ProseNode[]; end: TrackedEnd | null }[] = [
      { form: now?.form ?? was, by: now?.by ?? null, id: block.attrs?.id, item: null, content: [], end: null },
    ];
    const points = [...this.own(block, 'put'), ...this.own(block, 'split')];
    const order = new Map((this.inside.get(nodeName(block) ?? '') ?? []).map(({ edit }, index) => [edit as Edit, index]));
    const at = (edit: Edit) => order.get(edit) ?? 0;
    for (const [from, to] of this.stretches(block)) {
      const here = points.filter(({ edit }) => edit.at === from).sort((one, other) => at(one.edit) - at(other.edit));
      for (const { edit, by } of here) {
        const row = rows.at(-1) as (typeof rows)[number];
        if (edit.kind === 'put') row.content.push(...edit.nodes.map((node) => markedInline(node, { kind: 'inserted', ...by })));
        else {
          row.end = { kind: 'inserted', ...by };
          rows.push({ form: formOf(edit.block), by, id: edit.block.attrs?.id, item: edit.item, content: [], end: null });
        }
      }
      if (to > from) rows.at(-1)?.content.push(...this.stretch(block, from, to));
    }
    const last = rows.at(-1) as (typeof rows)[number];
    const join = this.own(block, 'join')[0];
    this.joining = join ? { form: last.form, by: join.by } : null;
    if (join) last.end = { kind: 'deleted', ...join.by };
    return rows.map(({ form: own, by, id, item, content, end }) => {
      const formed = by && !sameForm(own, was) ? { trackedForm: { author: by.author, at: by.at, before: was } } : {};
      const attrs = { ...own.attrs, id, ...(end ? { trackedEnd: end } : {}), ...formed };
      const words = joinText(content);
      return { node: { type: own.type, attrs, ...(words.length > 0 ? { content: words } : {}) }, item };
    });
  }

  /** A block's offsets cut where something begins or ends; the last is its end, where something may be put. */
  private stretches(block: ProseNode): (readonly [number, number])[] {
    const size = contentSize(block);
    const bounds = new Set([0, size]);
    for (const { edit } of this.inside.get(nodeName(block) ?? '') ?? []) {
      if (edit.kind === 'cut' || edit.kind === 'format') for (const bound of [edit.from, edit.to]) bounds.add(bound);
      if (edit.kind === 'put' || edit.kind === 'split') bounds.add(edit.at);
    }
    const sorted = [...bounds].sort((one, other) => one - other);
    return sorted.map((from, index) => [from, sorted[index + 1] ?? from] as const);
  }

  private stretch(block: ProseNode, from: number, to: number): ProseNode[] {
    const covers = ({ edit }: Owned<'cut'> | Owned<'format'>) => edit.from <= from && to <= edit.to;
    const cut = this.own(block, 'cut').find(covers);
    const nodes = sliceInline(block.content ?? [], from, to);
    if (cut) return nodes.map((node) => markedInline(node, { kind: 'deleted', ...cut.by }));
    const formats = this.own(block, 'format').filter(covers);
    return nodes.map((node) => {
      const inner = node.type === 'footnote' ? { ...node, content: this.footnote(node) } : node;
      return formats.length > 0 ? reformatted(inner, formats) : inner;
    });
  }

  /** A footnote's text is a story of its own, in the midst of a paragraph's. */
  private footnote(node: ProseNode): ProseNode[] {
    const outer = this.joining;
    this.joining = null;
    const content = this.children(node, nodeName(node));
    this.joining = outer;
    return content;
  }
}

function placeKey(parent: string | null, before: string | null): string {
  return JSON.stringify([parent, before]);
}

function formOf({ type, attrs }: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): Form {
  const { id: _id, ...others } = attrs ?? {};
  return { type, attrs: others };
}

function sameForm(one: Form, other: Form): boolean {
  return one.type === other.type && sameValue(one.attrs, other.attrs);
}

function reformatted(node: ProseNode, formats: readonly Owned<'format'>[]): ProseNode {
  const before = node.marks ?? [];
  const marks = formats.reduce((own: readonly ProseMark[], { edit }) => remarked(own, edit.added, edit.removed), before);
  const by = formats[0]?.by;
  return withMarks(node, [...marks, { type: 'reformatted', attrs: { author: by?.author, at: by?.at, before } }]);
}

/** A list of another kind: each item that was there remembers what it was an item of. */
function relisted(list: ProseNode, { edit, by }: Owned<'list'>): ProseNode {
  const { start } = list.attrs ?? {};
  const attrs = { list: list.type, ...(list.type === 'orderedList' ? { start } : {}) };
  const items = (list.content ?? []).map((item) => {
    const [first, ...rest] = item.content ?? [];
    if (!first || isNew(item)) return item;
    const { type, attrs: own } = (first.attrs?.trackedForm as { before?: Form } | undefined)?.before ?? formOf(first);
    const { trackedEnd: _end, trackedForm: _form, ...plain } = own;
    const trackedForm = { author: by.author, at: by.at, before: { type, attrs: { ...plain, ...attrs } } };
    return { ...item, content: [{ ...first, attrs: { ...first.attrs, trackedForm } }, ...rest] };
  });
  return { ...list, type: edit.type, attrs: { ...edit.attrs }, content: items };
}

function isNew(item: ProseNode): boolean {
  const [first] = item.content ?? [];
  const words = first?.content ?? [];
  const end = first?.attrs?.trackedEnd as TrackedEnd | undefined;
  return end?.kind === 'inserted' && words.every(({ marks }) => marks?.some(({ type }) => type === 'inserted'));
}
