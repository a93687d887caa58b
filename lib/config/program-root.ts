import { join } from 'node:path';

/**
 * A file of the program, by its path from the program's root. The process entries name the root in MARGINALIA_PROGRAM, because a bundled module
 * does not know where it came from; tests and scripts run in the root.
 */
export function programFile(path: string): string {
  return join(process.env.MARGINALIA_PROGRAM ?? process.cwd(), path);
}
