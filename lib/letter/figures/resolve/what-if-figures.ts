import { longDate } from '@/lib/core/long-date';
import { success } from '@/lib/core/result';
import type { FigureTableColumn } from '../figure';
import { about, COUNT, type FigureRequest, NOT_COMPUTED, noted, type Resolved, textColumn } from './figure-parts';

/** `classification`: the same exposure as a swap and as a security-based swap. */
export function classificationFigure({ report, segments, money }: FigureRequest): Resolved {
  const whatIf = report.classificationWhatIf;
  if (!whatIf || segments.length > 0) return null;
  const columns: FigureTableColumn[] = [
    textColumn('label', 'Exposure'),
    { key: 'positions', label: 'Positions', format: COUNT },
    { key: 'present', label: 'As classified', format: money },
    { key: 'swap', label: 'As swaps', format: money },
    { key: 'security', label: 'As security-based swaps', format: money },
  ];
  const rows = whatIf.rows.map((row) => ({
    label: row.label,
    positions: String(row.positions),
    present: row.asClassified,
    swap: row.asSwap ?? NOT_COMPUTED,
    security: row.asSecurityBasedSwap ?? NOT_COMPUTED,
  }));
  const { total } = whatIf;
  const last = {
    label: 'Total',
    positions: String(whatIf.rows.reduce((sum, row) => sum + row.positions, 0)),
    present: total.asClassified,
    swap: total.asSwap ?? NOT_COMPUTED,
    security: total.asSecurityBasedSwap ?? NOT_COMPUTED,
  };
  const notes = whatIf.rows.flatMap(({ label, note }) => (note === null ? [] : [`${label}: ${note}`]));
  return success({ kind: 'table', columns, rows: [...rows, last], totalRow: rows.length, ...noted(...notes) });
}

/** `treasury-clearing`: bilateral Treasury and repo volume moved into clearing, stage by stage. */
export function treasuryFigure({ report, segments, money }: FigureRequest): Resolved {
  const whatIf = report.treasuryClearing;
  if (!whatIf || segments.length > 0) return null;
  const columns: FigureTableColumn[] = [
    textColumn('stage', 'Stage'),
    { key: 'moved', label: 'Positions moved', format: COUNT },
    { key: 'separate', label: 'Margined apart', format: money },
    { key: 'crossMargined', label: 'Cross-margined', format: money },
    { key: 'saving', label: 'Saving', format: money },
  ];
  const rows = whatIf.stages.map((stage) => ({
    stage: stage.from === null ? stage.label : `${stage.label} (from ${longDate(stage.from)})`,
    moved: String(stage.moved),
    separate: stage.separate ?? NOT_COMPUTED,
    crossMargined: stage.crossMargined ?? NOT_COMPUTED,
    saving: stage.saving ?? NOT_COMPUTED,
  }));
  const notes = whatIf.stages.flatMap(({ label, note }) => (note === null ? [] : [`${label}: ${note}`]));
  return success({ kind: 'table', columns, rows, totalRow: null, ...about(...whatIf.notes), ...noted(...notes) });
}
