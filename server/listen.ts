import { createServer, type Server } from 'node:net';
import { AppError } from '@/lib/core/errors';

/** Refuses (UNAVAILABLE) a port that cannot be had, before anything slow is begun. */
export async function probePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((closed) => probe.close(closed));
}

/** Listens and returns the port; UNAVAILABLE says in a sentence why it cannot. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentence = {
    EADDRINUSE: `Port ${port} is taken by another program: stop that program, or choose another port, e.g. PORT=${port + 1} npm start.`,
    EACCES: `This user may not listen on port ${port}: choose a port above 1023, e.g. PORT=3000 npm start.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one it has, e.g. 127.0.0.1.`,
    ENOTFOUND: `The name ${host} is not known: set HOST to an address of this machine, e.g. 127.0.0.1.`,
  }[error.code ?? ''];
  return sentence ? new AppError('UNAVAILABLE', sentence, {}, { cause: error }) : error;
}
