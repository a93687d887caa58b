import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive';

/** Notes one more use of the cluster by this process; the note's name is what `leaveCluster` takes back. */
export function enterCluster(folder: string): string {
  const note = `${process.pid}.${randomUUID()}`;
  mkdirSync(join(folder, 'users'), { recursive: true });
  writeFileSync(join(folder, 'users', note), '');
  return note;
}

/** Takes a note back; true when no living process uses the cluster any more, so that it may be stopped. */
export function leaveCluster(folder: string, note: string): boolean {
  const users = join(folder, 'users');
  rmSync(join(users, note), { force: true });
  let others = 0;
  for (const name of readdirSync(users)) {
    if (isAlive(Number.parseInt(name, 10))) others++;
    else rmSync(join(users, name), { force: true });
  }
  return others === 0;
}
