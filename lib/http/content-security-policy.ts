/** What a page's policy depends on. */
interface PageOrigin {
  /** fresh for every response */
  readonly nonce: string;
  /** the Host that the page was asked for with */
  readonly host: string;
  /** development: hot reload evaluates code and adds styles */
  readonly dev: boolean;
}

/**
 * The Content-Security-Policy of a page: scripts and style sheets only of this server and of this response, nothing embedded,
 * nothing sent elsewhere. Style attributes are allowed because the server renders measured sizes and colours into them.
 */
export function contentSecurityPolicy({ nonce, host, dev }: PageOrigin): string {
  const sockets = /^[a-z0-9.:[\]-]+$/i.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src-elem 'self' 'unsafe-inline'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
