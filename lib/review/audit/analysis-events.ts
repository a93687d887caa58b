interface AnalysisSubject {
  readonly type: 'analysis';
  readonly id: string;
}

interface RunSubject {
  readonly type: 'run';
  readonly id: string;
}

interface Description {
  readonly name: string;
  readonly portfolioId: string;
  readonly baseline: string;
  readonly alternatives: readonly string[];
  readonly parameters: unknown;
}

export type AnalysisEvent =
  | { readonly type: 'analysis.created'; readonly subject: AnalysisSubject; readonly data: Description }
  | {
      readonly type: 'analysis.changed';
      readonly subject: AnalysisSubject;
      readonly data: { readonly before: Description; readonly after: Description };
    }
  | { readonly type: 'run.started'; readonly subject: RunSubject; readonly data: { readonly analysisId: string; readonly number: number } }
  | {
      readonly type: 'run.finished';
      readonly subject: RunSubject;
      readonly data: { readonly analysisId: string; readonly number: number; readonly inputsHash: string; readonly resultHash: string };
    }
  | {
      readonly type: 'run.withdrawn';
      readonly subject: RunSubject;
      readonly data: { readonly analysisId: string; readonly number: number; readonly reason: string };
    };
