import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { programFile } from '@/lib/config/program-root';

const READY_MS = 60_000;

/** A server in a process of its own. */
export interface RunningChild {
  /** What the system counts as its memory now, bytes. */
  residentBytes(): number;
  stop(): Promise<void>;
}

/** Starts a server of ours and waits for the words that it prints when it serves; rejects with what it said where it does not. */
export async function startChild(file: string, environment: Readonly<Record<string, string>>, ready: string): Promise<RunningChild> {
  const child = spawn(process.execPath, ['--import', 'tsx', programFile(file)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`${file} did not start: ${said}`)), READY_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said = `${said}${chunk}`.slice(-4_000);
        if (said.includes(ready)) {
          clearTimeout(limit);
          resolve();
        }
      });
    }
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
  });
  return {
    residentBytes: () => Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }).stdout) * 1024,
    stop: () => stop(child),
  };
}

/** Runs a program of ours that reads its task from standard input and answers in JSON. */
export async function askChild<T>(file: string, task: unknown): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', programFile(file)], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [answer, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    answer += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  child.stdin.end(JSON.stringify(task));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`);
  return JSON.parse(answer) as T;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(forced);
}
