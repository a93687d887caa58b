import type { FrameworkReport, ImpactReport, RunReport } from '@/lib/margin/report/run-report';
import type { FigureFormat, FigureKind } from './figure';
import { BREAKDOWNS, defaultFormat } from './resolve-figure';

/** Something of a run that can be published, with a name and a format that mostly need no change. */
export interface PublishableFigure {
  readonly path: string;
  readonly kind: FigureKind;
  readonly name: string;
  /** The heading under which it is offered. */
  readonly group: string;
  readonly format: FigureFormat;
  /** What to think of before it is published in a letter that anybody can read; null for nothing. */
  readonly caution: string | null;
}

const COUNTERPARTIES = 'Names counterparties. Letters are posted publicly and unedited.';

/** Everything of a report that can be published, the most used first. */
export function publishableFigures(report: RunReport): PublishableFigure[] {
  const money = defaultFormat('money', report.currency);
  const one =
    (group: string) =>
    (path: string, kind: FigureKind, name: string, format = money, caution: string | null = null): PublishableFigure => ({
      ...{ path, kind, name, group, format, caution },
    });
  const all = one('All frameworks');
  return [
    ...report.impacts.flatMap((impact) => ofImpact(report, impact, one, money)),
    all('frameworks', 'table', 'Requirement by framework'),
    all('frameworks/chart', 'chart', 'Requirement by framework'),
    all('positions', 'number', 'Number of positions', defaultFormat('count', report.currency)),
    ...report.frameworks.flatMap((framework) => ofFramework(framework, one)),
  ];
}

type Maker = (
  group: string,
) => (path: string, kind: FigureKind, name: string, format?: FigureFormat, caution?: string | null) => PublishableFigure;

function ofImpact(report: RunReport, impact: ImpactReport, one: Maker, money: FigureFormat): PublishableFigure[] {
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
    ...BREAKDOWNS.flatMap(({ slug, member, label }) => {
      const caution = slug === 'by-counterparty' ? COUNTERPARTIES : null;
      return [
        make(`${at}/${slug}`, 'table', `${alternative} by ${label.toLowerCase()}`, money, caution),
        ...impact[member].map((row) =>
          make(`${at}/${slug}/row/${encodeURIComponent(row.key)}`, 'number', `Saving, ${row.label}`, money, caution),
        ),
      ];
    }),
  ];
}

function ofFramework(framework: FrameworkReport, one: Maker): PublishableFigure[] {
  const make = one(framework.name);
  const at = `frameworks/${encodeURIComponent(framework.framework)}`;
  return [
    make(`${at}/total`, 'number', `Total requirement, ${framework.name}`),
    make(`${at}/gross`, 'number', `Gross standalone requirement, ${framework.name}`),
    ...BREAKDOWNS.flatMap(({ slug, member, label }) => {
      const caution = slug === 'by-counterparty' ? COUNTERPARTIES : null;
      return [
        make(`${at}/${slug}`, 'table', `${framework.name} by ${label.toLowerCase()}`, undefined, caution),
        make(`${at}/${slug}/chart`, 'chart', `${framework.name} by ${label.toLowerCase()}`, undefined, caution),
        ...framework[member].map((row) =>
          make(`${at}/${slug}/row/${encodeURIComponent(row.key)}`, 'number', `${row.label}, ${framework.name}`, undefined, caution),
        ),
      ];
    }),
  ];
}
