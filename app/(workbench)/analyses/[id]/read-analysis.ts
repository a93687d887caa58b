import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AppError } from '@/lib/core/errors';
import { type AnalysisDetail, getAnalysis } from '@/lib/services/analysis/get-analysis';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getRun, type RunDetail } from '@/lib/services/run/get-run';

/** The analysis of a page's address; the 404 page where the firm has none, or the member may not see it. */
export const readAnalysis = cache(
  async (ctx: ServiceContext, analysisId: string): Promise<AnalysisDetail> => orNotFound(getAnalysis(ctx, { analysisId })),
);

/** The run of a page's address; the 404 page where the analysis has none of this id. */
export async function readRun(ctx: ServiceContext, analysisId: string, runId: string): Promise<RunDetail> {
  return orNotFound(getRun(ctx, { runId, analysisId }));
}

async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) notFound();
    throw error;
  }
}
