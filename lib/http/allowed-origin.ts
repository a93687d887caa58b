/**
 * True where a request that changes something, or a WebSocket, comes from a page of this very server. Browsers always send
 * Origin with them; a request without one is refused. The host is compared, not the scheme: a proxy may end TLS before us.
 * `publicUrl` is the address that people use, where it differs from the Host that arrives here.
 */
export function isAllowedOrigin(origin: string | null | undefined, host: string | null | undefined, publicUrl?: string): boolean {
  const from = hostOf(origin);
  if (from === null) return false;
  return from === host?.toLowerCase() || from === hostOf(publicUrl);
}

function hostOf(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? host : null;
}
