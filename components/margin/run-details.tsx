import type { RunReport } from '@/lib/margin/report/run-report';
import { AdequacyView } from './adequacy-view';
import { ClassificationTable } from './classification-table';
import { OffsetsSection } from './offsets-section';
import { PublishButton } from './publish-button';
import { ResultSection } from './result-section';
import { SensitivitySection } from './sensitivity-section';
import { TreasuryTable } from './treasury-table';

/** What the run was asked for beside totals and differences; nothing where it was asked for nothing. */
export function RunDetails({ report, preferred }: { report: RunReport; preferred: string }) {
  const { classificationWhatIf, treasuryClearing, currency } = report;
  return (
    <>
      {report.frameworks.some(({ adequacy }) => adequacy !== null) ? (
        <ResultSection
          id="adequacy"
          title="Back-test"
          hint="Each scenario’s loss held against the requirement of the positions that have one."
        >
          <AdequacyView report={report} preferred={preferred} />
        </ResultSection>
      ) : null}
      {report.offsetMatrices.length > 0 ? (
        <ResultSection id="offsets" title="Offsets, pair by pair" hint="What two groups margined together take off the sum of both alone.">
          <OffsetsSection report={report} preferred={preferred} />
        </ResultSection>
      ) : null}
      {report.sensitivities.length > 0 ? (
        <ResultSection
          id="sensitivity"
          title="Sensitivity"
          hint="The total when one setting moves and all else stays. The filled point is this run."
        >
          <SensitivitySection report={report} preferred={preferred} />
        </ResultSection>
      ) : null}
      {classificationWhatIf || treasuryClearing ? (
        <div id="what-if" className="flex scroll-mt-12 flex-col gap-6">
          {classificationWhatIf ? (
            <ResultSection
              title="What if the same exposure were classified otherwise"
              hint="Each group under the rule for swaps and under the rule for security-based swaps."
              action={<PublishButton path="classification" what="both classifications" />}
            >
              <ClassificationTable whatIf={classificationWhatIf} currency={currency} />
            </ResultSection>
          ) : null}
          {treasuryClearing ? (
            <ResultSection
              title="What if Treasury and repo volume is cleared"
              hint="By the dates of the clearing rule, with futures margined apart and together."
              action={<PublishButton path="treasury-clearing" what="Treasury clearing" />}
            >
              <TreasuryTable whatIf={treasuryClearing} currency={currency} />
            </ResultSection>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
