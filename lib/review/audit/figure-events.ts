interface FigureSubject {
  readonly type: 'figure';
  readonly id: string;
}

export type FigureEvent =
  | {
      readonly type: 'figure.published';
      readonly subject: FigureSubject;
      readonly data: {
        readonly name: string;
        readonly analysisId: string;
        readonly runId: string;
        readonly runNumber: number;
        readonly path: string;
        readonly valueHash: string;
      };
    }
  | {
      readonly type: 'figure.withdrawn';
      readonly subject: FigureSubject;
      readonly data: { readonly name: string; readonly reason: string };
    };
