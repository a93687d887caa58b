import { createTransport } from 'nodemailer';
import type { MailSettings } from '@/lib/config/read-mail-settings';
import type { NoticeMail } from './compose-notice-mail';

/** Hands an e-mail to the mail server; resolves when the server has taken it, throws where it did not. */
export type Mailer = (mail: NoticeMail) => Promise<void>;

const WAIT_MS = 15_000;

/** A connection per e-mail, plain text only; nothing in a message can name a file or an address to be read. */
export function openMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}
