/** Positions of the smaller and the larger portfolio. */
export const SMALL = 10_000;
export const LARGE = 40_000;

/** How often each is measured. */
export const COLD_RUNS = 3;
export const WARM_RUNS = 3;
