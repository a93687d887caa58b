const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

interface Wait {
  readonly failures: number;
  readonly until: number;
}

/**
 * When a member's e-mail may be tried again after a failure: one minute later, then two, four … up to an hour. Kept in memory only: a process that
 * starts anew tries at once.
 */
export class MailBackOff {
  private readonly waits = new Map<string, Wait>();

  constructor(private readonly tell: (failure: { memberId: string; failures: number; error: unknown }) => void) {}

  mayTry(memberId: string, now: Date): boolean {
    return (this.waits.get(memberId)?.until ?? 0) <= now.getTime();
  }

  failed(memberId: string, now: Date, error: unknown): void {
    const failures = (this.waits.get(memberId)?.failures ?? 0) + 1;
    this.waits.set(memberId, { failures, until: now.getTime() + Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) });
    this.tell({ memberId, failures, error });
  }

  succeeded(memberId: string): void {
    this.waits.delete(memberId);
  }
}
