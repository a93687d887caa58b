import type { FigureState } from '@/lib/letter/figures/figure';
import { figureState } from '@/lib/letter/figures/figure-state';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { canReadPortfolio } from '@/lib/policies/portfolio';
import type { ServiceContext } from '../context/service-context';
import { firmFigures } from '../letter/letter-figures';
import { type LetterSummary, listLetters } from '../letter/list-letters';
import { listRequests } from '../request/list-requests';
import { runHeads } from '../run/run-heads';
import { type RunSummary, runSummary } from '../run/run-summary';
import { type Activity, listActivity } from './list-activity';

const RUNS = 5;
const ACTIVITIES = 14;

export interface Deadline {
  readonly requestId: string;
  readonly title: string;
  readonly agencies: readonly string[];
  /** ISO date; the agencies count days in Eastern time. */
  readonly commentsClose: string;
  readonly questions: number;
  readonly letters: number;
}

export interface StaleFigure {
  readonly figureId: string;
  readonly name: string;
  readonly analysisId: string;
  readonly analysis: string;
  readonly state: Exclude<FigureState, 'current'>;
  readonly runNumber: number;
  readonly latestRunNumber: number;
}

export interface Home {
  readonly letters: readonly LetterSummary[];
  readonly deadlines: readonly Deadline[];
  readonly staleFigures: readonly StaleFigure[];
  readonly runs: readonly (RunSummary & { readonly analysisId: string; readonly analysis: string })[];
  readonly activity: readonly Activity[];
  /** What a new firm has done already. */
  readonly steps: {
    readonly request: boolean;
    readonly portfolio: boolean;
    readonly analysis: boolean;
    readonly figure: boolean;
    readonly letter: boolean;
  };
}

/** What the start page shows: the member's work at a glance. What the member may not see is empty. */
export async function getHome(ctx: ServiceContext): Promise<Home> {
  const { firmId } = ctx.actor;
  const evidence = canReadAnalysis(ctx.actor).allowed;
  const [letters, requests, activity, runs, portfolios, stale, figures] = await Promise.all([
    listLetters(ctx),
    listRequests(ctx),
    listActivity(ctx, ACTIVITIES),
    evidence
      ? ctx.db.run.findMany({
          where: { firmId },
          orderBy: { createdAt: 'desc' },
          take: RUNS,
          omit: { report: true },
          include: { analysis: { select: { name: true } } },
        })
      : [],
    canReadPortfolio(ctx.actor).allowed ? ctx.db.portfolio.count({ where: { firmId } }) : 0,
    evidence ? staleFigures(ctx) : [],
    ctx.db.figure.count({ where: { firmId } }),
  ]);
  const heads = await runHeads(
    ctx.db,
    firmId,
    runs.map(({ id }) => id),
  );
  return {
    letters,
    deadlines: requests
      .flatMap(({ id, title, agencies, commentsClose, questionCount, letterCount }) =>
        commentsClose ? [{ requestId: id, title, agencies, commentsClose, questions: questionCount, letters: letterCount }] : [],
      )
      .sort((a, b) => (a.commentsClose < b.commentsClose ? -1 : 1)),
    staleFigures: stale,
    runs: runs.map((run) => ({ ...runSummary(run, heads.get(run.id) ?? null), analysisId: run.analysisId, analysis: run.analysis.name })),
    activity,
    steps: {
      request: requests.length > 0,
      portfolio: portfolios > 0,
      analysis: runs.length > 0,
      figure: figures > 0,
      letter: letters.length > 0,
    },
  };
}

/** Published figures whose newest publication is no longer the last word; withdrawn figures are done with. */
async function staleFigures(ctx: ServiceContext): Promise<StaleFigure[]> {
  const { firmId } = ctx.actor;
  const rows = await ctx.db.figure.findMany({ where: { firmId, withdrawnAt: null }, select: { id: true, analysisId: true } });
  const analysisOf = new Map(rows.map(({ id, analysisId }) => [id, analysisId]));
  return (await firmFigures(ctx.db, firmId)).flatMap((entry) => {
    const analysisId = analysisOf.get(entry.figureId);
    const newest = entry.publications.toSorted((a, b) => b.runNumber - a.runNumber)[0];
    const state = newest ? figureState(entry, newest.runId) : 'current';
    if (!analysisId || !newest || state === 'current') return [];
    const { figureId, name, analysis, latestRunNumber } = entry;
    return [{ figureId, name, analysisId, analysis, state, runNumber: newest.runNumber, latestRunNumber }];
  });
}
