/** What one check of `doctor` found. */
export interface Finding {
  readonly name: string;
  /** `optional`: something is missing that only some work needs */
  readonly state: 'ok' | 'optional' | 'fault';
  readonly detail: string;
  /** how to mend it; absent when there is nothing to mend */
  readonly mend?: string;
}
