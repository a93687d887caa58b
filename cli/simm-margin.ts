import { createReadStream } from 'node:fs';
import { AppError } from '@/lib/core/errors';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { netCrif } from '@/lib/margin/methods/simm/net-crif';
import { SIMM_NOTICE } from '@/lib/margin/methods/simm/notice';
import type { SimmRequest, SimmResult } from '@/lib/margin/methods/simm/simm-margin';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { nodeJson } from '@/lib/margin/report/node-json';
import { isCrifFile, warningsOf } from './margin-input';
import { printTree } from './print-tree';
import { readSimmPackFile } from './simm-pack-file';
import { computeSimm, measuresJson, type SimmOptions, simmRequestOf } from './simm-request';

const LIMITS = { maxBytes: 8 * 1024 ** 3, maxRows: 50_000_000, maxColumns: 200, maxCellLength: 4096 };
const PIECE = 1024 * 1024;

/** `margin --method simm`: one requirement of a CRIF with its tree, or many selections of its rows. */
export async function runSimm(options: SimmOptions): Promise<void> {
  if (options.parameters === undefined)
    throw new AppError('INVALID_INPUT', 'SIMM needs --parameters, a pack of the version’s figures; none is part of this program.');
  if (!(await isCrifFile(options.input))) throw new AppError('INVALID_INPUT', `${options.input} is no CRIF, which SIMM is computed from.`);
  const parsed = await readSimmPackFile(options.parameters);
  if (!parsed.ok) {
    for (const sentence of parsed.failures) process.stderr.write(`${sentence}\n`);
    throw new AppError('INVALID_INPUT', `${options.parameters} is not a complete pack: see "parameters check".`);
  }
  process.stderr.write(`${SIMM_NOTICE}\n`);
  const { request, notes } = await simmRequestOf(options);
  if (options.batch !== undefined) return (await import('./simm-batch')).runSimmBatch(options, options.batch, parsed.value, request);
  const { netting, problems } = await netCrif(createReadStream(options.input, { highWaterMark: PIECE }), options.side, LIMITS);
  const warnings = [...notes, ...warningsOf(options.input, problems)];
  report(options, parsed.value, request, computeSimm(netting, parsed.value, request), warnings);
}

function report(options: SimmOptions, pack: SimmPack, request: SimmRequest, result: SimmResult, notes: readonly string[]): void {
  const { tree, total, measures, segregation } = result;
  const failures = failuresOf(tree);
  const warnings = [...notes, ...result.warnings, ...failures.map(({ positionIds, message }) => `${positionIds.join(', ')}: ${message}`)];
  if (!options.json) {
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    printTree(tree);
    return;
  }
  const document = {
    method: 'simm',
    parameters: { version: pack.version, effective: pack.effective, horizon: request.horizon, regulation: request.regulation },
    currency: request.resultCurrency,
    calculationCurrency: request.calculationCurrency,
    side: options.side,
    total: total.toString(),
    measures: measuresJson(measures),
    ...(segregation === null
      ? {}
      : { segregation: { segregated: segregation.segregated.toString(), unsegregated: segregation.unsegregated.toString() } }),
    complete: failures.length === 0,
    notice: SIMM_NOTICE,
    tree: nodeJson(tree),
    failures,
    warnings,
  };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
