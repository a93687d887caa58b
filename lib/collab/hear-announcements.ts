import type { Announcement } from '@/lib/services/live/announcement';
import type { AccessWatch } from './access-watch';
import type { CatchUp } from './catch-up';
import type { CollabOptions } from './collab-options';
import type { FellowProcesses } from './fellow-processes';
import type { OpenRooms } from './open-rooms';
import type { Settling } from './settling';

interface Hearing {
  readonly rooms: OpenRooms;
  readonly watch: AccessWatch;
  readonly catchUp: CatchUp;
  readonly settling: Settling;
  readonly fellows: FellowProcesses;
}

/**
 * Does what the database's announcements ask of this process's rooms: rights are looked up first, so that what was signed takes no more and a
 * fork that was made anew is closed before its section changes; then what services and other processes wrote is shown. After a gap in
 * hearing, everything is read again. Gives a function that stops listening.
 */
export async function hearAnnouncements(
  { announcements, logger }: Pick<CollabOptions, 'announcements' | 'logger'>,
  { rooms, watch, catchUp, settling, fellows }: Hearing,
): Promise<() => void> {
  const hear = async (announcement: Announcement): Promise<void> => {
    switch (announcement.topic) {
      case 'room': {
        const { firmId, sectionId } = announcement;
        await watch.lookAfresh();
        await catchUp.read(rooms.ofSection(sectionId));
        settling.touch({ kind: 'section', firmId, sectionId });
        return;
      }
      case 'fork': {
        const { firmId, sectionId, forkId } = announcement;
        await watch.lookAfresh();
        await catchUp.read(rooms.all().filter(({ key }) => key.kind === 'fork' && key.forkId === forkId));
        settling.touch({ kind: 'fork', firmId, sectionId, forkId });
        return;
      }
      case 'process':
        return fellows.hear(announcement.processId, announcement.says);
      case 'written':
        if (announcement.processId === fellows.processId) return;
        return catchUp.read(announcement.rooms.flatMap((name) => rooms.get(name) ?? []));
    }
  };
  const stop = await announcements.subscribe(
    (announcement) => {
      hear(announcement).catch((error: unknown) => logger.error({ err: error, ...announcement }, 'an announcement could not be followed'));
    },
    () => {
      void watch.lookAfresh();
      void catchUp.readAll();
      void fellows.greet();
    },
  );
  await fellows.greet();
  return stop;
}
