import { isId } from '@/lib/core/ids';

export interface ForkAddress {
  readonly forkId: string;
  /** Raised when one of the fork's suggestions is decided; see SectionFork. */
  readonly generation: number;
}

/** The name of the room in which a member's suggestions on a section are written. */
export function forkName({ forkId, generation }: ForkAddress): string {
  return `fork:${forkId}:${generation}`;
}

/** The fork and generation that a room's name means; null for any other name. */
export function parseForkName(name: string): ForkAddress | null {
  const match = /^fork:([^:]+):([1-9]\d{0,8})$/.exec(name);
  if (!match?.[1] || !match[2] || !isId(match[1])) return null;
  return { forkId: match[1], generation: Number.parseInt(match[2], 10) };
}
