import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import { amount, exactBeside, head, text } from '../cells';
import type { Sheet } from '../workbook';
import type { AnnexRun } from './annex-input';
import { citationWords } from './citation-words';
import { RowsBuilder } from './rows-builder';
import { runHeading } from './run-heading';

/** How each requirement comes about, from the total down: amount, formula, what entered it, and by which paragraph. */
export function treeSheet(runs: readonly AnnexRun[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(...head('Requirement', 'Amount', 'Level', 'Formula', 'Inputs', 'Citations', 'Assumptions', 'Path', 'Exact'));
  for (const run of runs) {
    rows.gap();
    rows.add(runHeading(run));
    for (const tree of run.trees) {
      rows.add(text(`${tree.name} (${tree.role})`, 'strong'));
      const depths = new Map<string, number>();
      for (const node of tree.nodes) {
        const depth = node.parentPath === null ? 0 : (depths.get(node.parentPath) ?? 0) + 1;
        depths.set(node.path, depth);
        addNode(rows, node, depth);
      }
      if (tree.leftOut > 0) rows.add(text(`${tree.leftOut.toLocaleString('en-US')} further amounts below these are not listed.`, 'note'));
    }
  }
  return rows.sheet('Requirement tree', [54, 20, 14, 44, 44, 44, 44, 44, 34], 1);
}

function addNode(rows: RowsBuilder, node: FlatNode, depth: number): void {
  const { formula, inputs, citations, assumptions, failures } = node.detail;
  rows.add(
    text(node.label, 'plain', depth),
    amount(node.amount, 'money', { strong: depth === 0 }),
    text(node.level),
    text(formula),
    text(inputs.map(({ name, value, unit }) => `${name} = ${value}${unit ? ` ${unit}` : ''}`).join('\n')),
    text(citationWords(citations)),
    text([...assumptions, ...failures.map(({ message }) => `No amount: ${message}`)].join('\n')),
    text(node.path, 'code'),
    exactBeside(node.amount),
  );
}
