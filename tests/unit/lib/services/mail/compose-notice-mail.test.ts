import { describe, expect, it } from 'vitest';
import { composeNoticeMail, type MailedNotice } from '@/lib/services/mail/compose-notice-mail';

const TO = { name: 'Rita Risk', address: 'rita@firm.test' };
const notice = (more: Partial<MailedNotice> = {}): MailedNotice => ({
  ...{ kind: 'mentioned', letterId: 'L', sectionId: 'S', subjectId: 'T', letter: 'Letter on margin' },
  ...{ sentence: 'Ada mentioned you in a comment on “Question 1”.', ...more },
});
const mail = (...notices: MailedNotice[]) => composeNoticeMail(TO, notices, 'https://letters.test/');

describe('an e-mail of notices', () => {
  it('has the one notice as its subject, and where it leads', () => {
    expect(mail(notice())).toEqual({
      to: TO,
      subject: 'Ada mentioned you in a comment on “Question 1”.',
      text: [
        'Rita Risk,',
        '',
        'Ada mentioned you in a comment on “Question 1”.',
        'Letter: Letter on margin',
        'https://letters.test/letters/L?section=S&panel=comments&thread=T',
        '',
        '--',
        'Your inbox: https://letters.test/inbox',
        'Send me no e-mail: https://letters.test/settings/sessions',
        '',
      ].join('\n'),
    });
  });

  it.each([
    ['a suggestion', { kind: 'suggestion-decided' }, '/letters/L?section=S&panel=suggestions'],
    ['a signature', { kind: 'review-asked' }, '/letters/L?section=S&panel=review'],
    ['a section', { kind: 'owner-set' }, '/letters/L?section=S'],
    ['a kind of a newer version', { kind: 'something' }, '/letters/L?section=S'],
    ['no letter', { kind: 'delegated', letterId: null, letter: null }, '/inbox'],
  ])('leads to %s', (_, more, path) => {
    expect(mail(notice(more)).text.split('\n')).toContain(`https://letters.test${path}`);
  });

  it('puts everything that others named on one line', () => {
    const sentence = 'Ada\r\n\r\nBcc: all@evil.test\u2028mentioned\u202e you\u0000.';
    const { subject, text } = composeNoticeMail(
      { ...TO, name: 'Rita\nRisk' },
      [notice({ sentence, letter: 'A\nB' })],
      'https://letters.test',
    );
    expect(subject).toBe('Ada Bcc: all@evil.test mentioned you .');
    expect(text.split('\n').slice(0, 4)).toEqual(['Rita Risk,', '', subject, 'Letter: A B']);
  });

  it('clips a long subject, and says how many more there are than it lists', () => {
    expect([...mail(notice({ sentence: '😀'.repeat(400) })).subject]).toHaveLength(150);
    const many = mail(...Array.from({ length: 53 }, () => notice()));
    expect(many.subject).toBe('53 notices wait for you in Marginalia');
    expect(many.text).toContain('And 3 more: https://letters.test/inbox');
  });
});
