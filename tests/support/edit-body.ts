import { INLINE_NODES } from '@/lib/letter/schema/inline-nodes';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { counter, type Edit, named } from './any-body';

/** A node that is being edited. */
interface Live {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Live[];
  marks?: readonly ProseMark[];
  text?: string;
}

/**
 * The body after edits, made as an editor makes them: what stays keeps its name, what is new gets one that begins with `prefix`. An edit that finds
 * nothing to do, or would leave what the schema does not allow, is left out.
 */
export function editBody(body: ProseNode, edits: readonly Edit[], prefix: string): ProseNode {
  const next = counter(prefix);
  let present = body;
  for (const edit of edits) {
    const copy = structuredClone(present) as Live;
    perform(copy, edit, next);
    const checked = validateBody(named(copy as ProseNode, next));
    if (checked.ok) present = checked.value;
  }
  return present;
}

const MARKS: readonly ProseMark[] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'definedTerm' },
  { type: 'protectedText', attrs: { protection: 'confidential' } },
];

function perform(doc: Live, edit: Edit, next: () => string): void {
  const all = placesIn(doc);
  const texts = all.filter(({ node }) => node.type === 'paragraph' || node.type === 'heading');
  const pick = <T>(list: readonly T[], by: number): T | undefined => (list.length > 0 ? list[by % list.length] : undefined);
  const text = pick(texts, edit.at);
  const block = pick(
    all.filter(({ parent }) => parent.type !== 'footnote' && !['tableRow', 'table'].includes(parent.type)),
    edit.at,
  );
  const table = pick(
    all.filter(({ node }) => node.type === 'table'),
    edit.at,
  )?.node;
  const isTop = (place: Place) => place.node.type !== 'listItem' && !['listItem', 'footnote'].includes(place.parent.type);
  switch (edit.act) {
    case 'type':
      if (text) splice(text.node, edit.to, 0, [{ type: 'text', text: `${edit.content.content?.[0]?.text ?? 'x'} ` }]);
      return;
    case 'delete words':
      if (text) splice(text.node, edit.to, 1 + (edit.more % 12), []);
      return;
    case 'mark':
      if (text) markWords(text.node, edit.to, 1 + (edit.more % 12), MARKS[edit.more % 4] as ProseMark);
      return;
    case 'split':
      if (text) split(all, text, edit.to, next);
      return;
    case 'join':
      if (text) join(all, text);
      return;
    case 'retype':
      if (text && isTop(text)) {
        text.node.type = text.node.type === 'heading' ? 'paragraph' : 'heading';
        text.node.attrs = { id: text.node.attrs?.id, ...(text.node.type === 'heading' ? { level: 1 + (edit.more % 3) } : {}) };
      } else if (block?.node.type.endsWith('List')) {
        block.node.type = block.node.type === 'bulletList' ? 'orderedList' : 'bulletList';
        block.node.attrs = { id: block.node.attrs?.id };
      }
      return;
    case 'wrap': {
      if (!text || !isTop(text)) return;
      const siblings = text.parent.content as Live[];
      let end = text.index;
      while (end - text.index < edit.more % 3 && siblings[end + 1]?.type === 'paragraph') end += 1;
      const run = siblings.slice(text.index, end + 1);
      if (run.some(({ type }) => type !== 'paragraph')) return;
      siblings.splice(text.index, run.length, { type: 'bulletList', content: run.map((own) => ({ type: 'listItem', content: [own] })) });
      return;
    }
    case 'quote':
      if (block && isTop(block)) (block.parent.content as Live[])[block.index] = { type: 'blockquote', content: [block.node] };
      return;
    case 'lift': {
      const list = pick(
        all.filter(({ node }) => node.type.endsWith('List') || node.type === 'blockquote'),
        edit.at,
      );
      const inner = list?.node.content?.flatMap((item) => (item.type === 'listItem' ? (item.content ?? []) : [item])) ?? [];
      if (list) list.parent.content?.splice(list.index, 1, ...inner);
      return;
    }
    case 'nest': {
      const item = pick(
        all.filter(({ node, index }) => node.type === 'listItem' && index > 0),
        edit.at,
      );
      const before = item?.parent.content?.[item.index - 1];
      if (!item || !before) return;
      item.parent.content?.splice(item.index, 1);
      const list = before.content?.at(-1);
      if (list?.type.endsWith('List')) list.content?.push(item.node);
      else before.content?.push({ type: 'bulletList', content: [item.node] });
      return;
    }
    case 'insert block':
      if (block) {
        const content = structuredClone(edit.content) as Live;
        block.parent.content?.splice(
          block.index + 1,
          0,
          block.node.type === 'listItem' ? { type: 'listItem', content: [content] } : content,
        );
      }
      return;
    case 'delete block':
      if (block && (block.parent.content?.length ?? 0) > 1) block.parent.content?.splice(block.index, 1);
      return;
    case 'move block': {
      const target = pick(
        all.filter(({ parent }) => parent.type === block?.parent.type || edit.more % 2 === 0),
        edit.to,
      );
      if (!block || !target || placesIn(block.node).some(({ node }) => node === target.node) || target.node === block.node) return;
      block.parent.content?.splice(block.index, 1);
      const index = target.parent.content?.indexOf(target.node) ?? 0;
      target.parent.content?.splice(index + (edit.more % 3 === 0 ? 0 : 1), 0, block.node);
      return;
    }
    case 'insert inline':
      if (text) splice(text.node, edit.to, 0, structuredClone((edit.content.content ?? []).filter(isInline)) as Live[]);
      return;
    case 'rebind': {
      const figure = pick(
        all.flatMap(({ node }) => [node, ...(node.content ?? [])]).filter(({ type }) => type.startsWith('figure') || type === 'citation'),
        edit.at,
      );
      if (figure?.type === 'citation') figure.attrs = { ...figure.attrs, pinpoint: `${edit.more % 3}` };
      else if (figure) figure.attrs = { ...figure.attrs, runId: `r${2 + (edit.more % 2)}`, valueAtInsertion: '2' };
      return;
    }
    case 'insert row': {
      const row = pick(table?.content ?? [], edit.to);
      if (!table || !row) return;
      const content = (row.content ?? []).map(() => structuredClone({ type: 'tableCell', content: [{ type: 'paragraph' }] }));
      table.content?.splice((table.content.indexOf(row) + (edit.more % 2)) % (table.content.length + 1), 0, { type: 'tableRow', content });
      return;
    }
    case 'delete row':
      if (table && (table.content?.length ?? 0) > 1) table.content?.splice(edit.to % (table.content?.length ?? 1), 1);
      return;
    case 'insert column': {
      const width = table?.content?.[0]?.content?.length ?? 0;
      for (const row of table?.content ?? []) {
        row.content?.splice(edit.to % (width + 1), 0, {
          type: 'tableCell',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'new' }] }],
        });
      }
      return;
    }
    case 'delete column': {
      const width = table?.content?.[0]?.content?.length ?? 0;
      if (width > 1) for (const row of table?.content ?? []) row.content?.splice(edit.to % width, 1);
      return;
    }
  }
}

interface Place {
  readonly node: Live;
  readonly parent: Live;
  readonly index: number;
}

/** Every node that is no inline one, but for footnotes' paragraphs, with where it stands. */
function placesIn(root: Live): Place[] {
  return (root.content ?? []).flatMap((node, index) => {
    const own = isInline(node) ? [] : [{ node, parent: root, index }];
    return [...own, ...placesIn(node)];
  });
}

function isInline({ type }: { readonly type: string }): boolean {
  return INLINE_NODES.has(type);
}

/** The inline content as units: characters and atoms. */
function unitsOf(block: Live): Live[] {
  return (block.content ?? []).flatMap((node) =>
    node.type === 'text' ? Array.from(node.text ?? '', (text) => ({ ...node, text })) : [node],
  );
}

function write(block: Live, units: readonly Live[]): void {
  const content: Live[] = [];
  for (const unit of units) {
    const last = content.at(-1);
    if (last?.type === 'text' && unit.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(unit.marks)) {
      content[content.length - 1] = { ...last, text: `${last.text}${unit.text}` };
    } else content.push(unit);
  }
  block.content = content;
}

function splice(block: Live, at: number, count: number, put: readonly Live[]): void {
  const units = unitsOf(block);
  units.splice(at % (units.length + 1), count, ...put);
  write(block, units);
}

function markWords(block: Live, at: number, count: number, mark: ProseMark): void {
  const units = unitsOf(block);
  const start = at % (units.length + 1);
  const has = units[start]?.marks?.some(({ type }) => type === mark.type);
  for (let index = start; index < Math.min(start + count, units.length); index += 1) {
    const unit = units[index] as Live;
    if (unit.type !== 'text') continue;
    const others = (unit.marks ?? []).filter(({ type }) => type !== mark.type);
    const marks = has ? others : [...others, mark];
    units[index] = { type: 'text', text: unit.text, ...(marks.length > 0 ? { marks } : {}) };
  }
  write(block, units);
}

function itemOf(all: readonly Place[], { parent, index }: Place): Place | undefined {
  return parent.type === 'listItem' && index === 0 ? all.find(({ node }) => node === parent) : undefined;
}

function split(all: readonly Place[], place: Place, at: number, next: () => string): void {
  const units = unitsOf(place.node);
  const cut = at % (units.length + 1);
  const fresh: Live = { type: place.node.type, attrs: { ...place.node.attrs, id: next() } };
  write(place.node, units.slice(0, cut));
  write(fresh, units.slice(cut));
  const item = itemOf(all, place);
  if (!item) {
    place.parent.content?.splice(place.index + 1, 0, fresh);
    return;
  }
  const rest = item.node.content?.splice(1) ?? [];
  item.parent.content?.splice(item.index + 1, 0, { type: 'listItem', content: [fresh, ...rest] });
}

function join(all: readonly Place[], place: Place): void {
  const item = itemOf(all, place);
  const { parent, index } = item ?? place;
  const before = parent.content?.[index - 1];
  const target = before?.type === 'listItem' ? before.content?.at(-1) : before;
  if (!target || !['paragraph', 'heading'].includes(target.type)) return;
  write(target, [...unitsOf(target), ...unitsOf(place.node)]);
  parent.content?.splice(index, 1);
  if (item) before?.content?.push(...(item.node.content ?? []).slice(1));
}
