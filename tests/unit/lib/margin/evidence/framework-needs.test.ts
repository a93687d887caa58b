import { describe, expect, it } from 'vitest';
import { legNeeds, needsFor } from '@/lib/margin/evidence/framework-needs';
import type { Framework, FrameworkLeg } from '@/lib/margin/frameworks/framework';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';

const [first] = BUILT_IN_FRAMEWORKS;
const leg = (changes: Partial<FrameworkLeg>): FrameworkLeg => ({ ...first!.legs[0]!, arrangement: undefined, ...changes });
const framework = (...legs: FrameworkLeg[]): Framework => ({ ...first!, legs });
const by = (id: string) => ({ id: id as FrameworkLeg['method']['id'], parameters: {} });
const swaps = { regime: 'cftc-uncleared-swaps', product: 'interest_rate_swap' } as const;

describe('what a framework needs beside positions', () => {
  it.each([
    ['schedule', []],
    ['simm', ['sensitivities', 'simm-pack']],
    ['historical-var', ['pnl']],
    ['scenario-scan', ['scan-parameters']],
    ['external', ['external']],
  ])('by %s is %j', (method, always) => {
    expect(needsFor(legNeeds(framework(leg({ method: by(method), scope: {} }))), null)).toEqual({ always, where: [] });
  });

  it('is only taken where there is some, for a leg that takes only positions which have it', () => {
    const needs = legNeeds(framework(leg({ method: by('historical-var'), scope: { evidence: 'pnl' } })));
    expect(needsFor(needs, null)).toEqual({ always: [], where: ['pnl'] });
  });

  it('is that of both pots', () => {
    const pots = ['simm', 'historical-var'].map((id) => ({ id, label: id, scope: {}, method: by(id) }));
    const arrangement = {
      kind: 'two-pot',
      pots,
      savingCap: '0.8',
      ignoredBelow: '0.01',
      citations: [],
    } as unknown as FrameworkLeg['arrangement'];
    expect(needsFor(legNeeds(framework(leg({ arrangement, scope: {} }))), null).always).toEqual(['sensitivities', 'simm-pack', 'pnl']);
  });

  it('leaves out legs that none of the positions held could go to', () => {
    const needs = legNeeds(framework(leg({ method: by('scenario-scan'), scope: { regimes: ['futures'] } })));
    expect(needsFor(needs, [swaps])).toEqual({ always: [], where: [] });
    expect(needsFor(needs, [swaps, { regime: 'futures', product: 'treasury_future' }]).always).toEqual(['scan-parameters']);
  });
});
