import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDb } from '@/lib/db/client';
import { log } from '@/lib/http/log';
import { ROLES, type Role } from '@/lib/policies/actor';
import { SECTION_STATES, type SectionState } from '@/lib/review/section-state';
import { closeAnnouncements } from '@/lib/services/live/announcements';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { type Act, allows, type Call, type Handler, LETTERS } from './act';
import { ACTS } from './acts';
import { tableText } from './table-text';
import { makeWorld, type World } from './world';

/** What needs no sign-in, and what next-auth answers: tested with what they do, because no role has a say in them. */
const PUBLIC = ['GET /api/health', 'POST /api/setup', 'POST /api/invitations/accept', 'POST /api/invitations/reset'];
const ORIGIN = 'http://localhost:4799';

let database: TestDatabase;
let world: World;
let cookies: Record<Role, string>;
let foreign: Record<Role, string>;

beforeAll(async () => {
  log.level = 'silent';
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  world = await makeWorld(database.db);
  const all = async (firm: World['firm']) =>
    Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await firm.cookieAs(role)]))) as Record<Role, string>;
  [cookies, foreign] = [await all(world.firm), await all(world.other)];
});
afterAll(async () => {
  await closeAnnouncements();
  await closeDb();
  await database.drop();
});

async function ask(act: Act, call: Call, cookie: string): Promise<number> {
  const [method = ''] = act.route.split(' ');
  const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
  const body = call.file ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const type: Record<string, string> =
    body === undefined ? {} : { 'content-type': call.file === undefined ? 'application/json' : 'text/plain' };
  const stop = new AbortController();
  const request = new Request(`${ORIGIN}/api/anything${query}`, {
    method,
    headers: { host: 'localhost:4799', origin: ORIGIN, cookie, ...type },
    body,
    signal: stop.signal,
  });
  await database.db.rateWindow.deleteMany();
  const response = await (act.handler as Handler)(request, { params: Promise.resolve((call.params ?? {}) as never) });
  await response.body?.cancel();
  stop.abort();
  return response.status;
}

/** What the answer says about the right: whatever else is wrong with a request is found after its right. */
function verdict(status: number): 'may' | 'may not' | 'not found' | 'failed' {
  if (status === 403) return 'may not';
  if (status === 404) return 'not found';
  return status === 401 || status >= 500 ? 'failed' : 'may';
}

async function putSection(state: SectionState): Promise<void> {
  await database.db.section.update({ where: { id: world.sectionId }, data: { state } });
}

describe('every cell of the policy table', () => {
  for (const act of ACTS) {
    const states = act.states ? SECTION_STATES : (['drafting'] as const);
    describe(`${act.does} (${act.route})`, () => {
      for (const state of states) {
        const row = act.states?.[state] ?? act.may;
        it.each(ROLES.map((role) => [role, allows(row, role)] as const))(`${act.states ? `${state}: ` : ''}%s: %s`, async (role, may) => {
          await putSection(state);
          const call = await act.call(world, role, state);
          await putSection(state);
          expect(verdict(await ask(act, call, cookies[role]))).toBe(may ? 'may' : act.hidden ? 'not found' : 'may not');
        });
      }

      it.each(act.ownFirmOnly ? [] : ROLES)('%s of another firm finds nothing', async (role) => {
        await putSection('drafting');
        const answer = verdict(await ask(act, await act.call(world, role, 'drafting'), foreign[role]));
        // who may not do it anywhere is told that, whatever the thing is
        expect(allows(act.may, role) ? answer : answer.replace('may not', 'not found')).toBe('not found');
      });
    });
  }
});

describe('the policy table', () => {
  it('has every route of the program', () => {
    const routes = routesOf(join(process.cwd(), 'app/api')).filter((route) => !route.includes('[...nextauth]'));
    expect([...new Set([...ACTS.map(({ route }) => route), ...PUBLIC])].sort()).toEqual(routes.sort());
  });

  it('leaves no way around it: there are no server actions', () => {
    expect(sourcesWith(/^\s*['"]use server['"]/m)).toEqual([]);
  });

  it('stands in docs/policies.md as it is tested', () => {
    const table = tableText(ACTS);
    console.log(
      `\n${Object.entries(LETTERS)
        .map(([role, letter]) => `${letter} ${role}`)
        .join(', ')}\n\n${table}`,
    );
    expect(readFileSync(join(process.cwd(), 'docs/policies.md'), 'utf8')).toContain(table);
  });
});

function routesOf(folder: string, path = '/api'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routesOf(join(folder, entry.name), `${path}/${entry.name}`);
    if (entry.name !== 'route.ts') return [];
    const source = readFileSync(join(folder, entry.name), 'utf8');
    return [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(([, method]) => `${method} ${path}`);
  });
}

function sourcesWith(pattern: RegExp): string[] {
  return ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && pattern.test(readFileSync(join(process.cwd(), folder, name), 'utf8')))
      .map((name) => `${folder}/${name}`),
  );
}
