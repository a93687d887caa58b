import { noticeLink } from '../inbox/notice-link';

export interface MailedNotice {
  readonly kind: string;
  readonly letterId: string | null;
  readonly sectionId: string | null;
  readonly subjectId: string | null;
  readonly sentence: string;
  /** The letter's title; null where the notice is about none. */
  readonly letter: string | null;
}

export interface NoticeMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

const MAX_SUBJECT = 150;
const MAX_LISTED = 50;

/**
 * One e-mail of all that a member has not read: who did what, where, and the link. No words of a comment or of the letter's text stand in it. Names
 * and titles are put on one line each, so that nothing in them can add a header or look like a line of ours.
 */
export function composeNoticeMail(
  to: { readonly name: string; readonly address: string },
  notices: readonly MailedNotice[],
  baseUrl: string,
): NoticeMail {
  const base = baseUrl.replace(/\/+$/, '');
  const listed = notices.slice(0, MAX_LISTED);
  const only = notices.length === 1 ? listed[0] : undefined;
  const lines = listed.flatMap((notice) => [
    oneLine(notice.sentence),
    ...(notice.letter === null ? [] : [`Letter: ${oneLine(notice.letter)}`]),
    `${base}${noticeLink(notice)}`,
    '',
  ]);
  const more = notices.length - listed.length;
  return {
    to: { name: oneLine(to.name), address: to.address },
    subject: only ? clipped(oneLine(only.sentence)) : `${notices.length} notices wait for you in Marginalia`,
    text: [
      `${oneLine(to.name)},`,
      '',
      ...lines,
      ...(more > 0 ? [`And ${more} more: ${base}/inbox`, ''] : []),
      '--',
      `Your inbox: ${base}/inbox`,
      `Send me no e-mail: ${base}/settings/sessions`,
      '',
    ].join('\n'),
  };
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function clipped(subject: string): string {
  const characters = [...subject];
  return characters.length <= MAX_SUBJECT ? subject : `${characters.slice(0, MAX_SUBJECT - 1).join('')}…`;
}
