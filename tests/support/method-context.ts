import { type Evidence, NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import type { MethodContext } from '@/lib/margin/methods/method';
import { AS_OF } from './positions';

/** What a method is told in tests: dollars, collected, nothing but positions unless evidence is given. */
export function methodContext(evidence: Partial<Evidence> = {}, over: Partial<Omit<MethodContext, 'evidence'>> = {}): MethodContext {
  return { asOf: AS_OF, currency: 'USD', side: 'collect', ...over, evidence: { ...NO_EVIDENCE, ...evidence } };
}
