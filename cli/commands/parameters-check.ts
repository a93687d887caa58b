import type { Command } from 'commander';
import { EXIT } from '../exit-code';
import { readSimmPackFile } from '../simm-pack-file';

/** `parameters check`: whether a parameter pack is complete and in range; each figure that is not, in a sentence. */
export function register(parent: Command): void {
  parent
    .command('check')
    .description('completeness of a parameter pack of SIMM')
    .argument('<pack>', 'a JSON file as in docs/formats/simm-pack.md, or ORE’s XML calibration')
    .option('--json', 'print one JSON document')
    .action(async (path: string, { json }: { readonly json?: boolean }) => {
      const pack = await readSimmPackFile(path);
      if (!pack.ok) process.exitCode = EXIT.no;
      if (json) {
        const found = pack.ok ? { complete: true, ...headOf(pack.value), problems: [] } : { complete: false, problems: pack.failures };
        process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
        return;
      }
      const lines = pack.ok
        ? [
            `${path} is complete: version ${pack.value.version}, ${pack.value.numbers.size} figures, ${pack.value.currencyLists.size} lists of currencies.`,
          ]
        : [
            ...pack.failures,
            `${path} is not complete: ${pack.failures.length} ${pack.failures.length === 1 ? 'place' : 'places'} to mend.`,
          ];
      for (const line of lines) process.stdout.write(`${line}\n`);
    });
}

type Pack = Extract<Awaited<ReturnType<typeof readSimmPackFile>>, { readonly ok: true }>['value'];

function headOf({ version, effective, verification, numbers, currencyLists }: Pack) {
  return { version, effective, verification, figures: numbers.size, currencyLists: currencyLists.size };
}
