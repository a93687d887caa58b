import type { HeatLevel } from './heat-levels';

/**
 * The shades of a heat map in files that leave the screen: blue for what is taken off, orange for what is added, both light enough for black text,
 * and apart for readers who do not see red, green or blue (tested). app/globals.css has the same values for the light theme.
 */
export const HEAT_HUES: Readonly<Record<HeatLevel, string>> = {
  [-4]: '#ef9a4d',
  [-3]: '#f6bb84',
  [-2]: '#fad6b3',
  [-1]: '#fdebda',
  0: '#f2f3f5',
  1: '#e3eefa',
  2: '#c2daf3',
  3: '#98c0ea',
  4: '#6da6de',
};
