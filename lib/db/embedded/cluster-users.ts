import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive';

/** Notes that this process uses the cluster. */
export function enterCluster(folder: string): void {
  mkdirSync(join(folder, 'users'), { recursive: true });
  writeFileSync(join(folder, 'users', String(process.pid)), '');
}

/** Removes this process's note; true when no other living process uses the cluster, so that it may be stopped. */
export function leaveCluster(folder: string): boolean {
  const users = join(folder, 'users');
  let others = 0;
  for (const name of readdirSync(users)) {
    const pid = Number(name);
    if (pid !== process.pid && isAlive(pid)) others++;
    else rmSync(join(users, name), { force: true });
  }
  return others === 0;
}
