import type { ParameterKind } from '@/lib/services/parameters/parameter-kind';

/** What the kinds of parameter sets are called on screen. */
export const KIND_NAMES: Readonly<Record<ParameterKind, string>> = { simm: 'SIMM pack', scan: 'Scan parameters' };
