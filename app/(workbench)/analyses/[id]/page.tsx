import type { Metadata } from 'next';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { AnalysisWorkspace } from './analysis-workspace';
import { readAnalysis, readRun } from './read-analysis';

export const metadata: Metadata = { title: 'Analysis' };

interface AnalysisPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ against?: string | string[] }>;
}

/** An analysis opens on its newest run. */
export default async function AnalysisPage({ params, searchParams }: AnalysisPageProps) {
  const ctx = await currentContext();
  const analysis = await readAnalysis(ctx, pageId((await params).id));
  const newest =
    analysis.runs.find((run) => run.status === 'queued' || run.status === 'running' || run.status === 'done') ?? analysis.runs[0];
  const run = newest ? await readRun(ctx, analysis.id, newest.id) : null;
  return <AnalysisWorkspace ctx={ctx} analysis={analysis} run={run} against={[(await searchParams).against].flat()[0] ?? null} />;
}
