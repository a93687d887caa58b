import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locateCluster } from '@/lib/db/embedded/cluster-folder';
import { openEmbeddedPostgres } from '@/lib/db/embedded/open-embedded-postgres';
import { chooseRunAs } from '@/lib/db/embedded/run-as';

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('openEmbeddedPostgres', () => {
  let dataFolder: string;
  const open = () => openEmbeddedPostgres({ dataFolder, durable: false });
  const folder = () => locateCluster(dataFolder, chooseRunAs(join(dataFolder, 'postgres', 'cluster')));

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'marginalia-embedded-'));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

  it('keeps what was written from one start to the next', async () => {
    const first = await open();
    await query(first.url, 'create table kept (id int)');
    await first.stop();
    const second = await open();
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
    await second.stop();
    expect(existsSync(join(folder(), 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('listens on loopback alone, with a password that only the owner can read and that is asked for', async () => {
    const postgres = await open();
    expect(await query(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(join(folder(), 'password')).mode & 0o777).toBe(0o600);
    await expect(query(postgres.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
    await postgres.stop();
  });

  it('takes over the server of a process that was killed', async () => {
    const script = `import { openEmbeddedPostgres } from '@/lib/db/embedded/open-embedded-postgres';
      await openEmbeddedPostgres({ dataFolder: process.argv[1], durable: false }); console.log('open'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const postgres = await open();
    expect(postgres.adopted).toBe(true);
    await postgres.stop();
    expect(existsSync(join(folder(), 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('leaves the server running for another process that uses it', async () => {
    const postgres = await open();
    writeFileSync(join(folder(), 'users', `${process.ppid}.other`), '');
    await postgres.stop();
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    rmSync(join(folder(), 'users', `${process.ppid}.other`));
    await (await open()).stop();
  });

  it('starts over what dead processes left: a lock, a postmaster’s file, a half-made cluster', async () => {
    await (await open()).stop();
    const pid = deadPid();
    writeFileSync(join(folder(), 'start.lock'), String(pid));
    writeFileSync(join(folder(), 'users', `${pid}.other`), '');
    writeFileSync(join(folder(), 'cluster', 'postmaster.pid'), `${pid}\n${join(folder(), 'cluster')}\n0\n1\n\n127.0.0.1\n`);
    const postgres = await open();
    await postgres.stop();
    expect(readdirSync(join(folder(), 'users'))).toEqual([]);
  });

  it('serves two who start it at once from one server', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(one.url).toBe(two.url);
    await one.stop();
    expect(await query(two.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await two.stop();
    expect(existsSync(join(folder(), 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('says what to do when the password file is lost', async () => {
    await (await open()).stop();
    rmSync(join(folder(), 'password'));
    await expect(open()).rejects.toThrow(/password file .* is missing: restore it, or start with another data folder/);
  });

  it('refuses a cluster of another version of PostgreSQL', async () => {
    await (await open()).stop();
    writeFileSync(join(folder(), 'cluster', 'PG_VERSION'), '15\n');
    await expect(open()).rejects.toThrow(/made by PostgreSQL 15 and this release brings 18/);
  });

  it('gives PostgreSQL’s own reason when it does not start', async () => {
    await (await open()).stop();
    const file = join(folder(), 'cluster', 'postgresql.conf');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nno_such_setting = 1\n`);
    await expect(open()).rejects.toThrow(/did not start \(.*no_such_setting|did not start \(.*contains errors/);
  });
});
