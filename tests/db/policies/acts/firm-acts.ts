import { POST as exportAudit } from '@/app/api/firm/audit/export/route';
import { POST as verifyAudit } from '@/app/api/firm/audit/verify/route';
import { PUT as changeChecks } from '@/app/api/firm/checks/route';
import { PATCH as changeFirm, GET as readFirm } from '@/app/api/firm/route';
import { DELETE as revokeInvitation } from '@/app/api/invitations/[id]/route';
import { POST as invite } from '@/app/api/invitations/route';
import { POST as passwordLink } from '@/app/api/members/[id]/password-link/route';
import { PATCH as changeMember } from '@/app/api/members/[id]/route';
import { POST as changePassword } from '@/app/api/members/password/route';
import { DELETE as endSession } from '@/app/api/sessions/[id]/route';
import { DELETE as endSessions } from '@/app/api/sessions/route';
import { GET as openTemplate } from '@/app/api/templates/[id]/route';
import { POST as withdrawTemplate } from '@/app/api/templates/[id]/withdraw/route';
import { POST as addTemplate } from '@/app/api/templates/route';
import type { Act } from '../act';

export const FIRM_ACTS: readonly Act[] = [
  {
    does: 'Reads the firm’s name and settings',
    route: 'GET /api/firm',
    handler: readFirm,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Changes the firm’s settings',
    route: 'PATCH /api/firm',
    handler: changeFirm,
    may: 'A-----',
    ownFirmOnly: true,
    call: () => ({ body: { name: 'Harbor Street Securities LLC', settings: {} } }),
  },
  {
    does: 'Decides which checks stop an export',
    route: 'PUT /api/firm/checks',
    handler: changeChecks,
    may: 'A-----',
    ownFirmOnly: true,
    call: () => ({ body: { 'date-missing': 'error' } }),
  },
  {
    does: 'Takes the audit log out as a file',
    route: 'POST /api/firm/audit/export',
    handler: exportAudit,
    may: 'A--P--',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Verifies the audit log',
    route: 'POST /api/firm/audit/verify',
    handler: verifyAudit,
    may: 'A--P--',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Invites a member',
    route: 'POST /api/invitations',
    handler: invite,
    may: 'A-----',
    ownFirmOnly: true,
    call: () => ({ body: { role: 'observer' } }),
  },
  {
    does: 'Takes an invitation back',
    route: 'DELETE /api/invitations/[id]',
    handler: revokeInvitation,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.invitation() } }),
  },
  {
    does: 'Gives a member another role',
    route: 'PATCH /api/members/[id]',
    handler: changeMember,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.member() }, body: { role: 'legal' } }),
  },
  {
    does: 'Suspends a member',
    route: 'PATCH /api/members/[id]',
    handler: changeMember,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.member() }, body: { suspended: true } }),
  },
  {
    does: 'Gives a link for a new password',
    route: 'POST /api/members/[id]/password-link',
    handler: passwordLink,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.member() } }),
  },
  {
    does: 'Changes their own password',
    route: 'POST /api/members/password',
    handler: changePassword,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({ body: { current: 'not this one at all', next: 'a long and quiet afternoon' } }),
  },
  {
    does: 'Ends a session of their own',
    route: 'DELETE /api/sessions/[id]',
    handler: endSession,
    may: 'ALRPOC',
    call: async (world, role) => ({ params: { id: await world.session(world.firm.memberId(role)) } }),
  },
  {
    does: 'Ends a session of somebody else',
    route: 'DELETE /api/sessions/[id]',
    handler: endSession,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.session(await world.member()) } }),
  },
  {
    does: 'Ends their other sessions',
    route: 'DELETE /api/sessions',
    handler: endSessions,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Brings a letter template',
    route: 'POST /api/templates',
    handler: addTemplate,
    may: 'AL----',
    ownFirmOnly: true,
    call: () => ({ query: { file: 'house.docx' }, file: 'no Word file' }),
  },
  {
    does: 'Opens the file of a letter template',
    route: 'GET /api/templates/[id]',
    handler: openTemplate,
    may: 'AL----',
    call: async (world) => ({ params: { id: await world.template() } }),
  },
  {
    does: 'Withdraws a letter template',
    route: 'POST /api/templates/[id]/withdraw',
    handler: withdrawTemplate,
    may: 'AL----',
    call: async (world) => ({ params: { id: await world.template() } }),
  },
];
