import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '@/lib/core/hash';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';
import { createAnalysis } from '@/lib/services/analysis/create-analysis';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { createFramework } from '@/lib/services/framework/create-framework';
import { getFramework } from '@/lib/services/framework/get-framework';
import { listFrameworks } from '@/lib/services/framework/list-frameworks';
import { removeFramework } from '@/lib/services/framework/remove-framework';
import { updateFramework } from '@/lib/services/framework/update-framework';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { rateSwap, storePortfolio } from '@/tests/support/portfolio';

let database: TestDatabase;
let firm: TestFirm;
let risk: ServiceContext;
let legal: ServiceContext;
let counsel: ServiceContext;
let stranger: ServiceContext;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  [risk, legal, counsel] = [firm.ctxAs('risk'), firm.ctxAs('legal'), firm.ctxAs('outside-counsel')];
  stranger = (await makeFirm(database.db, 'Another Firm LLC')).ctxAs('risk');
});

const copy = (ctx = risk) => createFramework(ctx, { copyOf: 'cftc-account' });
const changed = (framework: Framework, changes: Partial<Framework>): Framework => ({ ...framework, ...changes });
const types = async () =>
  (await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } })).map(({ type }) => type);

describe('a copy of a framework', () => {
  it.each(BUILT_IN_FRAMEWORKS.map(({ id }) => id))('of %s passes the schema and differs in its key and name only', async (id) => {
    const { key } = await createFramework(risk, { copyOf: id });
    const source = BUILT_IN_FRAMEWORKS.find((one) => one.id === id);
    const { framework, own } = await getFramework(legal, { key });
    expect(framework).toEqual({ ...source, id: `${id}-2`, name: `${source?.name}, copy`, builtIn: false });
    expect(own).toMatchObject({ basedOn: id, createdBy: risk.actor.name });
  });

  it('gets a key that is free, and the built-in one stays', async () => {
    expect([(await copy()).key, (await copy()).key]).toEqual(['cftc-account-2', 'cftc-account-3']);
    expect((await createFramework(risk, { copyOf: 'cftc-account-3' })).key).toBe('cftc-account-4');
    expect((await listFrameworks(risk)).filter(({ builtIn }) => builtIn)).toEqual(BUILT_IN_FRAMEWORKS);
    expect(await types()).toEqual(['framework.created', 'framework.created', 'framework.created']);
  });

  it('is exported and imported as the same thing under another key', async () => {
    const { key } = await copy();
    const { framework } = await getFramework(risk, { key });
    const again = await createFramework(risk, { framework: JSON.parse(JSON.stringify(framework)) });
    expect((await getFramework(risk, { key: again.key })).framework).toEqual({ ...framework, id: again.key });
  });

  it('is changed with its place in the log, and not over what somebody else changed', async () => {
    const { key } = await copy();
    const { framework, contentHash: loaded } = await getFramework(risk, { key });
    const mine = changed(framework, { name: 'Ours' });
    const saved = await updateFramework(risk, { key, contentHash: loaded, framework: mine });
    expect(saved.contentHash).toBe(contentHash(mine));
    expect((await getFramework(risk, { key })).framework).toEqual(mine);
    await expect(
      updateFramework(risk, { key, contentHash: loaded, framework: changed(framework, { name: 'Theirs' }) }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { firmId: firm.firmId, type: 'framework.changed' } });
    expect(event.data).toMatchObject({ key, before: { contentHash: loaded }, after: { name: 'Ours', contentHash: saved.contentHash } });
    // saving the same again is no change
    await updateFramework(risk, { key, contentHash: saved.contentHash, framework: mine });
    expect((await types()).filter((type) => type === 'framework.changed')).toHaveLength(1);
  });

  it('with something wrong is refused with a sentence at its place, and stays as it was', async () => {
    const { key } = await copy();
    const { framework, contentHash: loaded } = await getFramework(risk, { key });
    const [leg] = framework.legs;
    const bad = changed(framework, {
      legs: [
        { ...leg!, threshold: { amount: 'much', citation: { paragraph: 'Set by the firm', standing: 'recalled' } } },
        { ...leg!, method: { id: 'schedule', parameters: { speed: 'high' } }, id: 'second' },
      ],
    });
    await expect(updateFramework(risk, { key, contentHash: loaded, framework: bad })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { 'legs.0.threshold.amount': expect.stringContaining('plain digits') } },
    });
    await expect(
      updateFramework(risk, { key, contentHash: loaded, framework: changed(framework, { id: 'another' }) }),
    ).rejects.toMatchObject({ details: { fields: { id: expect.stringContaining(key) } } });
    await expect(createFramework(risk, { framework: 'no framework' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await getFramework(risk, { key })).contentHash).toBe(loaded);
  });

  it('is removed only while no analysis names it', async () => {
    const { key } = await copy();
    const portfolioId = await storePortfolio(database.db, risk, [rateSwap('R-1', '1000000')]);
    await createAnalysis(risk, { name: 'Uses it', portfolioId, baseline: 'separate-regimes', alternatives: [key], parameters: {} });
    await expect(removeFramework(risk, { key })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Uses it') });
    expect((await getFramework(risk, { key })).analyses.map(({ name }) => name)).toEqual(['Uses it']);
    const unused = await copy();
    await removeFramework(risk, { key: unused.key });
    await expect(getFramework(risk, { key: unused.key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await types()).at(-1)).toBe('framework.removed');
  });
});

describe('who may', () => {
  it('change: risk, not legal; read: not outside counsel; nobody of another firm', async () => {
    const { key } = await copy();
    const { framework, contentHash: loaded } = await getFramework(legal, { key });
    const update = { key, contentHash: loaded, framework };
    await expect(copy(legal)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only risk and administrators make and change frameworks.',
    });
    await expect(updateFramework(legal, update)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(removeFramework(legal, { key })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listFrameworks(counsel)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(getFramework(stranger, { key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(updateFramework(stranger, update)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(removeFramework(stranger, { key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(createFramework(stranger, { copyOf: key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listFrameworks(stranger)).every(({ builtIn }) => builtIn)).toBe(true);
  });

  it('change a built-in one: nobody', async () => {
    const [builtIn] = BUILT_IN_FRAMEWORKS;
    await expect(updateFramework(risk, { key: builtIn!.id, contentHash: contentHash(builtIn), framework: builtIn })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(getFramework(risk, { key: 'Not A Key' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('name another firm’s framework in an analysis: nobody', async () => {
    const { key } = await copy();
    const portfolioId = await storePortfolio(database.db, stranger, [rateSwap('R-1', '1000000')]);
    await expect(
      createAnalysis(stranger, { name: 'Theirs', portfolioId, baseline: 'separate-regimes', alternatives: [key], parameters: {} }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { fields: { alternatives: expect.stringContaining(key) } } });
  });
});
