/** The columns of a CRIF that are read, by normalised header (case, blanks, hyphens and underscores do not count). */
export const CRIF_COLUMNS: ReadonlyMap<string, string> = new Map(
  [
    'TradeID',
    'SensitivityId',
    'PortfolioID',
    'ValuationDate',
    'EndDate',
    'IMModel',
    'ProductClass',
    'RiskType',
    'Qualifier',
    'Bucket',
    'Label1',
    'Label2',
    'Amount',
    'AmountCurrency',
    'AmountUSD',
    'CollectRegulations',
    'PostRegulations',
    // known, and not read in this version: netting-set detail and the FRTB variant
    ...['AgreementType', 'CallType', 'InitialMarginType', 'LegalEntityID', 'TradeType'],
    ...['Label3', 'CreditQuality', 'LongShortInd', 'CoveredBondInd', 'TrancheThickness', 'BB_RW'],
    ...['Notional', 'NotionalCurrency'],
  ].map((name) => [name.toLowerCase().replaceAll('_', ''), name] as const),
);

/** The risk types of the format; their rows' models where the file leaves IMModel blank. */
export const RISK_TYPES: ReadonlySet<string> = new Set([
  'Risk_IRCurve',
  'Risk_Inflation',
  'Risk_XCcyBasis',
  'Risk_IRVol',
  'Risk_InflationVol',
  'Risk_CreditQ',
  'Risk_CreditNonQ',
  'Risk_CreditVol',
  'Risk_CreditVolNonQ',
  'Risk_BaseCorr',
  'Risk_Equity',
  'Risk_EquityVol',
  'Risk_Commodity',
  'Risk_CommodityVol',
  'Risk_FX',
  'Risk_FXVol',
  'Notional',
  'PV',
  'Param_AddOnNotionalFactor',
  'Param_AddOnFixedAmount',
  'Param_ProductClassMultiplier',
]);

/** The regulations that are known, by their upper-case spelling; other words are kept and warned about. */
export const REGULATIONS: ReadonlyMap<string, string> = new Map(
  'APRA CFTC ESA FINMA KFSC HKMA JFSA MAS OSFI RBI SEC SEC-unseg USPR NONREG BACEN SANT SFC UK AMFQ BANX OJK Included Unspecified Excluded All'
    .split(' ')
    .map((name) => [name.toUpperCase(), name] as const),
);
