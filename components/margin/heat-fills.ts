import type { HeatLevel } from '@/lib/letter/figures/heat-levels';

/** The shade of each level as a background; text on it stays readable in both themes. */
export const HEAT_FILLS: Readonly<Record<HeatLevel | 'none', string>> = {
  none: '',
  [-4]: 'bg-heat-m4',
  [-3]: 'bg-heat-m3',
  [-2]: 'bg-heat-m2',
  [-1]: 'bg-heat-m1',
  0: 'bg-heat-0',
  1: 'bg-heat-1',
  2: 'bg-heat-2',
  3: 'bg-heat-3',
  4: 'bg-heat-4',
};
