import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackedEndOf, trackedFormOf, trackedOf } from '@/lib/letter/tracked/side';
import type { TrackedBody } from '@/lib/letter/tracked/tracked';
import { walkProse } from '@/lib/letter/walk-prose';

/** A tracked change as a file has it: neighbouring words of one author and kind are one. */
export interface TrackedChange {
  readonly kind:
    | 'inserted'
    | 'deleted'
    | 'reformatted'
    | 'paragraph inserted'
    | 'paragraph deleted'
    | 'form changed'
    | 'row or figure inserted'
    | 'row or figure deleted';
  readonly author: string;
  readonly at: string;
  /** the words; of a paragraph mark '' */
  readonly text: string;
}

/** Every tracked change of a body, in its order. */
export function changesByAuthor(body: TrackedBody): readonly TrackedChange[] {
  const changes: TrackedChange[] = [];
  let last: ProseNode | null = null;
  for (const node of walkProse(body)) {
    const whole = trackedOf(node);
    if (whole) changes.push({ kind: `row or figure ${whole.kind}`, author: whole.author, at: whole.at, text: '' });
    for (const { type, attrs } of node.marks ?? []) {
      if (type !== 'inserted' && type !== 'deleted' && type !== 'reformatted') continue;
      const own = { kind: type, author: String(attrs?.author ?? ''), at: String(attrs?.at ?? '') } as const;
      const text = node.text ?? '\ufffc';
      const before = changes.at(-1);
      const goesOn =
        last !== null && before?.kind === own.kind && before.author === own.author && (last.marks ?? []).some((mark) => mark.type === type);
      if (goesOn && before) changes[changes.length - 1] = { ...before, text: `${before.text}${text}` };
      else changes.push({ ...own, text });
    }
    if (node.type === 'text') last = node;
    else if (node.type === 'paragraph' || node.type === 'heading') {
      last = null;
      const end = trackedEndOf(node);
      const form = trackedFormOf(node);
      if (end) changes.push({ kind: `paragraph ${end.kind}`, author: end.author, at: end.at, text: '' });
      if (form) changes.push({ kind: 'form changed', author: form.author, at: form.at, text: '' });
    }
  }
  return changes;
}
