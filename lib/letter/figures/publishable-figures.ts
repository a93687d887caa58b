import type { FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';
import { BREAKDOWNS, type BreakdownKind } from './breakdowns';
import { defaultFormat } from './default-format';
import { detailFigures } from './publishable-details';
import { type FigureMaker, namesCaution, type PublishableFigure } from './publishable-figure';

/** Rows of a breakdown beyond these are in its table only. */
const MOST_ROWS = 50;
/** What a figure may be called, and where it may stand, at most. */
const LONGEST_NAME = 120;
const LONGEST_PATH = 500;

/** Everything of a report that can be published, the most used first. */
export function publishableFigures(report: RunReport): PublishableFigure[] {
  const money = defaultFormat('money', report.currency);
  const one: FigureMaker =
    (group) =>
    (path, kind, name, format = money, caution = null) => ({ path, kind, name: name.slice(0, LONGEST_NAME), group, format, caution });
  const all = one('All frameworks');
  const offered = [
    ...report.impacts.flatMap((impact) => ofImpact(report, impact, one)),
    all('frameworks', 'table', 'Requirement by framework'),
    all('frameworks/chart', 'chart', 'Requirement by framework'),
    all('positions', 'number', 'Number of positions', defaultFormat('count', report.currency)),
    ...detailFigures(report, one),
    ...report.frameworks.flatMap((framework) => ofFramework(framework, one)),
  ];
  return offered.filter(({ path }) => path.length <= LONGEST_PATH);
}

function cautionOf({ names }: BreakdownKind, rows: number): string | null {
  const long = rows > MOST_ROWS ? `It has ${rows} rows, more than a page.` : null;
  return [namesCaution(names), long].filter((caution) => caution !== null).join(' ') || null;
}

function ofImpact(report: RunReport, impact: ImpactReport, one: FigureMaker): PublishableFigure[] {
  const nameOf = (id: string) => report.frameworks.find(({ framework }) => framework === id)?.name ?? id;
  const [baseline, alternative] = [nameOf(impact.baseline), nameOf(impact.alternative)];
  const make = one(`${alternative} against ${baseline}`);
  const at = `impacts/${encodeURIComponent(impact.alternative)}`;
  return [
    make(`${at}/saving`, 'number', `Saving, ${alternative}`),
    ...(impact.savingShare === null
      ? []
      : [make(`${at}/saving-share`, 'number', `Saving share, ${alternative}`, defaultFormat('percent', report.currency))]),
    make(`${at}/baseline`, 'number', `Requirement, ${baseline}`),
    make(`${at}/alternative`, 'number', `Requirement, ${alternative}`),
    make(`${at}/bridge`, 'chart', `Bridge to ${alternative}`),
    make(`${at}/bridge/table`, 'table', `Bridge to ${alternative}`),
    ...(impact.funding
      ? [
          make(`${at}/funding`, 'number', `Funding saved in a year, ${alternative}`),
          make(`${at}/funding/table`, 'table', `Cost of funding, ${alternative}`),
        ]
      : []),
    ...BREAKDOWNS.flatMap((kind) => {
      const rows = impact[kind.member];
      if (rows.length === 0) return [];
      const at2 = `${at}/${kind.slug}`;
      return [
        make(at2, 'table', `${alternative} by ${kind.label.toLowerCase()}`, undefined, cautionOf(kind, rows.length)),
        ...rows
          .slice(0, MOST_ROWS)
          .map((row) =>
            make(`${at2}/row/${encodeURIComponent(row.key)}`, 'number', `Saving, ${row.label}`, undefined, namesCaution(kind.names)),
          ),
      ];
    }),
  ];
}

function ofFramework(framework: FrameworkReport, one: FigureMaker): PublishableFigure[] {
  const make = one(framework.name);
  const at = `frameworks/${encodeURIComponent(framework.framework)}`;
  return [
    make(`${at}/total`, 'number', `Total requirement, ${framework.name}`),
    make(`${at}/gross`, 'number', `Gross standalone requirement, ${framework.name}`),
    ...(framework.largestPositions.length > 0
      ? [make(`${at}/largest-positions`, 'table', `Ten largest positions, ${framework.name}`, undefined, namesCaution('positions'))]
      : []),
    ...BREAKDOWNS.flatMap((kind) => {
      const rows = framework[kind.member];
      if (rows.length === 0) return [];
      const [path, name, caution] = [
        `${at}/${kind.slug}`,
        `${framework.name} by ${kind.label.toLowerCase()}`,
        cautionOf(kind, rows.length),
      ];
      return [
        make(path, 'table', name, undefined, caution),
        ...(rows.length > MOST_ROWS ? [] : [make(`${path}/chart`, 'chart', name, undefined, caution)]),
        ...rows
          .slice(0, MOST_ROWS)
          .map((row) =>
            make(
              `${path}/row/${encodeURIComponent(row.key)}`,
              'number',
              `${row.label}, ${framework.name}`,
              undefined,
              namesCaution(kind.names),
            ),
          ),
      ];
    }),
  ];
}
