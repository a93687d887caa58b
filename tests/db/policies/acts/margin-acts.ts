import { PUT as changeAnalysis } from '@/app/api/analyses/[id]/route';
import { POST as startRun } from '@/app/api/analyses/[id]/runs/route';
import { POST as createAnalysis } from '@/app/api/analyses/route';
import { POST as withdrawFigure } from '@/app/api/figures/[id]/withdraw/route';
import { GET as frameworkFile } from '@/app/api/frameworks/[key]/file/route';
import { PUT as changeFramework, DELETE as removeFramework } from '@/app/api/frameworks/[key]/route';
import { POST as createFramework } from '@/app/api/frameworks/route';
import { POST as confirmLicence } from '@/app/api/parameters/[id]/licence/route';
import { POST as withdrawParameters } from '@/app/api/parameters/[id]/withdraw/route';
import { POST as loadParameters } from '@/app/api/parameters/route';
import { GET as positions } from '@/app/api/portfolios/[id]/positions/route';
import { GET as report } from '@/app/api/portfolios/[id]/report/route';
import { POST as upload } from '@/app/api/portfolios/files/route';
import { GET as importReport } from '@/app/api/portfolios/imports/[id]/report/route';
import { GET as readImport } from '@/app/api/portfolios/imports/[id]/route';
import { POST as startImport } from '@/app/api/portfolios/imports/route';
import { GET as template } from '@/app/api/portfolios/template/route';
import { POST as publish } from '@/app/api/runs/[id]/figures/route';
import { GET as nodes } from '@/app/api/runs/[id]/nodes/route';
import { POST as publishAgain } from '@/app/api/runs/[id]/publish-again/route';
import { POST as withdrawRun } from '@/app/api/runs/[id]/withdraw/route';
import { POST as cancelTask } from '@/app/api/tasks/[id]/cancel/route';
import { GET as watchTask } from '@/app/api/tasks/[id]/events/route';
import { GET as readTask } from '@/app/api/tasks/[id]/route';
import { LICENCE_STATEMENT } from '@/lib/services/parameters/parameter-kind';
import type { Act } from '../act';
import type { World } from '../world';

const REASON = { reason: 'Found to be wrong in a test.' };
const described = (world: World) => ({
  ...{ name: 'Another', portfolioId: world.portfolioId, baseline: 'separate-regimes', alternatives: ['cftc-account'], parameters: {} },
});

export const MARGIN_ACTS: readonly Act[] = [
  {
    does: 'Uploads a file of positions',
    route: 'POST /api/portfolios/files',
    handler: upload,
    may: 'A-R---',
    ownFirmOnly: true,
    call: () => ({ query: { name: 'positions.csv' }, file: 'position_id\n' }),
  },
  {
    does: 'Imports a portfolio',
    route: 'POST /api/portfolios/imports',
    handler: startImport,
    may: 'A-R---',
    ownFirmOnly: true,
    call: async (world) => ({
      body: { fileId: await uploaded(world), name: 'Book', asOf: '2026-06-30', calculationCurrency: 'USD', format: 'positions' },
    }),
  },
  {
    does: 'Follows an import',
    route: 'GET /api/portfolios/imports/[id]',
    handler: readImport,
    may: 'ALRPO-',
    call: async (world) => ({ params: { id: await world.imported() } }),
  },
  {
    does: 'Takes an import’s report as a file',
    route: 'GET /api/portfolios/imports/[id]/report',
    handler: importReport,
    may: 'ALRPO-',
    call: async (world) => ({ params: { id: await world.imported() } }),
  },
  {
    does: 'Takes the template for positions',
    route: 'GET /api/portfolios/template',
    handler: template,
    may: 'ALRPOC',
    ownFirmOnly: true,
    call: () => ({}),
  },
  {
    does: 'Reads positions',
    route: 'GET /api/portfolios/[id]/positions',
    handler: positions,
    may: 'ALRPO-',
    call: (world) => ({ params: { id: world.portfolioId } }),
  },
  {
    does: 'Takes a portfolio’s report as a file',
    route: 'GET /api/portfolios/[id]/report',
    handler: report,
    may: 'ALRPO-',
    call: (world) => ({ params: { id: world.portfolioId } }),
  },
  {
    does: 'Defines an analysis',
    route: 'POST /api/analyses',
    handler: createAnalysis,
    may: 'A-R---',
    call: (world) => ({ body: described(world) }),
  },
  {
    does: 'Changes an analysis',
    route: 'PUT /api/analyses/[id]',
    handler: changeAnalysis,
    may: 'A-R---',
    call: (world) => ({ params: { id: world.analysisId }, body: described(world) }),
  },
  {
    does: 'Runs an analysis',
    route: 'POST /api/analyses/[id]/runs',
    handler: startRun,
    may: 'A-R---',
    call: (world) => ({ params: { id: world.analysisId } }),
  },
  {
    does: 'Reads how a result came about',
    route: 'GET /api/runs/[id]/nodes',
    handler: nodes,
    may: 'ALRPO-',
    call: async (world) => ({ params: { id: await world.run() }, query: { framework: 'separate-regimes' } }),
  },
  {
    does: 'Publishes a figure',
    route: 'POST /api/runs/[id]/figures',
    handler: publish,
    may: 'A-R---',
    call: async (world) => ({
      params: { id: await world.run() },
      body: { path: 'frameworks/separate-regimes/total', name: world.administrator.ids(), format: null },
    }),
  },
  {
    does: 'Publishes figures again from a newer run',
    route: 'POST /api/runs/[id]/publish-again',
    handler: publishAgain,
    may: 'A-R---',
    call: async (world) => ({ params: { id: await world.run() }, body: {} }),
  },
  {
    does: 'Withdraws a figure',
    route: 'POST /api/figures/[id]/withdraw',
    handler: withdrawFigure,
    may: 'A-R---',
    call: async (world) => ({ params: { id: (await world.figure()).figureId }, body: REASON }),
  },
  {
    does: 'Withdraws a run',
    route: 'POST /api/runs/[id]/withdraw',
    handler: withdrawRun,
    may: 'A-R---',
    call: async (world) => ({ params: { id: await world.run() }, body: REASON }),
  },
  {
    does: 'Makes a framework of the firm',
    route: 'POST /api/frameworks',
    handler: createFramework,
    may: 'A-R---',
    ownFirmOnly: true,
    call: () => ({ body: { copyOf: 'cftc-account' } }),
  },
  {
    does: 'Changes a framework of the firm',
    route: 'PUT /api/frameworks/[key]',
    handler: changeFramework,
    may: 'A-R---',
    call: async (world) => {
      const { key, contentHash, content } = await world.framework();
      return { params: { key }, body: { contentHash, framework: content } };
    },
  },
  {
    does: 'Removes a framework of the firm',
    route: 'DELETE /api/frameworks/[key]',
    handler: removeFramework,
    may: 'A-R---',
    call: async (world) => ({ params: { key: (await world.framework()).key } }),
  },
  {
    does: 'Takes a framework as a file',
    route: 'GET /api/frameworks/[key]/file',
    handler: frameworkFile,
    may: 'ALRPO-',
    call: async (world) => ({ params: { key: (await world.framework()).key } }),
  },
  {
    does: 'Loads a parameter set',
    route: 'POST /api/parameters',
    handler: loadParameters,
    may: 'A-----',
    ownFirmOnly: true,
    call: () => ({ query: { kind: 'scan', file: 'scan.json' }, file: '{}' }),
  },
  {
    does: 'Confirms a licence',
    route: 'POST /api/parameters/[id]/licence',
    handler: confirmLicence,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.parameterSet() }, body: { statement: LICENCE_STATEMENT } }),
  },
  {
    does: 'Withdraws a parameter set',
    route: 'POST /api/parameters/[id]/withdraw',
    handler: withdrawParameters,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.parameterSet() }, body: REASON }),
  },
  {
    does: 'Follows long work of somebody else',
    route: 'GET /api/tasks/[id]',
    handler: readTask,
    may: 'ALRPO-',
    call: async (world) => ({ params: { id: await world.task('run') } }),
  },
  {
    does: 'Watches long work of somebody else',
    route: 'GET /api/tasks/[id]/events',
    handler: watchTask,
    may: 'ALRPO-',
    call: async (world) => ({ params: { id: await world.task('run', {}) } }),
  },
  {
    does: 'Calls off long work of somebody else',
    route: 'POST /api/tasks/[id]/cancel',
    handler: cancelTask,
    may: 'A-----',
    call: async (world) => ({ params: { id: await world.task('sample') } }),
  },
];

async function uploaded(world: World): Promise<string> {
  const id = world.administrator.ids();
  const { firmId, memberId: createdById } = world.administrator.actor;
  await world.db.storedFile.create({
    data: { id, firmId, name: 'p.csv', mediaType: 'text/csv', size: 0, sha256: 'd', createdById, createdAt: new Date() },
  });
  return id;
}
