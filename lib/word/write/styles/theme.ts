import type { IThemeOptions } from 'docx';
import type { FigureSeriesPoint } from '@/lib/letter/figures/figure';
import { SERIF } from './typeface';

/** The file's theme. Each agency has its hue as on screen: blue CFTC, orange SEC, green harmonized; told apart by colour-blind readers too. */
export const THEME: IThemeOptions = {
  name: 'Comment letter',
  colors: {
    dark2: '1F2A44',
    light2: 'EEF0F4',
    accent1: '0F62AC',
    accent2: 'D06A11',
    accent3: '1F9E89',
    accent4: '6B5B95',
    accent5: '5B6472',
    accent6: 'A9B1BD',
    hyperlink: '1F3F77',
    followedHyperlink: '1F3F77',
  },
  fonts: { headings: SERIF, body: SERIF },
};

export type AccentName = 'accent1' | 'accent2' | 'accent3' | 'accent4' | 'accent5' | 'accent6';

/** The theme colour of an agency's bars; totals and changes that belong to none are greys. */
export const AGENCY_ACCENTS: Readonly<Record<Exclude<FigureSeriesPoint['agency'], 'none'>, AccentName>> = {
  CFTC: 'accent1',
  SEC: 'accent2',
  harmonized: 'accent3',
  joint: 'accent4',
};
