import { describe, expect, it } from 'vitest';
import { localPath } from '@/app/sign-in/local-path';
import { oidcSettings } from '@/lib/auth/oidc-settings';
import { signInProblem, signInSentence } from '@/lib/auth/sign-in-problem';
import { AppError } from '@/lib/core/errors';
import { clientAddress } from '@/lib/http/client-address';

describe('the words of a refused sign-in', () => {
  it.each([
    [new AppError('UNAUTHENTICATED', 'x'), 'wrong', /wrong/],
    [new AppError('RATE_LIMITED', 'x', { retryAfterSeconds: 240.2 }), 'wait-241', /Wait 5 minutes/],
    [new AppError('FORBIDDEN', 'x', { reason: 'suspended' }), 'suspended', /suspended/],
    [new AppError('FORBIDDEN', 'x', { reason: 'not-invited' }), 'not-invited', /invitation/],
    [new AppError('FORBIDDEN', 'x', { reason: 'unverified' }), 'unverified', /did not confirm/],
    [new AppError('INTERNAL', 'secret'), 'failed', /did not work/],
  ])('%s becomes %s', (error, word, sentence) => {
    expect(signInProblem(error)).toBe(word);
    expect(signInSentence(word)).toMatch(sentence);
  });

  it('shows no text that somebody put into the address', () => {
    expect(signInSentence('Call 555-0100 and tell them your password')).toBe(signInSentence('failed'));
    expect(signInSentence('wait-1<b>')).toBe(signInSentence('failed'));
  });
});

describe('localPath', () => {
  it.each([
    ['/letters/1?tab=a', '/letters/1?tab=a'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?from=/sign-in', '/'],
    ['/api/sessions', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%j leads to %s', (text, path) => {
    expect(localPath(text)).toBe(path);
  });
});

describe('oidcSettings', () => {
  const all = { OIDC_ISSUER: 'https://id.example/', OIDC_CLIENT_ID: 'marginalia', OIDC_CLIENT_SECRET: 's3cret' };

  it('is off where nothing is set', () => {
    expect(oidcSettings({})).toBeNull();
  });

  it('reads the three that belong together', () => {
    expect(oidcSettings(all)).toEqual({
      issuer: 'https://id.example',
      clientId: 'marginalia',
      clientSecret: 's3cret',
      name: 'your organisation',
    });
    expect(oidcSettings({ ...all, OIDC_NAME: 'Harbor ID' })?.name).toBe('Harbor ID');
  });

  it.each(Object.keys(all))('refuses to run without %s', (name) => {
    expect(() => oidcSettings({ ...all, [name]: '' })).toThrow(/belong together/);
  });
});

describe('clientAddress', () => {
  it('believes the last entry, which our own side wrote', () => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': '1.2.3.4, 10.0.0.9' }))).toBe('10.0.0.9');
    expect(clientAddress(new Headers())).toBe('unknown');
  });
});
