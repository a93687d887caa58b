import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user and group that PostgreSQL runs as. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const FALLBACK: RunAs = { uid: 65534, gid: 65534 };

/**
 * Who runs PostgreSQL: null for the present user, or another when the present user is root, as whom PostgreSQL refuses to run.
 * A cluster that exists keeps its owner; a new one goes to `nobody`.
 */
export function chooseRunAs(clusterFolder: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findNobody();
}

function findNobody(): RunAs {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('nobody:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : FALLBACK;
  } catch {
    return FALLBACK;
  }
}

/** True when that user can read the file or enter the folder: every folder above it lets it through. */
export function canReach(path: string, user: RunAs): boolean {
  const target = statSync(path, { throwIfNoEntry: false });
  if (!target || !permits(target, user, target.isDirectory() ? 0o5 : 0o4)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (!stat || !permits(stat, user, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function permits(stat: { uid: number; gid: number; mode: number }, user: RunAs, bits: number): boolean {
  const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0;
  return ((stat.mode >> shift) & bits) === bits;
}
