import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailBackOff } from '@/lib/services/mail/mail-back-off';
import { openMailer } from '@/lib/services/mail/open-mailer';
import { type MailRound, sendDueMail } from '@/lib/services/mail/send-due-mail';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { startMailServer, type TestMailServer } from '@/tests/support/smtp';

let database: TestDatabase;
let server: TestMailServer;
let firm: TestFirm;
let letterId: string;
let sectionId: string;
let failures: number[];

const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  server = await startMailServer();
  firm = await makeFirm(database.db);
  ({
    letterId,
    sectionIds: [sectionId = ''],
  } = await makeLetter(firm));
  failures = [];
});
afterEach(() => server.stop());

const waits = async (role: 'legal' | 'risk', more: { sentence?: string; kind?: string; subjectId?: string } = {}) => {
  const ctx = firm.ctxAs(role);
  await ctx.db.notification.create({
    data: {
      ...{ id: ctx.ids(), firmId: firm.firmId, memberId: ctx.actor.memberId, kind: 'mentioned', letterId, sectionId, actorName: 'Ada' },
      ...{ sentence: 'Ada mentioned you in a comment on “Introduction”.', createdAt: ctx.clock(), ...more },
    },
  });
};

function mailing(url = server.url): MailRound {
  const mailer = openMailer({ smtpUrl: url, from: { name: 'Letters desk', address: 'letters@firm.test' } });
  const backOff = new MailBackOff(({ failures: count }) => failures.push(count));
  return { db: database.db, clock: firm.ctxAs('legal').clock, mailer, baseUrl: 'https://letters.test/', backOff };
}

/** The text as a reader sees it. */
const bodyOf = (source: string) => {
  const [head = '', body = ''] = source.split(/\r\n\r\n([\s\S]*)/);
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : body;
};

describe('e-mails of what waits in the inbox', () => {
  it('go out two minutes later, once, all of a member in one, with who, where and a link and nothing else', async () => {
    const round = mailing();
    await waits('risk');
    firm.setNow(later(1));
    await waits('risk', { kind: 'assigned', sentence: 'Lee assigned you a thread on “Introduction”.', subjectId: letterId });
    expect(await sendDueMail(round)).toBe(0);
    firm.setNow(later(2));
    expect(await sendDueMail(round)).toBe(1);
    firm.setNow(later(60));
    expect(await sendDueMail(round)).toBe(0);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual([firm.emailOf('risk')]);
    expect(mail?.source).toContain('Subject: 2 notices wait for you in Marginalia');
    expect(mail?.source).toContain('From: Letters desk <letters@firm.test>');
    const text = bodyOf(mail?.source ?? '');
    expect(text).toContain('Ada mentioned you in a comment on “Introduction”.');
    expect(text).toContain(`https://letters.test/letters/${letterId}?section=${sectionId}&panel=comments&thread=${letterId}`);
    expect(text).toContain('Send me no e-mail: https://letters.test/settings/sessions');
  });

  it('go to nobody who read it, switched them off or was suspended', async () => {
    await waits('risk');
    await waits('legal');
    firm.setNow(later(3));
    const risk = firm.memberId('risk');
    await database.db.member.update({ where: { id: risk }, data: { mailNotices: false } });
    await database.db.member.update({ where: { id: firm.memberId('legal') }, data: { suspendedAt: later(1) } });
    expect(await sendDueMail(mailing())).toBe(0);
    await database.db.member.update({ where: { id: risk }, data: { mailNotices: true } });
    await database.db.notification.updateMany({ where: { memberId: risk }, data: { readAt: later(2) } });
    expect(await sendDueMail(mailing())).toBe(0);
    expect(server.received).toHaveLength(0);
  });

  it('are tried again, later each time, until the mail server takes them', async () => {
    const round = mailing();
    await waits('risk');
    server.refuse({ code: 451, message: 'busy' });
    firm.setNow(later(2));
    expect(await sendDueMail(round)).toBe(0);
    expect(await sendDueMail(round)).toBe(0);
    expect(failures).toEqual([1]);
    firm.setNow(later(3));
    expect(await sendDueMail(round)).toBe(0);
    firm.setNow(later(4));
    expect(await sendDueMail(round)).toBe(0);
    expect(failures).toEqual([1, 2]);
    server.refuse(null);
    firm.setNow(later(5));
    expect(await sendDueMail(round)).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  it('lose nothing while the mail server is down, and one member’s trouble does not hold up another', async () => {
    await waits('risk');
    firm.setNow(later(5));
    expect(await sendDueMail(mailing('smtp://127.0.0.1:9'))).toBe(0);
    expect(failures).toEqual([1]);
    expect(await sendDueMail(mailing())).toBe(1);
  });

  it('are sent by one of several workers', async () => {
    await waits('risk');
    await waits('legal');
    firm.setNow(later(5));
    const sent = await Promise.all([sendDueMail(mailing()), sendDueMail(mailing()), sendDueMail(mailing())]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(2);
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([firm.emailOf('legal'), firm.emailOf('risk')].sort());
  });

  it('cannot be given another header by a name, a title or a sentence', async () => {
    await database.db.member.update({ where: { id: firm.memberId('risk') }, data: { name: 'Rita\r\nBcc: all@evil.test' } });
    await waits('risk', { sentence: 'Ada\r\nBcc: all@evil.test\r\n\r\nmentioned\u2028you\u202e here.' });
    firm.setNow(later(5));
    expect(await sendDueMail(mailing())).toBe(1);
    const { to, source } = server.received[0]!;
    expect(to).toEqual([firm.emailOf('risk')]);
    expect(source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/im);
    expect(bodyOf(source)).not.toMatch(/^Bcc/im);
  });

  it('say nothing of privileged threads to whoever has left legal', async () => {
    const ctx = firm.ctxAs('legal');
    const threadId = ctx.ids();
    const at = ctx.clock();
    await database.db.commentThread.create({
      data: {
        ...{ id: threadId, firmId: firm.firmId, letterId, sectionId, anchor: { kind: 'section' }, privileged: true },
        ...{ createdById: ctx.actor.memberId, createdAt: at, updatedAt: at },
      },
    });
    await waits('legal', { subjectId: threadId });
    firm.setNow(later(5));
    await database.db.member.update({ where: { id: ctx.actor.memberId }, data: { role: 'risk' } });
    expect(await sendDueMail(mailing())).toBe(0);
    await database.db.member.update({ where: { id: ctx.actor.memberId }, data: { role: 'legal' } });
    expect(await sendDueMail(mailing())).toBe(1);
  });
});
