import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import type { ClassificationWhatIf, OffsetMatrix, SensitivityGrid, TreasuryClearingWhatIf } from '@/lib/margin/report/detail-reports';
import type { FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';

/** A run for reading: totals with their legs and what has no amount, bridges, and the details that were asked for. Amounts are exact. */
export function printRun(report: RunReport): void {
  print(`${report.portfolio.name}: ${report.portfolio.positions} positions as of ${report.asOf}, in ${report.currency}`);
  report.frameworks.forEach(printFramework);
  report.impacts.forEach(printImpact);
  report.offsetMatrices.forEach(printMatrix);
  report.sensitivities.forEach(printGrid);
  if (report.classificationWhatIf) printClassification(report.classificationWhatIf);
  if (report.treasuryClearing) printClearing(report.treasuryClearing);
  for (const notice of report.notices) print(`\n${notice}`);
}

function printFramework({ framework, total, covered, positions, byLeg, failures, adequacy }: FrameworkReport): void {
  print(`\n${framework}  ${total}  (${covered} of ${positions} positions)`);
  for (const { label, amount, positions: count } of byLeg) print(`  ${amount}  ${label} (${count})`);
  for (const { reason, positionIds, message } of failures) print(`  ${reason}, ${positionIds.length}: ${message}`);
  const [whole] = adequacy?.rows ?? [];
  if (adequacy && whole) {
    print(`  adequacy at ${adequacy.level}, ${adequacy.basis.scenarios} scenarios, ${adequacy.tested} positions: ${adequacyLine(whole)}`);
    for (const note of adequacy.notes) print(`    ${note}`);
  }
}

function adequacyLine({ exceedances, expected, kupiec, worstShortfall, stress }: AdequacyRow): string {
  const [worst] = stress;
  return [
    `${exceedances} exceedances, ${expected} expected`,
    ...(kupiec === null ? [] : [`Kupiec p ${kupiec.pValue}${kupiec.rejected ? ', rejected' : ''}`]),
    ...(worst === undefined ? [] : [`largest loss ${worst.loss} (${worst.scenario})`]),
    `worst shortfall ${worstShortfall}`,
  ].join('; ');
}

function printImpact({ alternative, saving, savingShare, bridge, funding, onlyInBaseline, onlyInAlternative }: ImpactReport): void {
  print(`\n${alternative}: saving ${saving}${savingShare === null ? '' : ` (${savingShare} of the baseline)`}`);
  for (const { kind, label, amount } of bridge) print(`  ${kind === 'total' ? '=' : '+'} ${amount}  ${label}`);
  if (onlyInBaseline.length + onlyInAlternative.length > 0)
    print(`  not of like with like: ${onlyInBaseline.length} positions only under the baseline, ${onlyInAlternative.length} only here`);
  if (funding)
    print(`  funding for a year at ${funding.rate}: ${funding.baseline} before, ${funding.alternative} after, ${funding.saving} less`);
}

function printMatrix({ framework, dimension, groups, offsets }: OffsetMatrix): void {
  print(`\n${framework}: what pairs save together, by ${dimension}`);
  for (const { label, alone } of groups) print(`  ${alone}  ${label}, alone`);
  groups.forEach((group, i) => {
    groups.forEach((other, j) => {
      const offset = offsets[i]?.[j] ?? null;
      if (offset !== null) print(`  ${offset}  ${group.label} with ${other.label}`);
    });
  });
}

function printGrid({ framework, label, points }: SensitivityGrid): void {
  print(`\n${framework}: ${label}`);
  for (const point of points)
    print(`  ${point.label}: ${point.total ?? `not computed: ${point.note}`}${point.current ? '  (the run)' : ''}`);
}

function printClassification({ rows, total }: ClassificationWhatIf): void {
  print('\nThe same exposure as classified, as swap, as security-based swap');
  for (const row of rows) {
    print(`  ${row.label} (${row.positions}): ${row.asClassified}, ${row.asSwap ?? 'none'}, ${row.asSecurityBasedSwap ?? 'none'}`);
    if (row.note !== null) print(`    ${row.note}`);
  }
  print(`  All with both: ${total.asClassified}, ${total.asSwap ?? 'none'}, ${total.asSecurityBasedSwap ?? 'none'}`);
}

function printClearing({ stages, citations, notes }: TreasuryClearingWhatIf): void {
  print('\nTreasuries moved into clearing');
  for (const stage of stages) {
    const from = stage.from === null ? '' : ` from ${stage.from}`;
    print(
      `  ${stage.label}${from}, ${stage.moved} moved: ${stage.separate ?? 'not computed'} apart, ${stage.crossMargined ?? 'not computed'} cross-margined`,
    );
    if (stage.note !== null) print(`    ${stage.note}`);
  }
  for (const line of [...citations, ...notes]) print(`  ${line}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
