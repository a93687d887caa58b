import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';

export type FileKind = 'positions' | 'crif' | Exclude<EvidenceFileKind, 'sensitivities'>;

/** What a file is by the names of its columns, from its beginning; null where they say nothing. A guess only: the member may say otherwise. */
export function guessFileKind(head: string): FileKind | null {
  const line =
    head
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/\r?\n|\r/, 1)[0] ?? '';
  const names = new Set(line.split(/[,;\t]/).map((cell) => cell.toLowerCase().replace(/[^a-z]/g, '')));
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name));
  if (has('risktype')) return 'crif';
  if (has('positionid', 'product')) return 'positions';
  if (has('positionid')) return 'pnl';
  if (has('index', 'component')) return 'constituents';
  if (has('regime', 'amount')) return 'external';
  if (has('currency', 'rate')) return 'rates';
  return null;
}
