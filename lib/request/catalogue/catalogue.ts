import type { CatalogueRequest } from './catalogue-request';
import { PORTFOLIO_MARGINING_2026 } from './portfolio-margining-2026';
import { PRODUCT_DEFINITIONS_2026 } from './product-definitions-2026';
import { UNCLEARED_PORTFOLIO_MARGINING_2020 } from './uncleared-portfolio-margining-2020';

/** The requests that Marginalia knows of, newest first. */
export const CATALOGUE: readonly CatalogueRequest[] = [
  PORTFOLIO_MARGINING_2026,
  PRODUCT_DEFINITIONS_2026,
  UNCLEARED_PORTFOLIO_MARGINING_2020,
];

export function catalogueRequest(key: string): CatalogueRequest | null {
  return CATALOGUE.find((request) => request.key === key) ?? null;
}
