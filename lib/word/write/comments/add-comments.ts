import { cleanLine, cleanText } from '@/lib/core/clean-text';
import type { Formatted } from '../../layout/formatted';
import type { WrittenThread } from '../../letter-build';
import type { FormattedPackage } from '../../package/formatted-package';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const WORD_2012 = 'http://schemas.microsoft.com/office/word/2012/wordml';

/**
 * Puts the comments of threads into a file, numbered from 0 in the order of the threads. That a thread is resolved is said of every comment in it,
 * because Word does not take it from the first alone.
 */
export function addComments(formatted: FormattedPackage, threads: readonly WrittenThread[]): void {
  const document = formatted.parts.get('word/document.xml');
  if (!document || threads.every(({ comments }) => comments.length === 0)) return;
  let next = 0;
  const comments: Formatted[] = [];
  const states: Formatted[] = [];
  for (const thread of threads) {
    const first = next;
    for (const comment of thread.comments) {
      comments.push(commentElement(next, comment));
      const parent = next === first ? {} : { 'w15:paraIdParent': paragraphId(first) };
      states.push({ 'w15:commentEx': { _attr: { 'w15:paraId': paragraphId(next), ...parent, 'w15:done': thread.resolved ? 1 : 0 } } });
      next += 1;
    }
  }
  formatted.parts.set('word/document.xml', {
    ...document,
    relationships: [
      ...document.relationships,
      { id: 'comments', type: `${OFFICE}/comments`, target: 'comments.xml', external: false },
      { id: 'commentsExtended', type: `${MICROSOFT}/commentsExtended`, target: 'commentsExtended.xml', external: false },
    ],
  });
  const part = (kind: string, tree: Formatted) => ({ tree, contentType: `${TYPES}.${kind}+xml`, relationships: [] });
  const spaces = { 'xmlns:w': WORD, 'xmlns:mc': COMPATIBILITY, 'xmlns:w14': WORD_2010, 'mc:Ignorable': 'w14' };
  formatted.parts.set('word/comments.xml', part('comments', { 'w:comments': [{ _attr: spaces }, ...comments] }));
  const extended = { 'xmlns:mc': COMPATIBILITY, 'xmlns:w15': WORD_2012, 'mc:Ignorable': 'w15' };
  formatted.parts.set('word/commentsExtended.xml', part('commentsExtended', { 'w15:commentsEx': [{ _attr: extended }, ...states] }));
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function commentElement(id: number, { author, at, text }: WrittenThread['comments'][number]): Formatted {
  const name = cleanLine(author) || 'Unknown';
  const date = at === '' ? {} : { 'w:date': at.replace(/\.\d+(?=Z|[+-]|$)/, '') };
  const lines = cleanText(text).split('\n');
  const paragraphs = lines.map((line, index): Formatted => {
    // Word tells a comment by its last paragraph
    const named = index === lines.length - 1 ? [{ _attr: { 'w14:paraId': paragraphId(id), 'w14:textId': '77777777' } }] : [];
    const sign = index === 0 ? [{ 'w:r': [{ 'w:annotationRef': {} }] }] : [];
    return { 'w:p': [...named, ...sign, { 'w:r': [{ 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, line] }] }] };
  });
  return { 'w:comment': [{ _attr: { 'w:id': id, 'w:author': name, 'w:initials': initialsOf(name), ...date } }, ...paragraphs] };
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter((word) => word !== '');
  return words
    .slice(0, 3)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

/** Eight hexadecimal digits below 80000000, as Word wants them. */
function paragraphId(id: number): string {
  return (id + 1).toString(16).toUpperCase().padStart(8, '0');
}
