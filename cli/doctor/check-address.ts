import type { Settings } from '@/lib/config/read-settings';
import type { Finding } from './finding';

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** What is listened on, the address people use and the proxy between the two go together. */
export function checkAddress({ host, publicUrl, trustProxy }: Settings): Finding {
  const name = 'address';
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  if (isHttps && !trustProxy) {
    return {
      name,
      state: 'fault',
      detail: `People use ${publicUrl}, and the proxy before this server is not trusted: it takes every request for one from the proxy, by http.`,
      mend: 'Set TRUST_PROXY=yes, and have the proxy set X-Forwarded-For and X-Forwarded-Proto.',
    };
  }
  if (!LOOPBACK.test(host) && !isHttps) {
    return {
      name,
      state: 'optional',
      detail: `${host} can be reached from other machines, without https.`,
      mend: 'Put a proxy that speaks https before it, and set NEXTAUTH_URL and TRUST_PROXY=yes; or set HOST=127.0.0.1.',
    };
  }
  return { name, state: 'ok', detail: publicUrl ?? `http://${host}, this machine alone` };
}
