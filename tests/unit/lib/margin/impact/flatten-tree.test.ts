import { expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { flattenTree } from '@/lib/margin/impact/flatten-tree';
import { buildNode, buildSum } from '@/lib/margin/methods/build-node';

const leaf = (path: string, amount: string) =>
  buildNode({ path, label: path, level: 'position', amount: new Decimal(amount), formula: 'given', inputs: [{ name: 'x', value: '1' }] });

it('a tree becomes rows, parents first, siblings in order, amounts as exact strings', () => {
  const branch = buildSum({
    path: 't/a',
    label: 'a',
    level: 'class',
    children: [leaf('t/a/1', '0.1'), leaf('t/a/2', '123456789012345678901234567890.2')],
  });
  const rows = flattenTree(buildSum({ path: 't', label: 't', level: 'total', children: [branch, leaf('t/b', '-1')] }));
  expect(rows.map(({ path, parentPath, ordinal, childCount, amount }) => [path, parentPath, ordinal, childCount, amount])).toEqual([
    ['t', null, 0, 2, '123456789012345678901234567889.3'],
    ['t/a', 't', 0, 2, '123456789012345678901234567890.3'],
    ['t/a/1', 't/a', 0, 0, '0.1'],
    ['t/a/2', 't/a', 1, 0, '123456789012345678901234567890.2'],
    ['t/b', 't', 1, 0, '-1'],
  ]);
  expect(rows[2]?.detail).toEqual({
    formula: 'given',
    citations: [],
    parameters: [],
    inputs: [{ name: 'x', value: '1' }],
    assumptions: [],
    failures: [],
  });
});
