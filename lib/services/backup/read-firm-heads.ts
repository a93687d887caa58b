import type pg from 'pg';
import { GENESIS_HASH } from '@/lib/review/audit/hash-record';
import type { BackupManifest } from './backup-manifest';

/** Every firm of the instance with the end of its audit log; none where the database has no tables of ours. */
export async function readFirmHeads(client: pg.Client): Promise<BackupManifest['firms']> {
  const { rows: made } = await client.query<{ found: boolean }>(
    `select to_regclass('public."Firm"') is not null and to_regclass('public."AuditEvent"') is not null as found`,
  );
  if (!made[0]?.found) return [];
  const { rows } = await client.query<BackupManifest['firms'][number]>(
    `select f.id::text as id, f.name, coalesce(e.sequence, 0)::text as events, coalesce(e.hash, $1) as "lastHash" from public."Firm" f
     left join lateral (select sequence, hash from public."AuditEvent" where "firmId" = f.id order by sequence desc limit 1) e on true
     order by f.id`,
    [GENESIS_HASH],
  );
  return rows;
}
