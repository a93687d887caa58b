import { systemClock } from '@/lib/auth/system-clock';
import type { MailSettings } from '@/lib/config/read-mail-settings';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { log } from '@/lib/http/log';
import { MailBackOff } from '@/lib/services/mail/mail-back-off';
import { openMailer } from '@/lib/services/mail/open-mailer';
import { sendDueMail } from '@/lib/services/mail/send-due-mail';

interface MailOptions {
  readonly db: PrismaClient;
  readonly settings: MailSettings;
  readonly baseUrl: string;
  readonly everyMs?: number;
}

/** Sends in this process what waits unread in inboxes, until it is stopped. Several processes may: each notice is sent by one. */
export function startMail({ db, settings, baseUrl, everyMs = 15_000 }: MailOptions): { stop(): Promise<void> } {
  const backOff = new MailBackOff(({ memberId, failures, error }) =>
    log.warn({ memberId, failures, err: error }, 'an e-mail was not sent; it is tried again later'),
  );
  const round = { db, clock: systemClock, mailer: openMailer(settings), baseUrl, backOff };
  let stopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    running = sendDueMail(round)
      .then(() => {})
      .catch((error) => log.error({ err: error }, 'looking for e-mails to send failed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(next, everyMs);
      });
  };
  timer = setTimeout(next, everyMs);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
