import { randomUUID } from 'node:crypto';
import { GET as getReferences } from '@/app/api/letters/[id]/references/route';
import { PATCH as changeSource } from '@/app/api/sources/[id]/route';
import { POST as addSource, GET as listSources } from '@/app/api/sources/route';
import type { Act } from '../act';

const fields = { title: '17', section: '240.15c3-1' };

/** Sources, citations and references. */
export const SOURCE_ACTS: readonly Act[] = [
  {
    does: 'Reads the library of sources',
    route: 'GET /api/sources',
    handler: listSources,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Adds a source to the library',
    route: 'POST /api/sources',
    handler: addSource,
    may: 'ALR---',
    ownFirmOnly: true,
    call: () => ({ body: { kind: 'cfr', fields } }),
  },
  {
    does: 'Mends a source of the library',
    route: 'PATCH /api/sources/[id]',
    handler: changeSource,
    may: 'ALR---',
    call: async ({ db, firm, administrator }) => {
      const now = administrator.clock();
      const by = { createdById: administrator.actor.memberId, createdAt: now, updatedAt: now };
      const { id } = await db.citationSource.create({ data: { id: randomUUID(), firmId: firm.firmId, kind: 'cfr', fields, ...by } });
      return { params: { id }, body: { fields } };
    },
  },
  {
    does: 'Reads what a letter’s citations and references are worded from',
    route: 'GET /api/letters/[id]/references',
    handler: getReferences,
    may: 'ALRPOC',
    call: ({ letterId }) => ({ params: { id: letterId } }),
  },
];
