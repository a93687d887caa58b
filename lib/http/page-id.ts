import { notFound } from 'next/navigation';
import { isId } from '@/lib/core/ids';

/** The id of a page's address as it is; the 404 page where it cannot be one. */
export function pageId(text: string): string {
  return isId(text) ? text : notFound();
}
