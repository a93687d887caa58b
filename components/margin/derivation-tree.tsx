'use client';

import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import { DerivationDetail } from './derivation-detail';
import { LEVEL_NAMES } from './level-names';
import { ROOT, useRunNodes } from './use-run-nodes';
import { visibleRows } from './visible-rows';

const INDENT = ['pl-2', 'pl-6', 'pl-10', 'pl-14', 'pl-18', 'pl-22', 'pl-26', 'pl-30'];

/**
 * How a total comes about, down to each position: a tree of amounts. Arrow keys walk it, right opens, left closes, Enter shows formula, rule and inputs.
 */
export function DerivationTree({ runId, framework, name, currency }: { runId: string; framework: string; name: string; currency: string }) {
  const { levels, ask, more } = useRunNodes(runId, framework);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => visibleRows(levels, open), [levels, open]);
  const root = levels.get(ROOT)?.nodes[0];

  useEffect(() => {
    if (!root) return;
    setOpen(new Set([root.path]));
    ask(root.path);
  }, [root, ask]);

  function toggle(node: FlatNode, to = !open.has(node.path)) {
    if (node.childCount === 0) return;
    if (to) ask(node.path);
    setOpen((present) => {
      const next = new Set(present);
      if (to) next.add(node.path);
      else next.delete(node.path);
      return next;
    });
  }

  function focusRow(path: string | null | undefined) {
    if (!path) return;
    setFocused(path);
    table.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent, node: FlatNode) {
    if (event.target !== event.currentTarget) return;
    const nodes = rows.flatMap((row) => (row.kind === 'node' ? [row.node] : []));
    const index = nodes.findIndex(({ path }) => path === node.path);
    const actions: Record<string, () => void> = {
      ArrowDown: () => focusRow(nodes[index + 1]?.path),
      ArrowUp: () => focusRow(nodes[index - 1]?.path),
      Home: () => focusRow(nodes[0]?.path),
      End: () => focusRow(nodes.at(-1)?.path),
      ArrowRight: () => (open.has(node.path) ? focusRow(nodes[index + 1]?.path) : toggle(node, true)),
      ArrowLeft: () => (open.has(node.path) ? toggle(node, false) : focusRow(node.parentPath)),
      Enter: () => setShown(shown === node.path ? null : node.path),
      ' ': () => setShown(shown === node.path ? null : node.path),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <div className="overflow-x-auto rounded-md border">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table whose rows open and take the keys
        role="treegrid"
        aria-label={`Derivation of the requirement under ${name}, in ${currency}`}
        className="w-full border-collapse"
      >
        <thead>
          <tr className="border-b bg-sunken text-muted text-sm">
            <th scope="col" className="px-3 py-1.5 text-left font-medium">
              Amount of
            </th>
            <th scope="col" className="px-2 py-1.5 text-left font-medium">
              Level
            </th>
            <th scope="col" className="px-3 py-1.5 text-right font-medium">
              {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            if (row.kind === 'rest') {
              const { level, parent, depth } = row;
              return (
                <tr key={`rest:${parent}`} aria-level={depth}>
                  <td colSpan={3} className={`py-1 text-muted text-sm ${INDENT[Math.min(depth, INDENT.length - 1)]}`}>
                    {level.loading ? (
                      'Reading'
                    ) : (
                      <Button size="sm" variant="ghost" onClick={() => more(parent)}>
                        {level.error ? `${level.error} Try again` : `Show more: ${level.nodes.length} of ${level.total} are shown`}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            }
            const { node, depth } = row;
            const isOpen = open.has(node.path);
            const isShown = shown === node.path;
            return (
              <Fragment key={node.path}>
                <tr
                  data-path={node.path}
                  aria-level={depth}
                  aria-posinset={node.ordinal + 1}
                  aria-setsize={row.siblings}
                  aria-expanded={node.childCount > 0 ? isOpen : undefined}
                  tabIndex={(focused ?? root?.path) === node.path ? 0 : -1}
                  onFocus={() => setFocused(node.path)}
                  onKeyDown={(event) => onKeyDown(event, node)}
                  className={`-outline-offset-2 border-b last:border-b-0 hover:bg-hover/60 ${isShown ? 'bg-selected' : ''}`}
                >
                  <td className={`py-1 pr-2 ${INDENT[Math.min(depth - 1, INDENT.length - 1)]}`}>
                    <span className="flex items-start gap-1">
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-label={isOpen ? `Close ${node.label}` : `Open ${node.label}`}
                        onClick={() => toggle(node)}
                        className={`mt-0.5 rounded-sm text-muted hover:text-ink ${node.childCount === 0 ? 'invisible' : ''}`}
                      >
                        {isOpen ? <ChevronDown aria-hidden className="size-4" /> : <ChevronRight aria-hidden className="size-4" />}
                      </button>
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-label={`How ${node.label} comes about`}
                        aria-expanded={isShown}
                        onClick={() => setShown(isShown ? null : node.path)}
                        className="text-left hover:underline"
                      >
                        {node.label}
                        {node.detail.failures.length > 0 ? (
                          <span className="ml-2 inline-flex items-center gap-1 font-medium text-amber text-sm">
                            <TriangleAlert aria-hidden className="size-3" />
                            incomplete
                          </span>
                        ) : null}
                      </button>
                    </span>
                  </td>
                  <td className="whitespace-nowrap px-2 py-1 text-muted text-sm">
                    {LEVEL_NAMES[node.level]}
                    {node.childCount > 1 ? `, ${node.childCount} parts` : ''}
                  </td>
                  <td className="px-3 py-1 text-right">
                    <Amount aligned value={node.amount} currency={currency} scale="units" decimals={2} />
                  </td>
                </tr>
                {isShown ? (
                  <tr aria-level={depth} className="border-b bg-sunken">
                    <td colSpan={3} className="p-0">
                      <DerivationDetail node={node} currency={currency} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
