import type { Metadata } from 'next';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { AnalysisWorkspace } from '../../analysis-workspace';
import { readAnalysis, readRun } from '../../read-analysis';

export const metadata: Metadata = { title: 'Run' };

interface RunPageProps {
  params: Promise<{ id: string; runId: string }>;
  searchParams: Promise<{ against?: string | string[] }>;
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const { id, runId } = await params;
  const ctx = await currentContext();
  const analysis = await readAnalysis(ctx, pageId(id));
  const run = await readRun(ctx, analysis.id, pageId(runId));
  return <AnalysisWorkspace ctx={ctx} analysis={analysis} run={run} against={[(await searchParams).against].flat()[0] ?? null} />;
}
