import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/letter/compare/change';
import { keepBeside } from '@/lib/letter/compare/keep-beside';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { bullets, doc, figureNumber, p, table, text } from '@/tests/support/section-body';

const named = (id: string, node: ProseNode): ProseNode => ({ ...node, attrs: { ...node.attrs, id } });
const body = doc(named('one', p('One.')), named('list', bullets([named('item', p('Item.'))])), named('two', p('Two.')));
const typed = (blockId: string, ...inserted: ProseNode[]): Change => {
  const place = { blockId, from: 0, to: 0 };
  return { kind: 'text', before: place, after: place, deleted: [], inserted, base: [] };
};

describe('words that do not fit any more', () => {
  it.each<[string, Change, string]>([
    ['stand behind their block', typed('one', text('Mine.')), 'One.\nMine.\nItem.\nTwo.'],
    ['stand behind the list in which their block is', typed('item', text('Mine.')), 'One.\nItem.\nMine.\nTwo.'],
    ['stand at the end where their block is gone', typed('gone', text('Mine.')), 'One.\nItem.\nTwo.\nMine.'],
    [
      'stand behind the neighbour of new blocks',
      { kind: 'insert', place: { parentId: null, afterId: 'one' }, nodes: [p('Mine.'), p('Mine too.')] },
      'One.\nMine.\nMine too.\nItem.\nTwo.',
    ],
    [
      'come out of rows and items as paragraphs',
      {
        kind: 'insert',
        place: { parentId: 'gone', afterId: null },
        nodes: [...(bullets([p('a')]).content ?? []), ...(table([p('b'), p('c')]).content ?? [])],
      },
      'One.\nItem.\nTwo.\na\nb\nc',
    ],
    [
      'are those that were put in a place of others',
      { kind: 'replace', place: { parentId: null, afterId: 'one' }, deleted: [p('x')], inserted: [bullets([p('a')])] },
      'One.\na\nItem.\nTwo.',
    ],
    [
      'are none where something was only taken out',
      { kind: 'delete', place: { parentId: null, afterId: 'one' }, nodes: [p('x')] },
      'One.\nItem.\nTwo.',
    ],
  ])('%s', (_, change, expected) => {
    const kept = keepBeside(body, [change]);
    expect(plainTextOf(kept)).toBe(expected);
    expect(validateBody(kept).ok).toBe(true);
  });

  it('bring no name with them that is taken', () => {
    const figure = figureNumber({ figureId: 'f', runId: 'r', path: 'x', nodeId: 'taken', valueAtInsertion: '1' });
    const kept = keepBeside(body, [typed('one', figure)]);
    expect(JSON.stringify(kept)).not.toContain('taken');
    expect(JSON.stringify(kept)).toContain('"figureId":"f"');
  });
});
