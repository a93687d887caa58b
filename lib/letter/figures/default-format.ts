import type { FigureFormat } from './figure';

/** How amounts of a report are presented where nobody has chosen otherwise. */
export function defaultFormat(style: FigureFormat['style'], currency: string): FigureFormat {
  if (style === 'money') return { style, currency, scale: 'millions', decimals: 1 };
  return { style, currency: null, scale: 'units', decimals: style === 'percent' ? 1 : 0 };
}
