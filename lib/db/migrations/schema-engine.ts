import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine as Engine } from '@prisma/schema-engine-wasm';
import type { Migration } from './read-migrations';

interface EngineModule {
  readonly SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<Engine> };
  readonly __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
}

/**
 * The SQL that leads from `migrations` to the data model of `schema`, or null when they agree.
 * `scratchUrl` is an empty database to replay the migrations in. The engine is Prisma's, as WebAssembly: a private interface,
 * pinned to the version of the client and used in this file alone.
 */
export async function diffSchema(options: {
  scratchUrl: string;
  schema: string;
  migrations: readonly Migration[];
}): Promise<string | null> {
  const { scratchUrl, schema, migrations } = options;
  const { SchemaEngine } = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(readableCatalog(new PrismaPg({ connectionString: scratchUrl })));
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter);
  const filters = { externalTables: [], externalEnums: [] };
  const { exitCode, stdout } = await engine.diff({
    from: migrations.length === 0 ? { tag: 'empty' } : fromMigrations(migrations),
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    filters,
  });
  return exitCode === 0 ? null : (stdout ?? '');
}

function fromMigrations(migrations: readonly Migration[]): DiffTarget {
  return {
    tag: 'migrations',
    baseDir: 'migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/**
 * Two things of PostgreSQL's catalogue that the adapter and this engine do not know: columns of the internal one-byte type, which
 * are read as text and handed on as characters; and the not-null constraints listed since PostgreSQL 18, which are left out
 * because each column's own flag says the same. And scripts go to the database as they are: the adapter would cut them at every
 * semicolon, those inside of functions too.
 */
function readableCatalog(factory: PrismaPg): PrismaPg {
  const open = factory.connect.bind(factory);
  const openShadow = factory.connectToShadowDb.bind(factory);
  factory.connect = async () => readCharacters(await open());
  factory.connectToShadowDb = async () => readCharacters(await openShadow());
  return factory;
}

const CHARACTER_COLUMNS: ReadonlySet<string> = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

function readCharacters<A extends SqlDriverAdapter>(adapter: A): A {
  const query = adapter.queryRaw.bind(adapter);
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  adapter.queryRaw = async (request) => {
    const sql = request.sql
      .replace('constr.contype AS', 'constr.contype::text AS')
      .replace(/con\.(confdeltype|confupdtype)/g, 'con.$1::text as $1')
      .replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')");
    const result = await query({ ...request, sql });
    if (sql === request.sql) return result;
    const columnTypes = result.columnTypes.map((type, index) =>
      CHARACTER_COLUMNS.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

let loaded: Promise<EngineModule> | undefined;

function loadEngine(): Promise<EngineModule> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<EngineModule> {
  // Where the engine leaves the reason when it gives up.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } });
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine = (await import(glue)) as EngineModule;
  const bytes = readFileSync(join(dirname(glue), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}
