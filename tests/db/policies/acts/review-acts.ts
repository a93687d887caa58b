import { randomUUID } from 'node:crypto';
import { DELETE as revokeDelegation } from '@/app/api/delegations/[id]/route';
import { POST as lend } from '@/app/api/delegations/route';
import { GET as letterReview, PUT as plan } from '@/app/api/letters/[id]/review/route';
import { POST as restore } from '@/app/api/letters/[id]/versions/[number]/restorations/route';
import { PATCH as nameVersion } from '@/app/api/letters/[id]/versions/[number]/route';
import { GET as checkVersions } from '@/app/api/letters/[id]/versions/check/route';
import { POST as keepVersion, GET as listVersions } from '@/app/api/letters/[id]/versions/route';
import { PATCH as changeMember } from '@/app/api/members/[id]/route';
import { GET as authorship } from '@/app/api/sections/[id]/authorship/route';
import { PUT as markRead } from '@/app/api/sections/[id]/review/reading/route';
import { GET as sectionReview } from '@/app/api/sections/[id]/review/route';
import { POST as signOff } from '@/app/api/sections/[id]/sign-offs/route';
import { PUT as moveToReview, POST as reopen } from '@/app/api/sections/[id]/state/route';
import type { Role } from '@/lib/policies/actor';
import type { Capacity } from '@/lib/review/capacity';
import { getSectionReview } from '@/lib/services/review/get-section-review';
import { signSection } from '@/lib/services/review/sign-section';
import { keepVersion as keep } from '@/lib/services/version/keep-version';
import type { Act } from '../act';
import type { World } from '../world';

const deciding = (does: string, capacity: Capacity, row: string, decision: 'signed' | 'refused'): Act => ({
  does,
  route: 'POST /api/sections/[id]/sign-offs',
  handler: signOff,
  may: row,
  states: { drafting: '------', signed: '------' },
  call: async (world, _role, state) => {
    await world.db.signOff.deleteMany();
    if (state === 'signed') await signAll(world);
    const { contentHash } = await getSectionReview(world.administrator, world.sectionId);
    const reason = decision === 'refused' ? { reason: 'The figure is not of June.' } : {};
    return { params: { id: world.sectionId }, body: { decision, capacity, contentHash, ...reason } };
  },
});

export const REVIEW_ACTS: readonly Act[] = [
  {
    does: 'Reads the review of a letter',
    route: 'GET /api/letters/[id]/review',
    handler: letterReview,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Says who has to sign a letter',
    route: 'PUT /api/letters/[id]/review',
    handler: plan,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, body: { required: ['legal', 'risk', 'business'], ordered: false } }),
  },
  {
    does: 'Reads the review of a section',
    route: 'GET /api/sections/[id]/review',
    handler: sectionReview,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.sectionId } }),
  },
  {
    does: 'Notes that they read a section',
    route: 'PUT /api/sections/[id]/review/reading',
    handler: markRead,
    may: 'ALRPOC',
    call: async (world) => {
      const { contentHash } = await getSectionReview(world.administrator, world.sectionId);
      return { params: { id: world.sectionId }, body: { contentHash } };
    },
  },
  {
    does: 'Sends a section to review',
    route: 'PUT /api/sections/[id]/state',
    handler: moveToReview,
    may: 'AL----',
    call: (world) => ({ params: { id: world.sectionId }, body: { to: 'in-review' } }),
  },
  {
    does: 'Sends a section that is theirs to review',
    route: 'PUT /api/sections/[id]/state',
    handler: moveToReview,
    may: 'ALRP--',
    call: async (world, role) => {
      const { count } = await world.db.section.updateMany({ where: { id: world.sectionId }, data: { ownerId: world.firm.memberId(role) } });
      if (count !== 1) throw new Error('The section is gone.');
      return { params: { id: world.sectionId }, body: { to: 'in-review' } };
    },
  },
  {
    does: 'Reopens a signed section',
    route: 'POST /api/sections/[id]/state',
    handler: reopen,
    may: '------',
    states: { signed: 'AL----' },
    call: async (world, _role, state) => {
      await world.db.signOff.deleteMany();
      if (state === 'signed') await signAll(world);
      return { params: { id: world.sectionId }, body: { to: 'drafting', reason: 'The agencies extended the period.' } };
    },
  },
  deciding('Signs a section for legal', 'legal', '-L----', 'signed'),
  deciding('Signs a section for risk', 'risk', '--R---', 'signed'),
  deciding('Signs a section for business', 'business', '---P--', 'signed'),
  deciding('Refuses a section for risk', 'risk', '--R---', 'refused'),
  {
    does: 'Lends their right to sign for risk',
    route: 'POST /api/delegations',
    handler: lend,
    may: '--R---',
    call: async (world) => ({
      body: {
        toId: await approver(world),
        capacity: 'risk',
        expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        reason: 'Away on leave.',
      },
    }),
  },
  {
    does: 'Takes back the right to sign that somebody lent',
    route: 'DELETE /api/delegations/[id]',
    handler: revokeDelegation,
    may: 'A-----',
    call: async (world) => ({ params: { id: await delegation(world, await world.member()) } }),
  },
  {
    does: 'Takes back the right to sign that they lent',
    route: 'DELETE /api/delegations/[id]',
    handler: revokeDelegation,
    may: 'ALRPOC',
    call: async (world, role: Role) => ({ params: { id: await delegation(world, world.firm.memberId(role)) } }),
  },
  {
    does: 'Says what an approver signs for',
    route: 'PATCH /api/members/[id]',
    handler: changeMember,
    may: 'A-----',
    call: async (world) => ({ params: { id: await approver(world) }, body: { signsFor: ['business'] } }),
  },
  {
    does: 'Lists the versions of a letter',
    route: 'GET /api/letters/[id]/versions',
    handler: listVersions,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Checks the versions of a letter for damage',
    route: 'GET /api/letters/[id]/versions/check',
    handler: checkVersions,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Keeps a version',
    route: 'POST /api/letters/[id]/versions',
    handler: keepVersion,
    may: 'ALR---',
    call: (world) => ({ params: { id: world.letterId }, body: { name: 'To the board' } }),
  },
  {
    does: 'Names a version',
    route: 'PATCH /api/letters/[id]/versions/[number]',
    handler: nameVersion,
    may: 'ALR---',
    call: async (world) => ({ params: { id: world.letterId, number: await version(world) }, body: { name: 'To the board', note: '' } }),
  },
  {
    does: 'Brings back a version',
    route: 'POST /api/letters/[id]/versions/[number]/restorations',
    handler: restore,
    may: 'AL----',
    call: async (world) => ({ params: { id: world.letterId, number: await version(world) }, body: {} }),
  },
  {
    does: 'Reads who wrote a section',
    route: 'GET /api/sections/[id]/authorship',
    handler: authorship,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.sectionId } }),
  },
];

/** Every required signature stands, and so the section is signed. */
async function signAll(world: World): Promise<void> {
  const { db, firm, sectionId } = world;
  await db.section.update({ where: { id: sectionId }, data: { state: 'in-review' } });
  const { contentHash } = await getSectionReview(world.administrator, sectionId);
  for (const [role, capacity] of [
    ['legal', 'legal'],
    ['risk', 'risk'],
    ['approver', 'business'],
  ] as const) {
    await signSection(firm.ctxAs(role), { sectionId, capacity, contentHash });
  }
}

async function approver(world: World): Promise<string> {
  const id = await world.member();
  await world.db.member.update({ where: { id }, data: { role: 'approver' } });
  return id;
}

async function delegation(world: World, fromId: string): Promise<string> {
  const id = randomUUID();
  const own = { firmId: world.firm.firmId, fromId, toId: await world.member(), capacity: 'risk' };
  const [createdAt, expiresAt] = [world.administrator.clock(), new Date('2199-01-01')];
  await world.db.signOffDelegation.create({ data: { id, ...own, createdAt, expiresAt } });
  return id;
}

async function version(world: World): Promise<string> {
  const last = await world.db.letterSnapshot.findFirst({ where: { letterId: world.letterId }, orderBy: { number: 'desc' } });
  return String(last?.number ?? (await keep(world.administrator, world.letterId, { name: 'Kept', note: '' })).number);
}
