import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '@/lib/config/read-settings';

describe('readSettings', () => {
  it('runs everything on this machine alone when nothing is said', () => {
    expect(readSettings({})).toEqual({
      dataFolder: resolve('data'),
      databaseUrl: null,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      services: new Set(['web', 'collab', 'worker']),
      trustProxy: false,
      redisUrl: null,
      mail: null,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', SERVICES: '', MARGINALIA_DATA: '' })).toEqual(readSettings({}));
  });

  it('reads what is said', () => {
    const settings = readSettings({ PORT: '8080', SERVICES: 'web, collab', DATABASE_URL: 'postgres://u@h/d', HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ port: 8080, databaseUrl: 'postgres://u@h/d', host: '0.0.0.0' });
    expect(settings.services).toEqual(new Set(['web', 'collab']));
  });

  it.each([
    ['letters@firm.example', { name: 'Marginalia', address: 'letters@firm.example' }],
    ['"Letters desk" <letters@firm.example>', { name: 'Letters desk', address: 'letters@firm.example' }],
  ])('takes MAIL_FROM as %s', (from, expected) => {
    expect(readSettings({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: from }).mail).toEqual({
      smtpUrl: 'smtp://mail.example',
      from: expected,
    });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ SERVICES: 'web,mail' }, 'not "mail"'],
    [{ DATABASE_URL: 'mysql://h/d' }, 'DATABASE_URL must begin with postgresql://'],
    [{ NEXTAUTH_URL: 'letters.example' }, 'NEXTAUTH_URL must be an http or https address'],
    [{ LOG_LEVEL: 'loud' }, 'not "loud"'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'both SMTP_URL and MAIL_FROM'],
    [{ SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must begin with smtp://'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'MAIL_FROM must be an address'],
    [{ REDIS_URL: 'redis.example' }, 'REDIS_URL must be an address'],
    [{ TRUST_PROXY: '1' }, 'TRUST_PROXY may be yes or no'],
  ])('refuses %o', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(sentence);
  });
});
