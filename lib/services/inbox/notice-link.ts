import type { NotificationKind } from '@/lib/review/notification';

interface NoticePlace {
  readonly kind: string;
  readonly letterId: string | null;
  readonly sectionId: string | null;
  readonly subjectId: string | null;
}

/** The panel of the letter in which the thing is dealt with. */
const PANELS: Readonly<Record<NotificationKind, string | null>> = {
  mentioned: 'comments',
  replied: 'comments',
  assigned: 'comments',
  resolved: 'comments',
  'suggestion-decided': 'suggestions',
  'review-asked': 'review',
  'signature-voided': 'review',
  'signature-refused': 'review',
  'owner-set': null,
  delegated: 'review',
};

/** Where a notice leads, as a path of this server: to the section, with the panel open and its thread chosen; the inbox where it has no letter. */
export function noticeLink({ kind, letterId, sectionId, subjectId }: NoticePlace): string {
  if (letterId === null) return '/inbox';
  const query = new URLSearchParams();
  if (sectionId !== null) query.set('section', sectionId);
  const panel = PANELS[kind as NotificationKind] ?? null;
  if (panel !== null) query.set('panel', panel);
  if (panel === 'comments' && subjectId !== null) query.set('thread', subjectId);
  return `/letters/${letterId}${query.size > 0 ? `?${query}` : ''}`;
}
