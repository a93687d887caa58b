import type { Breakdown } from '@/lib/margin/report/run-report';

type Agency = Breakdown['agency'];

/** What the hues of a chart stand for. */
export const AGENCY_NAMES: Readonly<Record<Agency, string>> = {
  CFTC: 'CFTC rules',
  SEC: 'SEC rules',
  harmonized: 'Harmonized',
  joint: 'Both agencies',
  none: 'Not divided by agency',
};

/** The fixed hue of each, as a fill of SVG. */
export const AGENCY_FILLS: Readonly<Record<Agency, string>> = {
  CFTC: 'fill-agency-cftc',
  SEC: 'fill-agency-sec',
  harmonized: 'fill-agency-harmonized',
  joint: 'fill-agency-joint',
  none: 'fill-agency-none',
};
