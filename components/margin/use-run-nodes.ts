'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, callApi } from '@/components/ui/call-api';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';

interface NodePage {
  readonly nodes: readonly FlatNode[];
  readonly total: number;
}

export interface Siblings {
  readonly nodes: readonly FlatNode[];
  readonly total: number;
  readonly loading: boolean;
  readonly error: string | null;
}

const EMPTY: Siblings = { nodes: [], total: 0, loading: true, error: null };
export const ROOT = '';

/** The nodes of a framework's result tree by parent path ("" for the root), read as they are asked for. */
export function useRunNodes(runId: string, framework: string) {
  const [levels, setLevels] = useState<ReadonlyMap<string, Siblings>>(new Map());
  const asked = useRef(new Set<string>());
  const counts = useRef(new Map<string, number>());

  const load = useCallback(
    async (parent: string) => {
      const change = (next: (present: Siblings) => Siblings) =>
        setLevels((present) => new Map(present).set(parent, next(present.get(parent) ?? EMPTY)));
      change((present) => ({ ...present, loading: true, error: null }));
      const offset = counts.current.get(parent) ?? 0;
      const query = new URLSearchParams({ framework, offset: String(offset), ...(parent === ROOT ? {} : { parent }) });
      try {
        const page = await callApi<NodePage>(`/api/runs/${runId}/nodes?${query}`);
        counts.current.set(parent, offset + page.nodes.length);
        change((present) => ({
          nodes: [...present.nodes.slice(0, offset), ...page.nodes],
          total: page.total,
          loading: false,
          error: null,
        }));
      } catch (error) {
        change((present) => ({
          ...present,
          loading: false,
          error: error instanceof ApiError ? error.message : 'It could not be read. Try again.',
        }));
      }
    },
    [runId, framework],
  );

  const ask = useCallback(
    (parent: string) => {
      if (asked.current.has(parent)) return;
      asked.current.add(parent);
      void load(parent);
    },
    [load],
  );

  useEffect(() => {
    asked.current = new Set();
    counts.current = new Map();
    setLevels(new Map());
    ask(ROOT);
  }, [ask]);

  return { levels, ask, more: load };
}
