/** A file of scan parameters as JSON: one commodity on the underlier "OIL", with what a case changes. */
export function scanFile(
  commodity: Readonly<Record<string, unknown>> = {},
  file: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { name: 'Test exchange', source: 'Made up for a test', commodities: [scanCommodity('OIL', commodity)], ...file };
}

export function scanCommodity(id: string, facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    currency: 'USD',
    underliers: [id],
    priceScanRange: '6',
    volatilityScanRange: '0.05',
    extremeMultiple: '2',
    extremeCover: '0.35',
    ...facts,
  };
}
