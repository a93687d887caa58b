import type { FigureSeriesPoint } from './figure';

/**
 * The fixed hues of every chart, on screen, in Word and in pictures: the agencies' pair, a third for what harmonizes them, and greys. Chosen to
 * stay apart for readers who do not see red, green or blue (tested), and never the only sign: every bar is labelled too. app/globals.css has the same values.
 */
export const AGENCY_HUES: Readonly<Record<FigureSeriesPoint['agency'], string>> = {
  CFTC: '#0f62ac',
  SEC: '#d06a11',
  harmonized: '#1f9e89',
  joint: '#6f4fa3',
  none: '#7b8494',
};
