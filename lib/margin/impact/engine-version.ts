/** Names the calculation code. Raised whenever the same inputs may give another result; it is part of every run's inputs hash. */
export const ENGINE_VERSION = 'marginalia-margin/2';
