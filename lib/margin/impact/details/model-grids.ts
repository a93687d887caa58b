import { Decimal } from '@/lib/core/decimal';
import type { AppliedFramework } from '../../frameworks/apply-framework';
import { applyFramework } from '../../frameworks/apply-framework';
import type { Framework, MethodUse } from '../../frameworks/framework';
import { methodsOfLeg, replaceMethods } from '../../frameworks/methods-of-leg';
import { parameterDefault } from '../../methods/method';
import { findMethod } from '../../methods/method-registry';
import type { SimmPack } from '../../parameters/simm-pack';
import type { SensitivityGrid } from '../../report/detail-reports';
import type { AnalysisRun } from '../analysis-run';

type Point = SensitivityGrid['points'][number];

const SIMM = 'simm';
const VAR = 'historical-var';
const SCALES = ['0', '0.25', '0.5', '0.75', '1'];
const DAYS = ['1', '2', '5', '10'];

/** The grids over a framework's models that positions are margined by: correlation and pack of SIMM, and the horizon of SIMM and value-at-risk. */
export function modelGrids(run: AnalysisRun, applied: AppliedFramework, pulse: () => void): SensitivityGrid[] {
  const uses = applied.legs.filter(({ positions }) => positions > 0).flatMap(({ leg }) => methodsOfLeg(leg));
  const simm = uses.filter(({ id }) => id === SIMM);
  const historical = uses.filter(({ id }) => id === VAR);
  return [
    ...(simm.length > 0 ? [correlationGrid(run, applied, simm, pulse)] : []),
    ...(simm.length + historical.length > 0 ? [horizonGrid(run, applied, simm, historical, pulse)] : []),
    ...(simm.length > 0 && run.otherSimmPacks.length > 0 ? [packGrid(run, applied, pulse)] : []),
  ];
}

function correlationGrid(run: AnalysisRun, applied: AppliedFramework, simm: readonly MethodUse[], pulse: () => void): SensitivityGrid {
  const current = shared(simm.map((use) => settingOf(use, 'correlationScale')));
  return {
    framework: applied.framework.id,
    setting: 'correlation',
    label: 'Every correlation of SIMM multiplied by',
    unit: '×',
    points: withCurrent(SCALES, current).map((scale) => {
      const framework = withSetting(applied.framework, SIMM, 'correlationScale', scale);
      return pointOf(run, applied, { at: scale, label: `× ${scale}`, current: scale === current }, framework, pulse);
    }),
  };
}

function horizonGrid(
  run: AnalysisRun,
  applied: AppliedFramework,
  simm: readonly MethodUse[],
  historical: readonly MethodUse[],
  pulse: () => void,
): SensitivityGrid {
  const own = [
    ...simm.map((use) => settingOf(use, 'horizon')?.replace('d', '') ?? null),
    ...historical.map((use) => settingOf(use, 'horizonDays')),
  ];
  const current = shared(own);
  const days = historical.length === 0 ? ['1', '10'] : withCurrent(DAYS, current);
  const points = days.map((day): Point => {
    const place = { at: day, label: `${day} ${day === '1' ? 'day' : 'days'}`, current: day === current };
    if (simm.length > 0 && day !== '1' && day !== '10')
      return { ...place, total: null, note: 'SIMM has figures for 1 day and for 10 days only.' };
    const framework = withSetting(withSetting(applied.framework, SIMM, 'horizon', `${day}d`), VAR, 'horizonDays', day);
    return pointOf(run, applied, place, framework, pulse);
  });
  return { framework: applied.framework.id, setting: 'horizon', label: 'Horizon of every model of the framework', unit: 'days', points };
}

function packGrid(run: AnalysisRun, applied: AppliedFramework, pulse: () => void): SensitivityGrid {
  const own = run.settings.evidence?.simmPack ?? null;
  const packs = [...(own === null ? [] : [own]), ...run.otherSimmPacks.filter((pack) => pack !== own)].sort(byVersion);
  return {
    framework: applied.framework.id,
    setting: 'pack',
    label: 'Version of the SIMM pack',
    unit: 'version',
    points: packs.map((pack) =>
      pointOf(run, applied, { at: pack.version, label: pack.version, current: pack === own }, applied.framework, pulse, pack),
    ),
  };
}

/** The framework's total with a setting moved; null where a position that has an amount in the run has none there. */
function pointOf(
  run: AnalysisRun,
  applied: AppliedFramework,
  place: Pick<Point, 'at' | 'label' | 'current'>,
  framework: Framework,
  pulse: () => void,
  simmPack?: SimmPack,
): Point {
  if (place.current) return { ...place, total: applied.tree.amount.toString(), note: null };
  pulse();
  const { evidence } = run.settings;
  const settings = simmPack && evidence ? { ...run.settings, evidence: { ...evidence, simmPack } } : run.settings;
  const moved = applyFramework(run.portfolio, run.regimes, framework, { ...settings, totalOnly: true });
  const lost = [...applied.margins.keys()].filter((id) => !moved.margins.has(id)).length;
  if (lost > 0) return { ...place, total: null, note: `${lost} positions that have an amount in the run have none here.` };
  return { ...place, total: moved.tree.amount.toString(), note: null };
}

/** The framework with a parameter of a method moved wherever the method is used. */
function withSetting(framework: Framework, method: string, name: string, value: string): Framework {
  const replace = (use: MethodUse) => (use.id === method ? { ...use, parameters: { ...use.parameters, [name]: value } } : use);
  return { ...framework, legs: framework.legs.map((leg) => replaceMethods(leg, replace)) };
}

/** What a use of a method gives a parameter, or the default; null where the method has no such parameter. */
function settingOf({ id, parameters }: MethodUse, name: string): string | null {
  const parameter = findMethod(id)?.parameters.find((candidate) => candidate.name === name);
  return parameter === undefined ? null : (parameters[name] ?? parameterDefault(parameter));
}

function shared(values: readonly (string | null)[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

function withCurrent(values: readonly string[], current: string | null): string[] {
  const all = current === null || values.includes(current) ? [...values] : [...values, current];
  return all.sort((a, b) => new Decimal(a).cmp(b));
}

function byVersion(a: SimmPack, b: SimmPack): number {
  const key = (pack: SimmPack) => `${pack.effective ?? ''} ${pack.version}`;
  return key(a) < key(b) ? -1 : 1;
}
