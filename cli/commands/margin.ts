import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { parameterDefault, parameterProblem } from '@/lib/margin/methods/method';
import { METHODS } from '@/lib/margin/methods/method-registry';
import { nodeJson } from '@/lib/margin/report/node-json';
import { asOfDate, currencyCode } from '../margin-input';
import type { MarginSource } from '../margin-source';
import { printTree } from '../print-tree';
import type { SimmOptions } from '../simm-margin';

interface MarginOptions {
  readonly method: keyof typeof METHODS;
  readonly parameters?: string;
  readonly horizon: string;
  readonly resultCurrency?: string;
  readonly rate: Readonly<Record<string, string>>;
  readonly regulation: string;
  readonly input: string;
  readonly currency: string;
  readonly side: 'collect' | 'post';
  readonly asOf?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly batch?: string;
  readonly json?: boolean;
}

/** `margin`: one requirement of one input by one method, with the tree that explains it; or many selections of it. */
export function register(program: Command): void {
  program
    .command('margin')
    .description('one requirement by one method, with its tree')
    .addOption(new Option('--method <method>', 'how it is computed').choices(Object.keys(METHODS)).makeOptionMandatory())
    .requiredOption('--input <file>', 'a positions file or a CRIF')
    .option('--currency <code>', 'currency of the calculation', 'USD')
    .addOption(new Option('--side <side>', 'margin due to the firm, or from it').choices(['collect', 'post']).default('collect'))
    .option('--as-of <date>', "the date that maturities are counted from (default: the CRIF's valuation date, else today)")
    .option('--set <name=value>', 'a setting of the method; may be repeated', addSetting, {})
    .option('--batch <file>', 'JSON lines {id, select: [row ids], side?}: prints a JSON line {id, total} or {id, error} for each')
    .option('--parameters <pack>', "simm: the version's figures, as in docs/formats/simm-pack.md")
    .addOption(new Option('--horizon <days>', 'simm: 10 or 1').choices(['10', '1']).default('10'))
    .option('--regulation <name>', 'simm: worst, all, segregated, unsegregated or a regulation as in the file', 'worst')
    .option('--result-currency <code>', 'simm: currency of the amounts, where it is not that of the calculation')
    .option('--rate <code=dollars>', 'simm: US dollars for one unit of a currency; may be repeated', addSetting, {})
    .option('--json', 'print one JSON document')
    .action(runMargin);
}

async function runMargin(options: MarginOptions | (SimmOptions & { readonly method: 'simm' })): Promise<void> {
  if (options.method === 'simm') return (await import('../simm-margin')).runSimm(options);
  // read only where it is needed: SIMM starts without it
  const { openMarginSource } = await import('../margin-source');
  const notes: string[] = [];
  const given = options.asOf === undefined ? null : asOfDate(options.asOf, notes);
  const currency = currencyCode(options.currency);
  checkSettings(options.method, options.set);
  const request = { method: options.method, parameters: options.set, currency, side: options.side, asOf: given };
  const source = await openMarginSource(options.input, request, () => asOfDate(undefined, notes));
  if (options.batch !== undefined) return runBatch(source, options.batch, options.side);
  const { tree, total, warnings: found } = source.margin(options.side, null);
  const failures = failuresOf(tree);
  const warnings = [
    ...notes,
    ...source.warnings,
    ...found,
    ...failures.map(({ positionIds, message }) => `${positionIds.join(', ')}: ${message}`),
  ];
  if (options.json) {
    const head = {
      method: options.method,
      parameters: settingsOf(options.method, options.set),
      currency,
      side: options.side,
      asOf: source.asOf,
    };
    print(
      JSON.stringify(
        { ...head, total: total.toString(), complete: failures.length === 0, tree: nodeJson(tree), failures, warnings },
        null,
        2,
      ),
    );
    return;
  }
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  printTree(tree);
}

const SELECTION = z.object({
  id: z.union([z.string(), z.number()]),
  select: z.array(z.string()),
  side: z.enum(['collect', 'post']).optional(),
});

async function runBatch(source: MarginSource, path: string, side: 'collect' | 'post'): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    print(JSON.stringify(answer(source, line, side)));
  }
}

function answer(source: MarginSource, line: string, side: 'collect' | 'post'): Record<string, unknown> {
  const parsed = SELECTION.safeParse(jsonOf(line));
  if (!parsed.success) return { id: null, error: 'A line is a JSON object with id and select, a list of row ids.' };
  const { id, select } = parsed.data;
  const unknown = select.filter((rowId) => !source.ids.has(rowId));
  if (unknown.length > 0) return { id, error: `The input has no row ${unknown.slice(0, 5).join(', ')}.` };
  try {
    const { tree, total } = source.margin(parsed.data.side ?? side, new Set(select));
    const failures = failuresOf(tree);
    return { id, total: total.toString(), ...(failures.length === 0 ? {} : { failures }) };
  } catch (error) {
    if (error instanceof AppError) return { id, error: error.message };
    throw error;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function addSetting(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new AppError('INVALID_INPUT', `name=value is expected, not "${text}".`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function checkSettings(method: keyof typeof METHODS, given: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(given)) {
    const parameter = METHODS[method].parameters.find((candidate) => candidate.name === name);
    if (!parameter)
      throw new AppError(
        'INVALID_INPUT',
        `${method} has no setting "${name}"; it has ${METHODS[method].parameters.map((each) => each.name).join(', ')}.`,
      );
    const problem = parameterProblem(parameter, value);
    if (problem !== null) throw new AppError('INVALID_INPUT', `${name} ${problem}.`);
  }
}

function settingsOf(method: keyof typeof METHODS, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    METHODS[method].parameters.map((parameter) => [parameter.name, given[parameter.name] ?? parameterDefault(parameter)]),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
