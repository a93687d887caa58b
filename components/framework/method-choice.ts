import type { MarginMethod, MethodParameter } from '@/lib/margin/methods/method';

/** A method as the editor and the view need it: plain data, without its code. */
export interface MethodChoice {
  readonly id: string;
  readonly label: string;
  readonly attribution: string;
  readonly citations: MarginMethod['citations'];
  readonly parameters: readonly MethodParameter[];
}

/** The methods as plain data for a client component. */
export function methodChoices(methods: Readonly<Record<string, MarginMethod>>): MethodChoice[] {
  return Object.values(methods).map(({ id, label, attribution, citations, parameters }) => ({
    id,
    label,
    attribution,
    citations,
    parameters,
  }));
}
