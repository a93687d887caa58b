import type { Metadata } from 'next';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { AnalysisWorkspace } from '../../analysis-workspace';
import { readAnalysis, readRun } from '../../read-analysis';

export const metadata: Metadata = { title: 'Run' };

export default async function RunPage({ params }: { params: Promise<{ id: string; runId: string }> }) {
  const { id, runId } = await params;
  const ctx = await currentContext();
  const analysis = await readAnalysis(ctx, pageId(id));
  return <AnalysisWorkspace ctx={ctx} analysis={analysis} run={await readRun(ctx, analysis.id, pageId(runId))} />;
}
