import { simmRequirements } from '@/lib/margin/parameters/simm-requirements';
import { syntheticPackJson } from './synthetic-simm-pack';

type Changes = Parameters<typeof syntheticPackJson>[0];

const ITEM: Readonly<Record<string, string>> = { RiskWeights: 'Weight', Correlations: 'Correlation', ConcentrationThresholds: 'Threshold' };
const DIRECT = new Set(['HistoricalVolatilityRatio', 'Inflation', 'XCcyBasis', 'BaseCorrelation', 'SubCurves', 'Outer', 'Volatility']);

/** The invented pack of syntheticPackJson as an XML calibration; `extra` stands inside SIMMCalibration. */
export function syntheticCalibration(changes: Changes = {}, extra = ''): string {
  const json = syntheticPackJson(changes);
  const lines = simmRequirements().flatMap(({ path }) => {
    const folders = path.split('/');
    let value: unknown = json;
    for (const folder of folders) value = (value as Record<string, unknown> | undefined)?.[folder];
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value as string];
    return values.map((text) => lineOf(folders, text));
  });
  return `<?xml version="1.0"?>
<SIMMCalibrationData><SIMMCalibration id="invented">
<VersionNames><Name>${json.version}</Name><Name>latest</Name></VersionNames>
<AdditionalFields><SIMM_EffectiveDate>2030-01-31</SIMM_EffectiveDate></AdditionalFields>
${lines.join('\n')}${extra}
</SIMMCalibration></SIMMCalibrationData>`;
}

/** One figure, in elements of its own: how they are grouped means nothing. */
function lineOf([section = '', group = '', name = '', ...rest]: readonly string[], text: string): string {
  if (section === 'RiskClassCorrelations') return `<${section}>${item('Correlation', group, text)}</${section}>`;
  const isList = name === 'CurrencyLists';
  const [horizon, key] = group === 'RiskWeights' && !isList ? [rest[0], rest[1] ?? ''] : [undefined, rest[0] ?? ''];
  const days = horizon === undefined ? '' : ` mporDays="${horizon === '1d' ? '1' : '10'}"`;
  const inner = DIRECT.has(name)
    ? `<${name}${days}> ${text} </${name}>`
    : `<${name}${days}>${item(isList ? 'Currency' : (ITEM[group] ?? ''), key, text)}</${name}>`;
  return `<${section}><${group}>${inner}</${group}></${section}>`;
}

/** Keys of one part are a bucket where the part is a number or Residual; others are labels. */
function item(name: string, key: string, text: string): string {
  const parts = key === '' ? [] : key.split('|');
  const names = parts.length === 1 ? ['bucket'] : parts.length === 3 ? ['bucket', 'label1', 'label2'] : ['label1', 'label2'];
  return `<${name}${parts.map((part, i) => ` ${names[i]}="${part}"`).join('')}>${text}</${name}>`;
}
