/** What the formats of a portfolio file are called. */
export const FORMAT_NAMES = { positions: 'Positions file', crif: 'CRIF' } as const;
