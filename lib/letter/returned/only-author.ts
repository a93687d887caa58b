import type { ProseMark, ProseNode } from '../schema/prose-node';
import type { ReformattedMark, TrackedBody, TrackedEnd, TrackedForm } from '../tracked/tracked';

/**
 * The tracked text with the changes of some authors alone: what the others put in is marked as going, what they took out or gave another form
 * stands as it did. Accepting all of what is left (settleTracked) gives the text as these authors alone changed it.
 */
export function onlyAuthors(body: TrackedBody, isOne: (author: string) => boolean): TrackedBody {
  return visit(body, isOne);
}

function visit(node: ProseNode, isOne: (author: string) => boolean): ProseNode {
  const form = node.attrs?.trackedForm as TrackedForm | null | undefined;
  const undone = form && !isOne(form.author) ? { ...node, type: form.before.type, attrs: { ...node.attrs, ...form.before.attrs } } : node;
  const attrs = undone.attrs && attributes(undone.attrs, isOne);
  const content = node.content?.map((child) => visit(child, isOne));
  const marks = node.marks && marksOf(node.marks, isOne);
  const { marks: _, ...rest } = undone;
  return {
    ...rest,
    ...(attrs ? { attrs } : {}),
    ...(content ? { content } : {}),
    ...(marks && marks.length > 0 ? { marks } : {}),
  };
}

function attributes(attrs: Readonly<Record<string, unknown>>, isOne: (author: string) => boolean): Readonly<Record<string, unknown>> {
  const out: Record<string, unknown> = { ...attrs };
  for (const name of ['trackedEnd', 'tracked']) {
    const end = attrs[name] as TrackedEnd | null | undefined;
    if (!end || isOne(end.author)) continue;
    if (end.kind === 'inserted') out[name] = { ...end, kind: 'deleted' };
    else delete out[name];
  }
  const form = attrs.trackedForm as TrackedForm | null | undefined;
  if (form && !isOne(form.author)) delete out.trackedForm;
  return out;
}

function marksOf(marks: readonly ProseMark[], isOne: (author: string) => boolean): ProseMark[] {
  const strange = (mark: ProseMark) => TRACKED.has(mark.type) && !isOne(String(mark.attrs?.author));
  const before = marks.find((mark): mark is ReformattedMark => mark.type === 'reformatted' && strange(mark));
  const kept = before ? [...marks.filter(({ type }) => TRACKED.has(type)), ...before.attrs.before] : marks;
  const inserted = kept.find((mark) => mark.type === 'inserted' && strange(mark));
  if (inserted)
    return [
      ...kept.filter(({ type }) => type !== 'inserted' && type !== 'deleted' && type !== 'reformatted'),
      { ...inserted, type: 'deleted' },
    ];
  return kept.filter((mark) => !strange(mark));
}

const TRACKED: ReadonlySet<string> = new Set(['inserted', 'deleted', 'reformatted']);
