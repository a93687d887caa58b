import type { IncomingMessage } from 'node:http';

/**
 * Makes the X-Forwarded-* headers say what is true: where no proxy is trusted, anybody could have written them, so that the address
 * is taken from the socket and the rest is dropped. What limits sign-in by address, and what decides on secure cookies, relies on it.
 */
export function settleForwardedHeaders(request: IncomingMessage, trustProxy: boolean): void {
  if (trustProxy && request.headers['x-forwarded-for']) return;
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown';
  if (trustProxy) return;
  delete request.headers['x-forwarded-host'];
  delete request.headers['x-forwarded-port'];
  request.headers['x-forwarded-proto'] = 'http';
}
