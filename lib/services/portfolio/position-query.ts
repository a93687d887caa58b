import type { PositionFilter } from './list-positions';

/** Filter and page of the table of positions from a query string's members; what is none of them is passed over. */
export function readPositionQuery(query: Readonly<Record<string, string | string[] | undefined>>): {
  filter: PositionFilter;
  page: number;
} {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
  };
  const page = /^\d{1,7}$/.test(one('page') ?? '') ? Number(one('page')) : 1;
  return { filter: { regime: one('regime'), product: one('product'), counterparty: one('counterparty'), text: one('text') }, page };
}
