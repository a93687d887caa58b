import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import type { SimmMeasures } from '@/lib/margin/methods/simm/regulation-margin';
import type { SimmHorizon } from '@/lib/margin/parameters/simm-pack';
import { crifOfObjects, distance, loadCases, sharedCrif, sharedPack, sharedSimm, simmOf } from '../../../../../support/simm-cases';

const TOLERANCE = 1e-9;
const VERSIONS = ['2.2', '2.3', '2.3.8', '2.5', '2.5A'];
const HORIZONS: readonly SimmHorizon[] = ['10d', '1d'];
const sets = VERSIONS.flatMap((version) => HORIZONS.map((horizon) => [version, horizon] as const));
const at = (mporDays: number): SimmHorizon => (mporDays === 1 ? '1d' : '10d');

interface OfficialCase {
  readonly id: string;
  readonly resolvedIds: readonly string[];
  readonly expected: Readonly<Record<keyof SimmMeasures | 'total', string>>;
}

describe.skipIf(!sharedSimm)('official unit tests of SIMM', () => {
  it.each(sets)('version %s, %s: every total and every measure', async (version, horizon) => {
    const { cases } = loadCases(`simm-isda-${version}-${horizon}.json`) as { cases: readonly OfficialCase[] };
    const rows = await sharedCrif(`simm-isda-${version}-inputs.csv`);
    const byId = new Map(rows.map((row) => [row.rowId, row]));
    const pack = sharedPack(version);
    const off: string[] = [];
    for (const { id, resolvedIds, expected } of cases) {
      const { total, measures, tree } = simmOf(
        resolvedIds.map((rowId) => byId.get(rowId)!),
        pack,
        { horizon },
      );
      if (failuresOf(tree).length > 0) off.push(`${id}: ${failuresOf(tree)[0]?.message}`);
      for (const [name, value] of Object.entries({ total, ...measures })) {
        const gap = distance(value, expected[name as keyof SimmMeasures]);
        if (gap > TOLERANCE) off.push(`${id} ${name}: ${value} for ${expected[name as keyof SimmMeasures]}`);
      }
    }
    console.log(
      `SIMM ${version}, ${horizon}: ${cases.length} official cases, ${cases.filter(({ id }) => id.startsWith('J')).length} of them by regulation.`,
    );
    expect(cases.length).toBeGreaterThan(150);
    expect(off).toEqual([]);
  });
});

describe.skipIf(!sharedSimm)('other published cases of SIMM', () => {
  it('tells what the SEC lets the firm hold unsegregated from the rest', async () => {
    const { cases } = loadCases('simm-sec-segregation-2.5.json');
    for (const { crif, calculation, expected, mporDays } of cases) {
      const choice = { SEGREGATED: 'segregated', UNSEGREGATED: 'unsegregated', TOTAL: 'worst' }[calculation as string] ?? '';
      const { total, segregation } = simmOf(await crifOfObjects(crif), sharedPack('2.5'), { horizon: at(mporDays), regulation: choice });
      expect(total.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toString()).toBe(expected);
      if (choice !== 'worst') {
        const part = choice === 'segregated' ? segregation?.segregated : segregation?.unsegregated;
        expect(part?.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toString()).toBe(expected);
      }
    }
    console.log(`SIMM, SEC segregation: ${cases.length} cases.`);
  });

  it("agrees with every node of another engine's tree, on both sides", async () => {
    const { cases } = loadCases('simm-ore-crif-example.json');
    let nodes = 0;
    for (const { crif, simmVersion, mporDays, expectedByRegulation } of cases) {
      const rows = await crifOfObjects(crif);
      for (const row of expectedByRegulation as readonly Readonly<Record<string, string>>[]) {
        const { tree } = simmOf(rows, sharedPack(simmVersion), {
          horizon: at(mporDays),
          side: row.SimmSide === 'Call' ? 'collect' : 'post',
        });
        const found = find(tree, row);
        if (found === null) continue;
        nodes += 1;
        expect(distance(found, row.InitialMargin!), JSON.stringify(row)).toBeLessThan(TOLERANCE);
      }
    }
    console.log(`SIMM, another engine's tree: ${nodes} nodes of ${cases.length} results.`);
    expect(nodes).toBeGreaterThan(30);
  });

  it('gives the totals of larger portfolios to the cent', async () => {
    const { cases, simmVersion } = loadCases('simm-synthetic.json');
    for (const { file, expectedTotal } of cases) {
      const { total } = simmOf(await sharedCrif(file), sharedPack(simmVersion));
      expect(total.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)).toBe(expectedTotal);
    }
    console.log(`SIMM, larger portfolios: ${cases.length}.`);
  });
});

/** The amount of the node that a row of the other engine names; null where it has no node here, as sums over product classes. */
function find(tree: MarginNode, { ProductClass, RiskClass, MarginType, Bucket }: Readonly<Record<string, string>>): Decimal | null {
  const regulation = tree.children[0]!.children[0]!;
  if (ProductClass === 'All') return RiskClass === 'All' && MarginType === 'All' ? regulation.amount : null;
  const product = regulation.children.find(({ label }) => label === ProductClass)!;
  if (RiskClass === 'All') return MarginType === 'All' ? product.amount : null;
  const riskClass = product.children.find(({ path }) => path.endsWith('/interestrate'))!;
  if (MarginType === 'All') return riskClass.amount;
  const measure = riskClass.children.find(({ label }) => label === MarginType)!;
  return Bucket === 'All' ? measure.amount : measure.children.find(({ label }) => label === Bucket)!.amount;
}
