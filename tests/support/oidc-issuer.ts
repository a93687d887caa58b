import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small OpenID Connect provider on this machine: discovery, code flow with PKCE, ID tokens signed with RS256. */
export interface TestIssuer {
  readonly issuer: string;
  /** How many codes were turned into tokens. */
  readonly tokens: () => number;
  /** What the provider's page does when somebody signs in there: gives the address to which it sends the browser back. */
  approve(authorizeUrl: string, claims: Record<string, unknown>): string;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string | null;
  readonly claims: Record<string, unknown>;
}

export const CLIENT = { id: 'marginalia', secret: 'a test secret' } as const;

export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  let given = 0;
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const path = (request.url ?? '').split('?')[0];
    if (path === '/.well-known/openid-configuration') {
      return answer(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (path === '/jwks') return answer(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    if (path === '/token') {
      const form = new URLSearchParams(await textOf(request));
      const grant = grants.get(form.get('code') ?? '');
      grants.delete(form.get('code') ?? '');
      const basic = `Basic ${Buffer.from(`${encodeURIComponent(CLIENT.id)}:${encodeURIComponent(CLIENT.secret).replaceAll('%20', '+')}`).toString('base64')}`;
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!grant || grant.challenge !== verifier || request.headers.authorization !== basic) return answer(400, { error: 'invalid_grant' });
      given += 1;
      return answer(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: idToken(grant) });
    }
    return answer(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function idToken({ nonce, claims }: Grant): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 60, ...(nonce ? { nonce } : {}), ...claims };
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(body)}`;
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
  }

  return {
    issuer,
    tokens: () => given,
    approve: (authorizeUrl, claims) => {
      const query = new URL(authorizeUrl).searchParams;
      if (query.get('code_challenge_method') !== 'S256') throw new Error('The request has no PKCE challenge.');
      const code = randomUUID();
      grants.set(code, { challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce'), claims });
      return `${query.get('redirect_uri')}?${new URLSearchParams({ code, state: query.get('state') ?? '' })}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
