/** What one check of `doctor` found. */
export interface Finding {
  readonly name: string;
  /** `optional`: the server runs without it, but some work needs it, or it should be seen to */
  readonly state: 'ok' | 'optional' | 'fault';
  readonly detail: string;
  /** how to mend it; absent when there is nothing to mend */
  readonly mend?: string;
}
