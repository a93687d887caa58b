import type pg from 'pg';

/** A table of the database, as PostgreSQL itself describes it. */
export interface CatalogueTable {
  readonly name: string;
  /** in their order in the table */
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  /** columns that count by themselves */
  readonly counters: readonly string[];
}

interface TableRow extends CatalogueTable {
  /** tables that its foreign keys name */
  readonly refers: readonly string[];
}

const TABLES = `
select c.relname::text as name,
  array(select a.attname::text from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
  array(select a.attname::text from pg_index i join unnest(i.indkey) with ordinality as k(attnum, place) on true
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where i.indrelid = c.oid and i.indisprimary order by k.place) as "primaryKey",
  array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    and pg_get_serial_sequence(format('%I.%I', 'public', c.relname), a.attname) is not null order by a.attnum) as counters,
  array(select distinct f.confrelid::text from pg_constraint f
    where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo",
  c.oid::text as oid
from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`;

/** The tables of the schema `public`, every one after those that its foreign keys name. */
export async function readCatalogue(client: pg.Client): Promise<readonly CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable & { oid: string; refersTo: string[] }>(TABLES);
  const nameOf = new Map(rows.map(({ oid, name }) => [oid, name]));
  return inOrderOfReference(
    rows.map(({ name, columns, primaryKey, counters, refersTo }) => ({
      ...{ name, columns, primaryKey, counters },
      refers: refersTo.flatMap((oid) => nameOf.get(oid) ?? []),
    })),
  );
}

function inOrderOfReference(tables: readonly TableRow[]): readonly CatalogueTable[] {
  const ordered: CatalogueTable[] = [];
  const placed = new Set<string>();
  let waiting = tables;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ refers }) => refers.every((name) => placed.has(name)));
    if (ready.length === 0) throw new Error(`The foreign keys of ${waiting.map(({ name }) => name).join(', ')} go round in a circle.`);
    for (const { refers: _, ...table } of ready) {
      ordered.push(table);
      placed.add(table.name);
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table of the schema `public` as SQL writes it. */
export function publicTable(name: string): string {
  return `public.${quoted(name)}`;
}
