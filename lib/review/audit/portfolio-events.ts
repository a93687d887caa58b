interface PortfolioSubject {
  readonly type: 'portfolio';
  readonly id: string;
}

export type PortfolioEvent = {
  readonly type: 'portfolio.imported';
  readonly subject: PortfolioSubject;
  readonly data: {
    readonly name: string;
    readonly asOf: string;
    readonly format: 'positions' | 'crif';
    readonly positions: number;
    readonly contentHash: string;
    /** of the file as it was uploaded */
    readonly fileSha256: string;
    /** lines that the member chose to leave out */
    readonly leftOut: readonly number[];
  };
};
