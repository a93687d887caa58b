import { randomUUID } from 'node:crypto';
import { PATCH as editComment } from '@/app/api/comments/[id]/route';
import { POST as lateUpdate } from '@/app/api/forks/[id]/late-updates/route';
import { PATCH as markNotice } from '@/app/api/inbox/[id]/route';
import { GET as inboxEvents } from '@/app/api/inbox/events/route';
import { PATCH as mailNotices } from '@/app/api/inbox/mail/route';
import { GET as inbox, PATCH as readAll } from '@/app/api/inbox/route';
import { POST as decide } from '@/app/api/letters/[id]/suggestions/decisions/route';
import { GET as suggestions } from '@/app/api/letters/[id]/suggestions/route';
import { POST as startThread, GET as threads } from '@/app/api/letters/[id]/threads/route';
import { POST as openFork } from '@/app/api/sections/[id]/fork/route';
import { POST as reply } from '@/app/api/threads/[id]/comments/route';
import { PATCH as changeThread } from '@/app/api/threads/[id]/route';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Role } from '@/lib/policies/actor';
import type { Act } from '../act';
import type { World } from '../world';

const SIGNED = { signed: '------' } as const;
const TEXT = { text: 'Is this right?', mentions: [] };
/** a Yjs update that changes nothing */
const NOTHING = '\u0000\u0000';

const threadActs = (privileged: boolean): readonly Act[] => {
  const kind = privileged ? 'a privileged thread' : 'a thread';
  const may = privileged ? '-L----' : 'ALRP-C';
  const rest = { may, ...(privileged ? { hidden: true as const } : {}) };
  return [
    {
      does: `Starts ${kind}`,
      route: 'POST /api/letters/[id]/threads',
      handler: startThread,
      may,
      call: (world) => ({
        params: { id: world.letterId },
        body: { sectionId: world.sectionId, anchor: { kind: 'section' }, privileged, assigneeId: null, ...TEXT },
      }),
    },
    {
      does: `Replies in ${kind}`,
      route: 'POST /api/threads/[id]/comments',
      handler: reply,
      ...rest,
      call: async (world) => ({ params: { id: (await thread(world, 'legal', privileged)).threadId }, body: TEXT }),
    },
    {
      does: `Resolves ${kind}`,
      route: 'PATCH /api/threads/[id]',
      handler: changeThread,
      ...rest,
      call: async (world) => ({ params: { id: (await thread(world, 'legal', privileged)).threadId }, body: { resolved: true } }),
    },
    {
      does: `Assigns ${kind}`,
      route: 'PATCH /api/threads/[id]',
      handler: changeThread,
      ...rest,
      call: async (world) => ({
        params: { id: (await thread(world, 'legal', privileged)).threadId },
        body: { assigneeId: world.firm.memberId('legal') },
      }),
    },
    {
      does: `Changes their own comment in ${kind}`,
      route: 'PATCH /api/comments/[id]',
      handler: editComment,
      ...rest,
      call: async (world, role) => ({ params: { id: (await thread(world, role, privileged)).commentId }, body: TEXT }),
    },
  ];
};

export const TOGETHER_ACTS: readonly Act[] = [
  {
    does: 'Reads the threads of a letter',
    route: 'GET /api/letters/[id]/threads',
    handler: threads,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  ...threadActs(false),
  ...threadActs(true),
  {
    does: 'Changes a comment of somebody else',
    route: 'PATCH /api/comments/[id]',
    handler: editComment,
    may: '------',
    call: async (world) => ({ params: { id: (await thread(world, null, false)).commentId }, body: TEXT }),
  },
  { does: 'Reads their inbox', route: 'GET /api/inbox', handler: inbox, may: 'ALRPOC', ownFirmOnly: true, call: () => ({}) },
  {
    does: 'Marks all in their inbox as read',
    route: 'PATCH /api/inbox',
    handler: readAll,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({ body: { read: true } }),
  },
  {
    does: 'Marks a notice of their own',
    route: 'PATCH /api/inbox/[id]',
    handler: markNotice,
    may: 'ALRPOC',
    call: async (world, role) => ({ params: { id: await notice(world, world.firm.memberId(role)) }, body: { read: true } }),
  },
  {
    does: 'Marks a notice of somebody else',
    route: 'PATCH /api/inbox/[id]',
    handler: markNotice,
    may: '------',
    hidden: true,
    call: async (world) => ({ params: { id: await notice(world, await world.member()) }, body: { read: true } }),
  },
  {
    does: 'Hears what comes into their inbox',
    route: 'GET /api/inbox/events',
    handler: inboxEvents,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Chooses whether notices come by e-mail',
    route: 'PATCH /api/inbox/mail',
    handler: mailNotices,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({ body: { wanted: true } }),
  },
  {
    does: 'Opens a copy of their own to suggest in',
    route: 'POST /api/sections/[id]/fork',
    handler: openFork,
    may: 'ALRP-C',
    states: SIGNED,
    call: (world) => ({ params: { id: world.sectionId } }),
  },
  {
    does: 'Sends what their own copy had not sent',
    route: 'POST /api/forks/[id]/late-updates',
    handler: lateUpdate,
    may: 'ALRP-C',
    states: SIGNED,
    call: async (world, role) => ({
      params: { id: await fork(world, world.firm.memberId(role)) },
      query: { generation: '1' },
      file: NOTHING,
    }),
  },
  {
    does: 'Writes into somebody else’s copy',
    route: 'POST /api/forks/[id]/late-updates',
    handler: lateUpdate,
    may: '------',
    call: async (world) => ({ params: { id: await fork(world, await world.member()) }, query: { generation: '1' }, file: NOTHING }),
  },
  {
    does: 'Reads the suggestions of a letter',
    route: 'GET /api/letters/[id]/suggestions',
    handler: suggestions,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  ...(['accept', 'reject'] as const).map(
    (decision): Act => ({
      does: decision === 'accept' ? 'Accepts a suggestion' : 'Rejects a suggestion',
      route: 'POST /api/letters/[id]/suggestions/decisions',
      handler: decide,
      may: 'AL----',
      states: SIGNED,
      call: async (world) => ({ params: { id: world.letterId }, body: { decision, choice: { ids: [await suggestion(world, null)] } } }),
    }),
  ),
  {
    does: 'Undoes a decision on a suggestion',
    route: 'POST /api/letters/[id]/suggestions/decisions',
    handler: decide,
    may: 'AL----',
    states: SIGNED,
    call: async (world) => ({
      params: { id: world.letterId },
      body: { decision: 'undo', choice: { ids: [await suggestion(world, null, 'rejected')] } },
    }),
  },
  {
    does: 'Takes back a suggestion of their own',
    route: 'POST /api/letters/[id]/suggestions/decisions',
    handler: decide,
    may: 'ALRPOC',
    call: async (world, role) => ({
      params: { id: world.letterId },
      body: { decision: 'withdraw', choice: { ids: [await suggestion(world, world.firm.memberId(role))] } },
    }),
  },
  {
    does: 'Takes back a suggestion of somebody else',
    route: 'POST /api/letters/[id]/suggestions/decisions',
    handler: decide,
    may: 'AL----',
    states: SIGNED,
    call: async (world) => ({
      params: { id: world.letterId },
      body: { decision: 'withdraw', choice: { ids: [await suggestion(world, await world.member())] } },
    }),
  },
];

/** A thread with one comment; by somebody else of the firm where no role is named. */
async function thread(world: World, role: Role | null, privileged: boolean): Promise<{ threadId: string; commentId: string }> {
  const { db, firm, letterId, sectionId } = world;
  const { firmId } = firm;
  const authorId = role === null ? await world.member() : firm.memberId(role);
  const [threadId, commentId, at] = [randomUUID(), randomUUID(), world.administrator.clock()];
  const own = { firmId, letterId, sectionId, anchor: { kind: 'section' }, privileged, createdById: authorId, createdAt: at, updatedAt: at };
  await db.commentThread.create({ data: { id: threadId, ...own } });
  await db.comment.create({ data: { id: commentId, firmId, threadId, authorId, text: 'Hm.', mentions: [], createdAt: at } });
  return { threadId, commentId };
}

async function notice(world: World, memberId: string): Promise<string> {
  const id = randomUUID();
  const own = { firmId: world.firm.firmId, memberId, kind: 'assigned', actorName: 'Somebody', sentence: 'A thread is yours.' };
  await world.db.notification.create({ data: { id, ...own, createdAt: world.administrator.clock() } });
  return id;
}

/** A member's copy of the section, as it is when it was just opened. */
async function fork(world: World, memberId: string): Promise<string> {
  const { db, firm, sectionId } = world;
  const room = await db.sectionRoom.findUniqueOrThrow({ where: { sectionId } });
  await db.sectionFork.deleteMany({ where: { sectionId, memberId } });
  const id = randomUUID();
  const at = world.administrator.clock();
  const own = { id, firmId: firm.firmId, sectionId, memberId, follows: room.generation, state: room.state };
  await db.sectionFork.create({ data: { ...own, createdAt: at, updatedAt: at } });
  return id;
}

/** A suggested paragraph, as from a returned file. */
async function suggestion(world: World, authorId: string | null, state = 'open'): Promise<string> {
  const { db, firm, letterId, sectionId } = world;
  const id = randomUUID();
  const at = world.administrator.clock();
  const nodes = [{ type: 'paragraph', attrs: { id: randomUUID() }, content: [{ type: 'text', text: 'Suggested.' }] }];
  const change: Prisma.InputJsonObject = { kind: 'insert', place: { parentId: null, afterId: null }, nodes };
  const own = { firmId: firm.firmId, letterId, sectionId, authorId, authorName: 'Outside', source: 'word', change, state };
  await db.suggestion.create({ data: { id, ...own, createdAt: at, changedAt: at } });
  return id;
}
