import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';

const directives = (options: Parameters<typeof contentSecurityPolicy>[0]) =>
  new Map(
    contentSecurityPolicy(options)
      .split('; ')
      .map((directive) => {
        const [name, ...sources] = directive.split(' ');
        return [name, sources] as const;
      }),
  );

describe('contentSecurityPolicy', () => {
  const page = directives({ nonce: 'abc', host: 'letters.example:3000', dev: false });

  it('lets run only scripts that carry this response’s nonce', () => {
    expect(page.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
    expect(page.get('style-src-elem')).toEqual(["'self'", "'nonce-abc'"]);
  });

  it('embeds nothing and is embedded nowhere', () => {
    for (const name of ['object-src', 'frame-src', 'frame-ancestors', 'base-uri']) expect(page.get(name)).toEqual(["'none'"]);
  });

  it('talks to this server only, over both kinds of socket', () => {
    expect(page.get('connect-src')).toEqual(["'self'", 'ws://letters.example:3000', 'wss://letters.example:3000']);
  });

  it('does not let a forged Host add to the policy', () => {
    const forged = directives({ nonce: 'abc', host: "x; script-src 'unsafe-inline'", dev: false });
    expect(forged.get('script-src')).toEqual(page.get('script-src'));
    expect(forged.get('connect-src')).toEqual(["'self'"]);
  });

  it('evaluates code in development only', () => {
    expect(page.get('script-src')).not.toContain("'unsafe-eval'");
    expect(directives({ nonce: 'abc', host: 'localhost', dev: true }).get('script-src')).toContain("'unsafe-eval'");
  });
});
