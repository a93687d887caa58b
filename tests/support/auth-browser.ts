import './next-storage';

import { NextRequest } from 'next/server';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { inNextRequest } from './in-next-request';

/** A browser in front of next-auth's routes: it keeps cookies, sends Origin, and follows nothing by itself. */
export class AuthBrowser {
  readonly origin: string;
  private readonly cookies = new Map<string, string>();
  private readonly setCookies: string[] = [];

  constructor(origin = 'http://localhost:4799') {
    this.origin = origin;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** the last Set-Cookie line for a name that contains this */
  lastSetCookie(name: string): string | undefined {
    return this.setCookies.findLast((line) => line.split('=')[0]?.includes(name));
  }

  get(path: string): Promise<Response> {
    return this.send('GET', path);
  }

  /** Posts a form as next-auth's own pages do, with the CSRF token. */
  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; url: string; error: string | null }> {
    const { csrfToken } = (await (await this.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const response = await this.send('POST', path, new URLSearchParams({ csrfToken, json: 'true', ...fields }), headers);
    const answer = (await response.json()) as { url?: string };
    const url = answer.url ?? '';
    return { status: response.status, url, error: url ? new URL(url, this.origin).searchParams.get('error') : null };
  }

  private async send(method: 'GET' | 'POST', path: string, body?: URLSearchParams, extra: Record<string, string> = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const headers = new Headers({
      host: url.host,
      cookie: this.cookieHeader,
      'user-agent': 'Test browser',
      'x-forwarded-proto': url.protocol.slice(0, -1),
      'x-forwarded-host': url.host,
      ...(method === 'POST' ? { origin: this.origin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...extra,
    });
    const request = new NextRequest(url, { method, headers, body: body?.toString() });
    const segment = { params: Promise.resolve({ nextauth: url.pathname.split('/').slice(3) }) };
    const response = await inNextRequest(request, () => (method === 'GET' ? GET(request, segment) : POST(request, segment)));
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line) || at === pair.length - 1) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
