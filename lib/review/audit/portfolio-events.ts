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
    /** the further files of the portfolio, in the order of their kinds */
    readonly evidence: readonly {
      readonly kind: string;
      readonly fileName: string;
      readonly fileSha256: string;
      readonly contentHash: string;
      readonly rows: number;
    }[];
    /** lines that the member chose to leave out */
    readonly leftOut: readonly number[];
  };
};
