import { describe, expect, it } from 'vitest';
import type { ReviewPlan } from '@/lib/review/review-plan';
import { capacitiesInTurn, type DecisionFacts, isComplete, signedCapacities, standingsOf } from '@/lib/review/sign-off-standing';

const PLAN: ReviewPlan = { required: ['legal', 'risk'], ordered: false };
let minute = 0;
const decided = (capacity: string, more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  ...{ id: String(++minute), capacity, decision: 'signed', contentHash: 'now', at: new Date(minute * 60_000), voidedAt: null },
  ...more,
});
const words = (decisions: readonly DecisionFacts[], plan = PLAN) =>
  standingsOf(plan, decisions, 'now').map(({ capacity, standing }) => `${capacity} ${standing}`);

describe('how signatures stand', () => {
  it.each([
    ['nobody decided', [], ['legal missing', 'risk missing']],
    ['one signed what is there now', [decided('risk')], ['legal missing', 'risk signed']],
    ['one signed something else', [decided('risk', { contentHash: 'then' })], ['legal missing', 'risk fallen']],
    ['one was voided, though the text is as it was', [decided('risk', { voidedAt: new Date() })], ['legal missing', 'risk fallen']],
    ['one refused', [decided('risk', { decision: 'refused' })], ['legal missing', 'risk refused']],
    ['one refused and signed later', [decided('risk', { decision: 'refused' }), decided('risk')], ['legal missing', 'risk signed']],
    ['one signed and refused later', [decided('risk'), decided('risk', { decision: 'refused' })], ['legal missing', 'risk refused']],
    ['somebody signed who need not', [decided('business')], ['legal missing', 'risk missing', 'business signed']],
  ] as const)('where %s', (_what, decisions, expected) => {
    expect(words(decisions)).toEqual(expected);
  });

  it('is complete with every required signature, whatever others said', () => {
    const all = [decided('legal'), decided('risk'), decided('business', { decision: 'refused' })];
    expect(isComplete(standingsOf(PLAN, all, 'now'))).toBe(true);
    expect(isComplete(standingsOf(PLAN, all, 'later'))).toBe(false);
    expect(signedCapacities(standingsOf(PLAN, all, 'now'))).toEqual(['legal', 'risk']);
  });

  it.each([
    [false, [], ['legal', 'risk']],
    [true, [], ['legal']],
    [true, [decided('legal')], ['risk']],
    [true, [decided('risk')], ['legal']],
    [false, [decided('legal')], ['risk']],
    [true, [decided('legal'), decided('risk')], []],
  ] as const)('whose turn it is, in order: %s (case %#)', (ordered, decisions, expected) => {
    const plan = { ...PLAN, ordered };
    expect(capacitiesInTurn(plan, standingsOf(plan, decisions, 'now'))).toEqual(expected);
  });
});
