import type { Citation } from '@/lib/margin/methods/margin-node';

/** "17 CFR 23.154(b) (primary); …" */
export function citationWords(citations: readonly Citation[]): string {
  return citations.map(({ paragraph, standing }) => `${paragraph} (${standing})`).join('; ');
}
