import type { Metadata } from 'next';
import { AnalysisBuilder } from '@/components/margin/analysis-builder';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { canDefineAnalysis } from '@/lib/policies/analysis';
import { builderChoices } from '../../builder-choices';
import { readAnalysis } from '../read-analysis';

export const metadata: Metadata = { title: 'Change analysis' };

export default async function EditAnalysisPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const analysis = await readAnalysis(ctx, pageId((await params).id));
  const define = canDefineAnalysis(ctx.actor);
  const breadcrumbs = [
    { label: 'Analyses', href: '/analyses' },
    { label: analysis.name, href: `/analyses/${analysis.id}` },
  ];
  return (
    <Page
      title="Change the analysis"
      description="Runs stay as they are. Figures published from them are marked “source changed” until a newer run."
      breadcrumbs={breadcrumbs}
      width="text"
    >
      <AnalysisBuilder
        analysisId={analysis.id}
        {...(await builderChoices(ctx, [analysis.parameters.simmPack, analysis.parameters.scanParameters]))}
        saveReason={define.allowed ? null : define.reason}
        initial={{
          name: analysis.name,
          portfolioId: analysis.portfolio.id,
          baseline: analysis.baseline,
          alternatives: analysis.alternatives,
          parameters: analysis.parameters,
        }}
      />
    </Page>
  );
}
