import type { Framework, FrameworkLeg, MethodUse } from '@/lib/margin/frameworks/framework';
import type { Citation } from '@/lib/margin/methods/margin-node';
import { amount, head, text } from '../cells';
import type { Sheet } from '../workbook';
import type { AnnexRun } from './annex-input';
import { citationWords } from './citation-words';
import { RowsBuilder } from './rows-builder';
import { runHeading } from './run-heading';

/** The frameworks' settings with their citations, then every figure of a rule that entered an amount of the trees shown. */
export function parametersSheet(runs: readonly AnnexRun[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(...head('Framework', 'Leg', 'Parameter', 'Value', 'Unit', 'Citation'));
  for (const run of runs) {
    rows.gap();
    rows.add(runHeading(run));
    for (const framework of run.description.frameworks) addFramework(rows, framework);
    rows.add(text('Entered the amounts', 'strong'));
    for (const { framework, parameter } of usedParameters(run)) {
      const { name, value, unit, citation } = parameter;
      rows.add(text(framework), null, text(name), amount(value, 'plain'), text(unit), text(citation ? citationWords([citation]) : ''));
    }
  }
  return rows.sheet('Parameters', [30, 34, 46, 44, 22, 70], 1);
}

function addFramework(rows: RowsBuilder, framework: Framework): void {
  rows.add(text(framework.name), null, text('In force'), text(framework.effective ?? 'not stated'), null, cited(framework.citations));
  for (const constraint of framework.constraints) rows.add(text(framework.name), null, text('Would need'), text(constraint));
  for (const leg of framework.legs) addLeg(rows, framework, leg);
}

function addLeg(rows: RowsBuilder, framework: Framework, leg: FrameworkLeg): void {
  const line = (name: string, value: string, unit: string, citations: readonly Citation[]) =>
    rows.add(text(framework.name), text(leg.label), text(name), amount(value, 'plain'), text(unit), cited(citations));
  line('Netting', leg.nettingKey.join(', '), '', leg.citations);
  for (const method of methodsOf(leg)) {
    line('Method', method.id, '', []);
    for (const [name, value] of Object.entries(method.parameters)) line(`${method.id}: ${name}`, value, '', []);
  }
  if (leg.threshold) line('Initial margin threshold', leg.threshold.amount, 'in the run’s currency', [leg.threshold.citation]);
  if (leg.minimumTransfer)
    line('Minimum transfer amount', leg.minimumTransfer.amount, 'in the run’s currency', [leg.minimumTransfer.citation]);
  if (leg.arrangement?.kind === 'two-pot') line('Saving cap', leg.arrangement.savingCap, 'ratio', leg.arrangement.citations);
  for (const assumption of leg.assumptions) line('Assumption', assumption, '', []);
}

function methodsOf(leg: FrameworkLeg): readonly MethodUse[] {
  return leg.arrangement?.kind === 'two-pot' ? leg.arrangement.pots.map(({ method }) => method) : [leg.method];
}

/** Each parameter of the nodes shown, once for a framework. */
function usedParameters({ trees }: AnnexRun) {
  return trees.flatMap(({ name: framework, nodes }) => {
    const seen = new Map<string, (typeof nodes)[number]['detail']['parameters'][number]>();
    for (const { detail } of nodes) {
      for (const parameter of detail.parameters) {
        const key = JSON.stringify([parameter.name, parameter.value, parameter.unit, parameter.citation?.paragraph ?? null]);
        if (!seen.has(key)) seen.set(key, parameter);
      }
    }
    return [...seen.values()].map((parameter) => ({ framework, parameter }));
  });
}

function cited(citations: readonly Citation[]) {
  return text(citationWords(citations));
}
