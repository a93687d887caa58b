import { type Command, Option } from 'commander';
import { AppError } from '@/lib/core/errors';
import { METHOD_IDS, type MethodId } from '@/lib/margin/frameworks/framework';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { nodeJson } from '@/lib/margin/report/node-json';
import { asOfDate, currencyCode } from '../margin-input';
import { printTree } from '../print-tree';
import type { SimmOptions } from '../simm-request';

interface MarginOptions {
  readonly method: MethodId;
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
  readonly rates?: string;
  readonly ratesBase?: string;
  readonly pnl?: string;
  readonly external?: string;
}

/** Methods whose figures --parameters gives, beside SIMM. */
const SCANNING: ReadonlySet<string> = new Set(['scenario-scan']);

/** `margin`: one requirement of one input by one method, with the tree that explains it; or many selections of it. */
export function register(program: Command): void {
  program
    .command('margin')
    .description('one requirement by one method, with its tree')
    .addOption(new Option('--method <method>', 'how it is computed').choices(METHOD_IDS).makeOptionMandatory())
    .requiredOption('--input <file>', 'a positions file or a CRIF')
    .option('--currency <code>', 'currency of the calculation', 'USD')
    .addOption(new Option('--side <side>', 'margin due to the firm, or from it').choices(['collect', 'post']).default('collect'))
    .option('--as-of <date>', "the date that maturities are counted from (default: the CRIF's valuation date, else today)")
    .option('--set <name=value>', 'a setting of the method; may be repeated', addSetting, {})
    .option('--batch <file>', 'JSON lines {id, select: [row ids], side?}: prints a JSON line {id, total} or {id, error} for each')
    .option('--parameters <pack>', "simm: the version's figures (docs/formats/simm-pack.md, or ORE's XML); scenario-scan: the exchange's")
    .addOption(new Option('--horizon <days>', 'simm: 10 or 1').choices(['10', '1']).default('10'))
    .option('--regulation <name>', 'simm: worst, all, segregated, unsegregated or a regulation as in the file', 'worst')
    .option('--result-currency <code>', 'simm: currency of the amounts, where it is not that of the calculation')
    .option('--rate <code=dollars>', 'simm: US dollars for one unit of a currency; may be repeated', addSetting, {})
    .option('--rates <file>', 'FX rates, as in docs/formats/fx-rates.md')
    .option('--rates-base <code>', 'currency of the rates where their file names none (default: USD)')
    .option('--pnl <file>', 'historical-var: profit and loss of each position')
    .option('--external <file>', 'external: what was charged elsewhere')
    .option('--json', 'print one JSON document')
    .action(runMargin);
}

async function runMargin(options: MarginOptions | (SimmOptions & { readonly method: 'simm' })): Promise<void> {
  if (options.method === 'simm') return (await import('../simm-margin')).runSimm(options);
  // read only where it is needed: SIMM starts without it
  const [{ openMarginSource }, { checkSettings, settingsOf }] = await Promise.all([
    import('../margin-source'),
    import('../method-settings'),
  ]);
  const notes: string[] = [];
  const given = options.asOf === undefined ? null : asOfDate(options.asOf, notes);
  const currency = currencyCode(options.currency);
  checkSettings(options.method, options.set);
  const { rates, ratesBase, pnl, external } = options;
  const scanParameters = SCANNING.has(options.method) ? options.parameters : undefined;
  const files = { rates, ratesBase, pnl, external, scanParameters };
  const request = { method: options.method, parameters: options.set, currency, side: options.side, asOf: given, files };
  const source = await openMarginSource(options.input, request, () => asOfDate(undefined, notes));
  if (options.batch !== undefined) return (await import('../margin-batch')).runMarginBatch(source, options.batch, options.side);
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

function addSetting(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new AppError('INVALID_INPUT', `name=value is expected, not "${text}".`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
