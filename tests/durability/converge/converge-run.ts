import { createDatabaseClient } from '@/lib/db/client';
import { Announcements } from '@/lib/services/live/announcements';
import { makeWritingFirm } from '../writing-firm';
import { runSchedule, type ScheduleResult } from './run-schedule';
import type { World } from './world';

/** How many stories go on at once in one process; each has its own section and server. */
const AT_ONCE = 4;
const MEMBERS = 6;

/** Plays the schedules of these seeds, several at once, and hands out each result as it comes. */
export async function convergeRun(databaseUrl: string, seeds: readonly number[], tell: (result: ScheduleResult) => void): Promise<void> {
  const db = createDatabaseClient(databaseUrl);
  const announcements = new Announcements(databaseUrl);
  const firm = await makeWritingFirm(db, 0);
  const members = await Promise.all(Array.from({ length: MEMBERS }, (_, index) => firm.addMember(index % 2 === 0 ? 'legal' : 'risk')));
  const counsel = await Promise.all([0, 1].map(() => firm.addMember('outside-counsel')));
  const world: World = { db, announcements, firm, members, counsel, ending: [] };
  const left = [...seeds];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift()) tell(await runSchedule(world, seed));
    }),
  );
  await Promise.all(world.ending);
  await announcements.close();
  await db.$disconnect();
}
