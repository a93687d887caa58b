import { connect } from 'node:net';
import type { Settings } from '@/lib/config/read-settings';
import type { Finding } from './finding';

const PATIENCE_MS = 5_000;
const PORTS: Readonly<Record<string, number>> = { 'redis:': 6379, 'rediss:': 6379, 'smtp:': 587, 'smtps:': 465 };

/** The servers beside this one that the settings name answer; nothing is asked of them. */
export async function checkReach({ redisUrl, mail }: Settings): Promise<readonly Finding[]> {
  return Promise.all([
    ...(redisUrl ? [reach('redis', redisUrl, 'Start it, or mend REDIS_URL; a single process needs none.')] : []),
    ...(mail
      ? [reach('mail server', mail.smtpUrl, 'Mend SMTP_URL, or unset it and MAIL_FROM: then notices stand in the inbox alone.')]
      : []),
  ]);
}

async function reach(name: string, address: string, mend: string): Promise<Finding> {
  const { hostname, port, protocol } = new URL(address);
  // without what stands before the host: a password
  const place = `${hostname}:${port || PORTS[protocol]}`;
  const failure = await failureOf(hostname.replace(/^\[|\]$/g, ''), Number(port) || PORTS[protocol] || 0);
  return failure === null
    ? { name, state: 'ok', detail: `${place} answers.` }
    : { name, state: 'fault', detail: `${place} does not answer (${failure})`, mend };
}

function failureOf(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (failure: string | null) => {
      socket.destroy();
      resolve(failure);
    };
    socket.setTimeout(PATIENCE_MS, () => end('no answer within 5 s'));
    socket.once('connect', () => end(null));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
