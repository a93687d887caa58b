import { GET as openExport } from '@/app/api/exports/[id]/route';
import { GET as checks } from '@/app/api/letters/[id]/checks/route';
import { POST as draftRequest } from '@/app/api/letters/[id]/confidential-request/draft/route';
import { PUT as confidentialRequest } from '@/app/api/letters/[id]/confidential-request/route';
import { GET as events } from '@/app/api/letters/[id]/events/route';
import { POST as makePackage } from '@/app/api/letters/[id]/exports/packages/route';
import { POST as exportLetter, GET as listExports } from '@/app/api/letters/[id]/exports/route';
import { GET as figures } from '@/app/api/letters/[id]/figures/route';
import { PATCH as furniture } from '@/app/api/letters/[id]/furniture/route';
import { GET as protection } from '@/app/api/letters/[id]/protection/route';
import { GET as readReturned } from '@/app/api/letters/[id]/returned/[returnedId]/route';
import { POST as settleReturned } from '@/app/api/letters/[id]/returned/[returnedId]/settlements/route';
import { GET as listReturned, POST as receiveReturned } from '@/app/api/letters/[id]/returned/route';
import { POST as addSection } from '@/app/api/letters/[id]/sections/route';
import { POST as reopenLetter } from '@/app/api/letters/[id]/submissions/reopening/route';
import { GET as listSubmissions, POST as recordSubmission } from '@/app/api/letters/[id]/submissions/route';
import { POST as createLetter, GET as listLetters } from '@/app/api/letters/route';
import { POST as correctOutline } from '@/app/api/requests/[id]/outline/route';
import { GET as readRequest } from '@/app/api/requests/[id]/route';
import { POST as importByNumber } from '@/app/api/requests/by-number/route';
import { POST as importRequest, GET as listRequests } from '@/app/api/requests/route';
import { POST as addSample } from '@/app/api/sample/route';
import { POST as acceptFigure } from '@/app/api/sections/[id]/figure-acceptances/route';
import { PUT as moveSection } from '@/app/api/sections/[id]/place/route';
import { PATCH as changeSection } from '@/app/api/sections/[id]/route';
import { POST as verifyFile } from '@/app/api/verifications/route';
import type { Act } from '../act';

const SIGNED = { signed: '------' } as const;

export const LETTER_ACTS: readonly Act[] = [
  { does: 'Lists the requests', route: 'GET /api/requests', handler: listRequests, may: 'ALRPOC', ownFirmOnly: true, call: () => ({}) },
  {
    does: 'Imports a request',
    route: 'POST /api/requests',
    handler: importRequest,
    may: 'AL----',
    ownFirmOnly: true,
    call: () => ({ query: { name: 'request.txt' }, file: 'nothing of a request' }),
  },
  {
    does: 'Fetches a request by its number',
    route: 'POST /api/requests/by-number',
    handler: importByNumber,
    may: 'AL----',
    ownFirmOnly: true,
    call: () => ({ body: { number: 'no number' } }),
  },
  {
    does: 'Reads a request',
    route: 'GET /api/requests/[id]',
    handler: readRequest,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.requestId } }),
  },
  {
    does: 'Corrects the outline of a request',
    route: 'POST /api/requests/[id]/outline',
    handler: correctOutline,
    may: 'AL----',
    call: (world) => ({
      params: { id: world.requestId },
      body: {
        fromVersionId: world.requestVersionId,
        edits: [{ kind: 'rename-section', section: 'I', heading: world.administrator.ids() }],
      },
    }),
  },
  { does: 'Adds the sample', route: 'POST /api/sample', handler: addSample, may: 'A-----', ownFirmOnly: true, call: () => ({}) },
  { does: 'Lists the letters', route: 'GET /api/letters', handler: listLetters, may: 'ALRPOC', ownFirmOnly: true, call: () => ({}) },
  {
    does: 'Starts a letter',
    route: 'POST /api/letters',
    handler: createLetter,
    may: 'AL----',
    call: (world) => ({ body: { requestVersionId: world.requestVersionId } }),
  },
  {
    does: 'Changes letterhead, addressees and signature block',
    route: 'PATCH /api/letters/[id]/furniture',
    handler: furniture,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, body: { salutation: 'Dear Commissioners:' } }),
  },
  {
    does: 'Reads what is held back in a letter',
    route: 'GET /api/letters/[id]/protection',
    handler: protection,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Changes the request for confidential treatment',
    route: 'PUT /api/letters/[id]/confidential-request',
    handler: confidentialRequest,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, body: { name: world.administrator.ids() } }),
  },
  {
    does: 'Drafts a request for confidential treatment',
    route: 'POST /api/letters/[id]/confidential-request/draft',
    handler: draftRequest,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, query: { agency: 'CFTC' } }),
  },
  {
    does: 'Adds a section',
    route: 'POST /api/letters/[id]/sections',
    handler: addSection,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, body: { kind: 'discussion', title: 'Offsets', afterSectionId: null } }),
  },
  {
    does: 'Moves a section',
    route: 'PUT /api/sections/[id]/place',
    handler: moveSection,
    may: 'AL----',
    call: (world) => ({ params: { id: world.sectionId }, body: { place: 0 } }),
  },
  {
    does: 'Gives a section another title',
    route: 'PATCH /api/sections/[id]',
    handler: changeSection,
    may: 'AL----',
    states: SIGNED,
    call: (world) => ({ params: { id: world.sectionId }, body: { title: `Rates ${world.administrator.ids()}` } }),
  },
  {
    does: 'Gives a section an owner',
    route: 'PATCH /api/sections/[id]',
    handler: changeSection,
    may: 'AL----',
    call: (world) => ({ params: { id: world.sectionId }, body: { ownerId: world.administrator.actor.memberId } }),
  },
  {
    does: 'Says how far a question is answered',
    route: 'PATCH /api/sections/[id]',
    handler: changeSection,
    may: 'ALR---',
    states: SIGNED,
    call: async (world) => {
      const { coverage } = await world.db.section.findUniqueOrThrow({ where: { id: world.sectionId } });
      return { params: { id: world.sectionId }, body: { coverage: coverage === 'partly' ? 'answered' : 'partly' } };
    },
  },
  {
    does: 'Accepts a figure’s newer value',
    route: 'POST /api/sections/[id]/figure-acceptances',
    handler: acceptFigure,
    may: 'ALR---',
    states: SIGNED,
    call: async (world) => {
      const { figureId, runId } = await world.figure();
      return { params: { id: world.sectionId }, body: { figureId, fromRunId: runId, toRunId: runId } };
    },
  },
  {
    does: 'Reads the figures of a letter',
    route: 'GET /api/letters/[id]/figures',
    handler: figures,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Hears what changes around a letter',
    route: 'GET /api/letters/[id]/events',
    handler: events,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Runs the checks of a letter',
    route: 'GET /api/letters/[id]/checks',
    handler: checks,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Lists the exports',
    route: 'GET /api/letters/[id]/exports',
    handler: listExports,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Exports a letter',
    route: 'POST /api/letters/[id]/exports',
    handler: exportLetter,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, body: { request: { build: 'clean' } } }),
  },
  {
    does: 'Exports privileged words and threads',
    route: 'POST /api/letters/[id]/exports',
    handler: exportLetter,
    may: '-L----',
    call: (world) => ({ params: { id: world.letterId }, body: { request: { build: 'review', privileged: true } } }),
  },
  {
    does: 'Makes a submission package',
    route: 'POST /api/letters/[id]/exports/packages',
    handler: makePackage,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, body: {} }),
  },
  {
    does: 'Lists the submissions',
    route: 'GET /api/letters/[id]/submissions',
    handler: listSubmissions,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Records a submission, which freezes the letter',
    route: 'POST /api/letters/[id]/submissions',
    handler: recordSubmission,
    may: 'AL----',
    // of a time to come, so that the letter of the table stays open
    call: (world) => ({ params: { id: world.letterId }, body: { agency: 'SEC', channel: 'e-mail', submittedAt: '2199-01-01T00:00:00Z' } }),
  },
  {
    does: 'Opens a letter that was filed again',
    route: 'POST /api/letters/[id]/submissions/reopening',
    handler: reopenLetter,
    may: 'AL----',
    call: async (world) => ({ params: { id: await world.filedLetter() }, body: { reason: 'A supplement follows.' } }),
  },
  {
    does: 'Opens an exported file',
    route: 'GET /api/exports/[id]',
    handler: openExport,
    may: 'AL----',
    call: async (world) => ({ params: { id: await world.exported() } }),
  },
  {
    does: 'Opens an exported file that holds privileged material',
    route: 'GET /api/exports/[id]',
    handler: openExport,
    may: '-L----',
    call: async (world) => ({ params: { id: await world.exported({ privileged: true }) } }),
  },
  {
    does: 'Lists the files that came back',
    route: 'GET /api/letters/[id]/returned',
    handler: listReturned,
    may: 'ALRPOC',
    call: (world) => ({ params: { id: world.letterId } }),
  },
  {
    does: 'Brings a Word file back',
    route: 'POST /api/letters/[id]/returned',
    handler: receiveReturned,
    may: 'AL----',
    call: (world) => ({ params: { id: world.letterId }, query: { name: 'letter.docx' }, file: 'nothing of a letter' }),
  },
  {
    does: 'Reads what came back in a file',
    route: 'GET /api/letters/[id]/returned/[returnedId]',
    handler: readReturned,
    may: 'ALRPOC',
    call: async (world) => ({ params: { id: world.letterId, returnedId: await world.returned() } }),
  },
  {
    does: 'Settles a conflict of a file that came back',
    route: 'POST /api/letters/[id]/returned/[returnedId]/settlements',
    handler: settleReturned,
    may: 'AL----',
    call: async (world) => ({
      params: { id: world.letterId, returnedId: await world.returned() },
      body: { key: 'c1', settlement: 'keep' },
    }),
  },
  {
    does: 'Asks whether a file is one of the letters',
    route: 'POST /api/verifications',
    handler: verifyFile,
    may: 'ALRP-C',
    ownFirmOnly: true,
    call: () => ({ file: 'no Word file' }),
  },
];
