import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Announcements } from '@/lib/services/live/announcements';
import type { WritingFirm, WritingMember } from '../writing-firm';

/** What all schedules of a process share. */
export interface World {
  readonly db: PrismaClient;
  readonly announcements: Announcements;
  readonly firm: WritingFirm;
  readonly members: readonly WritingMember[];
  /** who only suggest */
  readonly counsel: readonly WritingMember[];
  /** what still has to end before the database may go */
  readonly ending: Promise<void>[];
}
