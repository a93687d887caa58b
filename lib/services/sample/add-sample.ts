import type { FigureValue } from '@/lib/letter/figures/figure';
import { RUN_DETAILS } from '@/lib/margin/impact/run-parameters';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { SAMPLE_PORTFOLIO, samplePositions } from '@/lib/sample/positions';
import {
  SAMPLE_ANALYSIS_NAME,
  SAMPLE_FIGURES,
  SAMPLE_LETTER_TITLE,
  type SampleFigures,
  sampleFurniture,
  sampleTexts,
} from '@/lib/sample/sample-letter';
import { samplePnlCsv } from '@/lib/sample/sample-pnl';
import { SAMPLE_REQUEST_XML } from '@/lib/sample/sample-request';
import { createAnalysis } from '../analysis/create-analysis';
import type { ServiceContext } from '../context/service-context';
import { publishFigure } from '../figure/publish-figure';
import { inOnePiece } from '../file/in-one-piece';
import { createLetter } from '../letter/create-letter';
import { startImport } from '../portfolio/start-import';
import { uploadPortfolioFile } from '../portfolio/upload-portfolio-file';
import { importRequest } from '../request/import-request';
import { startRun } from '../run/start-run';

/** How the sample waits for long work, and says how far it is. */
export interface SampleSteps {
  readonly wait: (taskId: string) => Promise<unknown>;
  readonly progress: (done: number, total: number, message: string) => void;
}

const STEPS = 5;
/** A year's cost of funding margin in the sample; invented. */
const SAMPLE_FUNDING_RATE = '0.05';

/**
 * Adds the sample by the use cases that members use: an invented request, the portfolio of an invented dealer, an analysis with its run, published
 * figures, and a letter with two answers. What an earlier try left is gone on with, so that it can be begun again.
 */
export async function addSample(ctx: ServiceContext, { wait, progress }: SampleSteps): Promise<{ letterId: string }> {
  const { firmId } = ctx.actor;
  const present = await ctx.db.letter.findFirst({ where: { firmId, title: SAMPLE_LETTER_TITLE }, select: { id: true } });
  if (present) return { letterId: present.id };

  progress(0, STEPS, 'Importing the sample request');
  const request = await importRequest(ctx, { bytes: new TextEncoder().encode(SAMPLE_REQUEST_XML), fileName: 'sample-request.xml' });
  progress(1, STEPS, 'Importing the sample portfolio');
  const portfolioId = await samplePortfolio(ctx, wait);
  progress(2, STEPS, 'Computing margin under four frameworks, with its adequacy');
  const runId = await sampleRun(ctx, portfolioId, wait);
  progress(3, STEPS, 'Publishing figures');
  const figures = await publishSample(ctx, runId);
  progress(4, STEPS, 'Writing the sample letter');
  const firm = await ctx.db.firm.findUniqueOrThrow({ where: { id: firmId }, select: { name: true } });
  return createLetter(ctx, {
    requestVersionId: request.versionId,
    title: SAMPLE_LETTER_TITLE,
    furniture: sampleFurniture(firm.name),
    outline: (drafted) => {
      const texts = sampleTexts(figures, firm.name);
      return drafted.map((draft) => ({ ...draft, ...texts[draft.title] }));
    },
  });
}

async function samplePortfolio(ctx: ServiceContext, wait: SampleSteps['wait']): Promise<string> {
  const { name, asOf, calculationCurrency } = SAMPLE_PORTFOLIO;
  const present = await ctx.db.portfolio.findFirst({ where: { firmId: ctx.actor.firmId, name }, select: { id: true } });
  if (present) return present.id;
  const positions = samplePositions();
  const fileId = await uploadText(ctx, 'sample-positions.csv', writePositions(positions));
  const pnlFileId = await uploadText(ctx, 'sample-pnl.csv', samplePnlCsv(positions));
  const { taskId, portfolioId } = await startImport(ctx, {
    fileId,
    name,
    asOf,
    calculationCurrency,
    format: 'positions',
    evidence: [{ kind: 'pnl', fileId: pnlFileId }],
  });
  await wait(taskId);
  return portfolioId;
}

async function sampleRun(ctx: ServiceContext, portfolioId: string, wait: SampleSteps['wait']): Promise<string> {
  const { firmId } = ctx.actor;
  const present = await ctx.db.analysis.findFirst({ where: { firmId, portfolioId, name: SAMPLE_ANALYSIS_NAME }, select: { id: true } });
  const analysisId =
    present?.id ??
    (
      await createAnalysis(ctx, {
        name: SAMPLE_ANALYSIS_NAME,
        portfolioId,
        baseline: 'separate-regimes',
        alternatives: ['sec-account', 'cftc-account', 'one-model-var'],
        parameters: { details: RUN_DETAILS, fundingRate: SAMPLE_FUNDING_RATE },
      })
    ).id;
  const done = await ctx.db.run.findFirst({ where: { firmId, analysisId, status: 'done' }, select: { id: true } });
  if (done) return done.id;
  const { runId, taskId } = await startRun(ctx, { analysisId });
  await wait(taskId);
  return runId;
}

async function publishSample(ctx: ServiceContext, runId: string): Promise<SampleFigures> {
  const bound: Record<string, SampleFigures[keyof SampleFigures]> = {};
  for (const [key, { path, name }] of Object.entries(SAMPLE_FIGURES)) {
    const where = { firmId: ctx.actor.firmId, runId, figure: { path, name } };
    if ((await ctx.db.figurePublication.count({ where })) === 0) await publishFigure(ctx, { runId, path, name });
    const publication = await ctx.db.figurePublication.findFirstOrThrow({ where });
    bound[key] = { figureId: publication.figureId, runId, path, name, value: publication.value as unknown as FigureValue };
  }
  return bound as SampleFigures;
}

async function uploadText(ctx: ServiceContext, name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const file = await uploadPortfolioFile(ctx, { name, mediaType: 'text/csv', source: inOnePiece(bytes), maxBytes: bytes.length });
  return file.id;
}
