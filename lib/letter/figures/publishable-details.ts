import type { FrameworkReport, RunReport } from '@/lib/margin/report/run-report';
import { worstCover } from './adequacy-words';
import { defaultFormat } from './default-format';
import { inSentence } from './in-sentence';
import { type FigureMaker, namesCaution, type PublishableFigure } from './publishable-figure';

const COUNT = defaultFormat('count', '');
const PERCENT = defaultFormat('percent', '');

/** What can be published of the details that a run was asked for. */
export function detailFigures(report: RunReport, one: FigureMaker): PublishableFigure[] {
  const tested = report.frameworks.some(({ adequacy }) => adequacy !== null && adequacy.rows.length > 0);
  const beside = one('Saving beside adequacy');
  const whatIf = one('What if');
  return [
    ...(tested
      ? [
          beside('adequacy', 'table', 'Saving beside adequacy'),
          beside('adequacy/chart', 'chart', 'Losses above the requirement by framework', { ...COUNT, decimals: 1 }),
        ]
      : []),
    ...report.frameworks.flatMap((framework) => ofAdequacy(framework, one)),
    ...report.offsetMatrices.map(({ framework, dimension }) =>
      one('Offsets')(
        `offsets/${encodeURIComponent(framework)}/${dimension}`,
        'table',
        `Offsets by ${dimension}, ${nameOf(report, framework)}`,
      ),
    ),
    ...report.sensitivities.flatMap(({ framework, setting, label }) => {
      const make = one('Sensitivity');
      const at = `sensitivity/${encodeURIComponent(framework)}/${setting}`;
      const name = `Sensitivity of ${nameOf(report, framework)}: ${inSentence(label)}`;
      return [make(at, 'chart', name), make(`${at}/table`, 'table', name)];
    }),
    ...(report.classificationWhatIf ? [whatIf('classification', 'table', 'The same exposure under both classifications')] : []),
    ...(report.treasuryClearing ? [whatIf('treasury-clearing', 'table', 'Treasury clearing, with and without cross-margining')] : []),
  ];
}

function ofAdequacy({ framework, name, adequacy }: FrameworkReport, one: FigureMaker): PublishableFigure[] {
  const whole = adequacy?.rows[0];
  if (!adequacy || !whole) return [];
  const make = one(`Adequacy, ${name}`);
  const at = `frameworks/${encodeURIComponent(framework)}/adequacy`;
  return [
    make(`${at}/exceedances`, 'number', `Losses above the requirement, ${name}`, COUNT),
    make(`${at}/expected`, 'number', `Losses expected above the requirement, ${name}`, { ...COUNT, decimals: 1 }),
    make(`${at}/worst-shortfall`, 'number', `Worst shortfall, ${name}`),
    ...(worstCover(whole) === null ? [] : [make(`${at}/worst-cover`, 'number', `Cover of the worst loss, ${name}`, PERCENT)]),
    ...(whole.losses === null ? [] : [make(`${at}/losses`, 'chart', `Losses against the requirement, ${name}`)]),
    make(at, 'table', `Tests of coverage, ${name}`),
    make(`${at}/stress`, 'table', `Largest losses against the requirement, ${name}`),
    ...(whole.procyclicality === null ? [] : [make(`${at}/procyclicality`, 'table', `How the requirement moved, ${name}`)]),
    ...(adequacy.rows.length > 1
      ? [make(`${at}/by-counterparty`, 'table', `Adequacy by counterparty, ${name}`, undefined, namesCaution('counterparties'))]
      : []),
  ];
}

function nameOf(report: RunReport, id: string): string {
  return report.frameworks.find(({ framework }) => framework === id)?.name ?? id;
}
