import type { TrackedForm } from '@/lib/letter/tracked/tracked';
import { trackerOf } from '../inline/tracking';
import { child, propertyOf, type XmlElement } from '../package/xml-tree';
import type { Story } from '../reading';
import type { ParagraphRole } from '../styles/paragraph-role';
import { listOf } from './list-of';

/** The form that a paragraph had before somebody gave it another: heading or text, and its list. Null where neither changed. */
export function formBefore(properties: XmlElement | undefined, now: ParagraphRole, story: Story): TrackedForm | null {
  const change = child(properties, 'w:pPrChange');
  if (!change) return null;
  const { styles, numbering, log } = story.reading;
  const before = child(change, 'w:pPr');
  const style = styles.paragraph(propertyOf(before, 'w:pStyle'));
  const listNow = listOf(properties, styles.paragraph(propertyOf(properties, 'w:pStyle')), numbering)?.list ?? null;
  const listBefore = listOf(before, style, numbering)?.list ?? null;
  const wasItem = style.role.kind !== 'heading' && style.role.kind !== 'title' ? listBefore : null;
  const isItem = now.kind !== 'heading' && now.kind !== 'title' ? listNow : null;
  const sameList = (wasItem === null) === (isItem === null) && wasItem?.ordered === isItem?.ordered;
  const form = (role: ParagraphRole) =>
    role.kind === 'heading' ? `heading ${role.level}` : role.kind === 'title' ? 'heading 1' : 'paragraph';
  if (form(style.role) === form(now) && sameList) return null;
  const list = sameList ? {} : { list: wasItem === null ? null : wasItem.ordered ? 'orderedList' : 'bulletList', ...startOf(wasItem) };
  const [type, level] = form(style.role).split(' ');
  return {
    ...trackerOf(change, log),
    before: { type: type === 'heading' ? 'heading' : 'paragraph', attrs: { ...(level ? { level: Number(level) } : {}), ...list } },
  };
}

function startOf(list: { readonly ordered: boolean; readonly start: number } | null): { start?: number } {
  return list?.ordered ? { start: list.start } : {};
}
