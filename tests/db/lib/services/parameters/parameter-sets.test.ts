import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { confirmLicence } from '@/lib/services/parameters/confirm-licence';
import { listParameterSets } from '@/lib/services/parameters/list-parameter-sets';
import { loadParameterSet } from '@/lib/services/parameters/load-parameter-set';
import { LICENCE_STATEMENT } from '@/lib/services/parameters/parameter-kind';
import { otherSimmPacks, usableParameterSet } from '@/lib/services/parameters/usable-parameter-set';
import { withdrawParameterSet } from '@/lib/services/parameters/withdraw-parameter-set';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { scanFile } from '@/tests/support/scan-file';
import { syntheticCalibration } from '@/tests/support/synthetic-calibration';
import { syntheticPackJson } from '@/tests/support/synthetic-simm-pack';

let database: TestDatabase;
let firm: TestFirm;
let administrator: ServiceContext;
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
  [administrator, risk, legal, counsel] = [
    firm.ctxAs('administrator'),
    firm.ctxAs('risk'),
    firm.ctxAs('legal'),
    firm.ctxAs('outside-counsel'),
  ];
  stranger = (await makeFirm(database.db, 'Another Firm LLC')).ctxAs('administrator');
});

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const load = (value: unknown, name = '', ctx = administrator) =>
  loadParameterSet(ctx, { kind: 'simm', fileName: 'pack.json', name, bytes: bytes(value) });
const confirm = (id: string, ctx = administrator) => confirmLicence(ctx, { parameterSetId: id, statement: LICENCE_STATEMENT });
const events = async () =>
  (await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } })).map(
    ({ type, actorId, data }) => ({
      type,
      actorId,
      data,
    }),
  );

describe('a SIMM pack', () => {
  it('is loaded whole, says that it is complete, and stands in the log with its hashes', async () => {
    const { id, size } = await load(syntheticPackJson());
    expect(size).toMatch(/^\d,\d{3} figures$/);
    const [set] = await listParameterSets(risk);
    expect(set).toMatchObject({ id, kind: 'simm', name: 'SIMM invented', version: 'invented', size, problems: [], licence: null });
    expect(await events()).toEqual([
      {
        type: 'parameters.loaded',
        actorId: administrator.actor.memberId,
        data: {
          kind: 'simm',
          name: 'SIMM invented',
          version: 'invented',
          contentHash: set?.contentHash,
          fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('with a figure missing is refused with a sentence for each place, and nothing is kept of it', async () => {
    const bad = syntheticPackJson({ 'FX/RiskWeights/Vega/10d': null, 'FX/RiskWeights/Vega/1d': '-1' });
    await expect(load(bad)).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      message: 'The file was not loaded: 2 things are wrong with it.',
      details: {
        problems: [
          'FX/RiskWeights/Vega/10d is missing: a risk weight is expected.',
          'FX/RiskWeights/Vega/1d is -1: a risk weight is not negative.',
        ],
      },
    });
    await expect(load('{ "version": ')).rejects.toMatchObject({ details: { problems: ['The file is not JSON. It may be cut off.'] } });
    await expect(load('<?xml version="1.0"?><Nothing/>')).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
    expect(await listParameterSets(risk)).toEqual([]);
    expect(await database.db.storedFile.count({ where: { firmId: firm.firmId } })).toBe(0);
    expect(await events()).toEqual([]);
  });

  it('is not loaded twice', async () => {
    await load(syntheticPackJson(), 'Ours');
    await expect(load(syntheticPackJson(), 'Ours again')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'These figures are loaded already, as “Ours”.',
    });
  });

  it('is used by nothing before an administrator confirms the licence in the words of the page, once', async () => {
    const { id } = await load(syntheticPackJson());
    await expect(usableParameterSet(database.db, firm.firmId, 'simm', id)).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('Nobody has confirmed'),
    });
    await expect(confirmLicence(administrator, { parameterSetId: id, statement: 'yes' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(confirm(id, risk)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await confirm(id);
    await expect(confirm(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await usableParameterSet(database.db, firm.firmId, 'simm', id)).toMatchObject({ id, version: 'invented' });
    expect((await listParameterSets(legal))[0]).toMatchObject({
      licence: { at: TEST_NOW.toISOString(), by: administrator.actor.name },
      unusable: null,
    });
    expect((await events()).at(-1)).toMatchObject({ type: 'parameters.licence-confirmed', data: { statement: LICENCE_STATEMENT } });
  });

  it('that is withdrawn is used by no further run, stays listed with the reason, and can be loaded again', async () => {
    const { id } = await load(syntheticPackJson());
    await confirm(id);
    await expect(withdrawParameterSet(risk, { parameterSetId: id, reason: 'old' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(withdrawParameterSet(administrator, { parameterSetId: id, reason: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await withdrawParameterSet(administrator, { parameterSetId: id, reason: 'Superseded.' });
    await expect(usableParameterSet(database.db, firm.firmId, 'simm', id)).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: 'The parameter set “SIMM invented” was withdrawn. Choose another.',
    });
    await expect(withdrawParameterSet(administrator, { parameterSetId: id, reason: 'again' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await listParameterSets(risk))[0]).toMatchObject({ withdrawn: { reason: 'Superseded.', by: administrator.actor.name } });
    await expect(load(syntheticPackJson())).resolves.toMatchObject({ size: expect.any(String) });
  });

  it('beside which others are confirmed gives those for the sensitivity to the pack', async () => {
    const first = await load(syntheticPackJson(), 'First');
    const second = await load(syntheticPackJson({ 'FX/RiskWeights/Vega/10d': '3' }), 'Second');
    await load(syntheticPackJson({ 'FX/RiskWeights/Vega/10d': '4' }), 'Not confirmed');
    await confirm(first.id);
    await confirm(second.id);
    expect((await otherSimmPacks(database.db, firm.firmId, first.id)).map(({ name }) => name)).toEqual(['Second']);
  });
});

describe('other files', () => {
  it('of ORE’s calibration are read as the pack that they hold', async () => {
    const { size } = await load(syntheticCalibration());
    expect((await listParameterSets(risk))[0]).toMatchObject({ version: 'invented', effective: '2030-01-31', size, problems: [] });
  });

  it('of scan parameters need no licence, and are used at once', async () => {
    const scan = (value: unknown) =>
      loadParameterSet(administrator, { kind: 'scan', fileName: 'scan.json', name: '', bytes: bytes(value) });
    const { id, size } = await scan(scanFile());
    expect(size).toBe('1 combined commodity');
    await expect(confirm(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await usableParameterSet(database.db, firm.firmId, 'scan', id)).toMatchObject({ id });
    // a set of one kind is no set of another
    await expect(usableParameterSet(database.db, firm.firmId, 'simm', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(scan(scanFile({ priceScanRange: '0' }))).rejects.toMatchObject({
      details: { problems: ['commodities/0/priceScanRange: the figure is above 0.'] },
    });
  });
});

describe('who may', () => {
  it('load: administrators; read: members; nobody of another firm anything', async () => {
    await expect(load(syntheticPackJson(), '', risk)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only administrators load parameter sets.',
    });
    const { id } = await load(syntheticPackJson());
    await expect(listParameterSets(counsel)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await listParameterSets(stranger)).toEqual([]);
    await expect(confirm(id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdrawParameterSet(stranger, { parameterSetId: id, reason: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(usableParameterSet(database.db, stranger.actor.firmId, 'simm', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
