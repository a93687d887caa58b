import type { Clock } from '@/lib/core/clock';

/** The server's clock. */
export const systemClock: Clock = () => new Date();
