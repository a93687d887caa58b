/** A reference entity of the sample; every name is invented. */
export interface SampleEntity {
  readonly name: string;
  readonly sector: string;
  /** Current credit spread in basis points. */
  readonly spreadBp: number;
  /** Price of its share, in cents. */
  readonly priceCents: number;
}

/** Customers of the sample dealer; every name is invented. */
export const SAMPLE_COUNTERPARTIES = [
  'Calder Point Capital LP',
  'Ostrander Macro Fund Ltd',
  'Pell Harbor Credit Master Fund',
  'Quillfeather Insurance Company',
  'Ravenscar Pension Trustees',
  'Saltmarsh Relative Value LP',
  'Tamarind Bank NV',
  'Umbra Volatility Partners',
] as const;

const SECTORS: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  Energy: [
    ['Brackwater Pipelines', 145, 4210],
    ['Cinder Basin Oil', 330, 2785],
    ['Northlight Refining', 168, 6120],
    ['Ostrea Offshore', 455, 1240],
    ['Tern Gas Storage', 152, 5330],
  ],
  Industrials: [
    ['Alderbrook Rail', 72, 18850],
    ['Halyard Machine Works', 88, 9640],
    ['Kestrel Freight Lines', 190, 3415],
    ['Millrace Aerospace', 95, 22170],
    ['Sable Ridge Cement', 240, 2990],
  ],
  Consumer: [
    ['Copperfield Grocers', 110, 5480],
    ['Juniper Lane Apparel', 420, 1875],
    ['Larkspur Foods', 64, 7720],
    ['Marrow & Finch Hotels', 285, 3940],
    ['Pinnace Toys', 250, 2260],
  ],
  Technology: [
    ['Fathom Semiconductors', 58, 31240],
    ['Glasswing Software', 81, 26430],
    ['Lumen Arc Devices', 122, 11890],
    ['Quartzite Data Centers', 178, 8750],
    ['Vellum Networks', 135, 6615],
  ],
  Healthcare: [
    ['Bellwether Devices', 76, 14320],
    ['Foxglove Pharma', 130, 8990],
    ['Greyfriars Hospitals', 365, 2140],
    ['Sorrel Biologics', 148, 10760],
    ['Wintergreen Labs', 92, 17540],
  ],
  Communications: [
    ['Beacon Hollow Cable', 390, 1690],
    ['Curlew Wireless', 205, 4470],
    ['Drumlin Towers', 115, 9310],
    ['Harrier Broadcasting', 530, 980],
    ['Longshore Fiber', 340, 2510],
  ],
  Materials: [
    ['Anvil Lake Copper', 160, 5890],
    ['Basalt Coast Chemicals', 185, 4630],
    ['Flintlock Steel', 310, 2370],
    ['Ironbark Paper', 275, 3080],
    ['Slate Harbor Lithium', 610, 1120],
  ],
  Utilities: [
    ['Candlewick Electric', 54, 7210],
    ['Heron Valley Water', 61, 6480],
    ['Moorland Power', 98, 5050],
    ['Stonecrop Energy', 126, 4380],
    ['Thistle County Gas', 83, 5760],
  ],
};

export const SAMPLE_SECTORS: readonly [string, ...string[]] = [
  'Energy',
  'Industrials',
  'Consumer',
  'Technology',
  'Healthcare',
  'Communications',
  'Materials',
  'Utilities',
];

/** The entities of a sector, always five. */
export function sampleEntities(sector: string): readonly SampleEntity[] {
  return (SECTORS[sector] ?? []).map(([name, spreadBp, priceCents]) => ({ name, sector, spreadBp, priceCents }));
}

/** Invented indexes: name, spread in basis points. */
export const SAMPLE_CDS_INDEXES: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ['Synthetic North America IG 46', 62],
  ['Synthetic North America HY 46', 355],
  ['Synthetic Europe Main 45', 58],
];
export const SAMPLE_EQUITY_INDEXES = ['Synthetic 500', 'Synthetic Small Cap 2000'] as const;
export const SAMPLE_NARROW_INDEX = 'Synthetic Regional Carriers 8';
