import { relatedAction } from '@/lib/request/actions/related-actions';

/** What a citation of a related action reads as; the key itself where this version does not know it. */
export function actionWords(key: unknown): string {
  if (typeof key !== 'string') return '[citation]';
  return relatedAction(key)?.citation ?? `[${key}]`;
}
