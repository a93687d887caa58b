import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const READY_MS = 60_000;

/** The real server (server/main.ts) in a process of its own, always on the same port, with rooms and jobs but no pages. */
export class KillableServer {
  private child: ChildProcess | null = null;
  private output = '';

  constructor(
    readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it serves; rejects with what it printed when it does not. */
  async start(): Promise<void> {
    const { NEXTAUTH_URL: _, ...inherited } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: {
        ...inherited,
        ...this.environment,
        NODE_ENV: 'production',
        SERVICES: 'collab,worker',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.output = '';
    const heard = (chunk: Buffer) => {
      this.output = `${this.output}${chunk}`.slice(-20_000);
    };
    child.stderr?.on('data', heard);
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`The server did not start in time:\n${this.output}`)), READY_MS);
      const settle = (action: () => void) => {
        clearTimeout(limit);
        action();
      };
      child.stdout?.on('data', (chunk: Buffer) => {
        heard(chunk);
        if (this.output.includes('Marginalia is at')) settle(resolve);
      });
      child.once('exit', (code) => settle(() => reject(new Error(`The server ended with ${code}:\n${this.output}`))));
    });
  }

  /** What it printed last where it ended by itself; null while it runs. */
  get endedWith(): string | null {
    return this.child && (this.child.exitCode !== null || this.child.signalCode !== null) ? this.output : null;
  }

  /** SIGKILL: no chance to write, flush or close anything. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
