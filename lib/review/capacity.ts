export const CAPACITIES = ['legal', 'risk', 'business'] as const;

/** In what capacity somebody signs a section. */
export type Capacity = (typeof CAPACITIES)[number];

export function isCapacity(text: unknown): text is Capacity {
  return CAPACITIES.some((known) => known === text);
}
