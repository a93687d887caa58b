import type { Settings } from '@/lib/config/read-settings';
import { probePort } from '@/server/listen';
import type { Finding } from './finding';

/** The port is free, or this program already serves it. */
export async function checkPort({ host, port }: Settings): Promise<Finding> {
  const name = 'port';
  try {
    await probePort(host, port);
    return { name, state: 'ok', detail: `${host}:${port} is free.` };
  } catch (error) {
    if (await answersAsOurs(host, port)) return { name, state: 'ok', detail: `Marginalia already serves ${host}:${port}.` };
    return { name, state: 'fault', detail: `${host}:${port} cannot be listened on`, mend: (error as Error).message };
  }
}

async function answersAsOurs(host: string, port: number): Promise<boolean> {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const response = await fetch(`http://${address}:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null && 'service' in answer && answer.service === 'marginalia';
  } catch {
    return false;
  }
}
