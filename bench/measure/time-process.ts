import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { programFile } from '@/lib/config/program-root';

/** A program from its start to its end. */
export interface ProcessRun {
  readonly milliseconds: number;
  /** What it told on descriptor 3. */
  readonly told: string;
}

/** A Node process of ours from its start to its end, with the most memory that it had. */
export interface ColdRun {
  readonly milliseconds: number;
  readonly peakBytes: number;
}

const PEAK = pathToFileURL(programFile('bench/measure/report-peak.mjs')).href;

/** Runs a new Node process; what it prints is thrown away. Rejects, with what it said, where it fails. */
export async function timeNode(words: readonly string[]): Promise<ColdRun> {
  const { milliseconds, told } = await timeProcess(process.execPath, ['--import', PEAK, ...words]);
  return { milliseconds, peakBytes: Number(told) * 1024 };
}

/** Runs a program; what it prints is thrown away. Rejects, with what it said, where it fails; with the code ENOENT where it is not installed. */
export function timeProcess(program: string, words: readonly string[]): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let said = '';
    let told = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000);
    });
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      told += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ milliseconds: performance.now() - start, told });
      else reject(new Error(`${program} ${words.join(' ')} ended with ${code}: ${said.trim()}`));
    });
  });
}

/** `n` cold runs of the same words, one after the other. */
export async function timeNodeOften(words: readonly string[], n: number): Promise<ColdRun[]> {
  const runs: ColdRun[] = [];
  for (let index = 0; index < n; index += 1) runs.push(await timeNode(words));
  return runs;
}
