/**
 * The address from which a request came. The server's entry sets x-forwarded-for from the socket, unless it was told to trust
 * a proxy, which appends the address that it saw: so the last entry is the one to believe in both cases.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
