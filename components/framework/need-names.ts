import type { Need } from '@/lib/margin/evidence/framework-needs';

/** What a framework needs, as it stands in a sentence, and what is said where it is missing. */
export const NEED_NAMES: Readonly<Record<Need, { readonly name: string; readonly missing: string }>> = {
  sensitivities: { name: 'sensitivities (CRIF)', missing: 'this portfolio has none' },
  pnl: { name: 'P&L vectors', missing: 'this portfolio has none' },
  external: { name: 'external requirements', missing: 'this portfolio has none' },
  'simm-pack': { name: 'a SIMM pack', missing: 'none is chosen below' },
  'scan-parameters': { name: 'scan parameters', missing: 'none are chosen below' },
};
