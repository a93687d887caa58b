import type { Command } from 'commander';
import { AppError } from '@/lib/core/errors';
import { BUILT_IN_FRAMEWORKS, findFramework } from '@/lib/margin/frameworks/frameworks';
import { methodsOfLeg } from '@/lib/margin/frameworks/methods-of-leg';

/** `frameworks list` and `frameworks show`: the built-in frameworks as data, to be read, copied and edited. */
export function register(program: Command): void {
  const frameworks = program.command('frameworks').description('the built-in frameworks as data');
  frameworks
    .command('list', { isDefault: true })
    .description('their names, and what each would need that does not exist today')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) => {
      if (options.json) {
        const rows = BUILT_IN_FRAMEWORKS.map(({ id, name, description, effective, legs, constraints }) => ({
          id,
          name,
          description,
          effective,
          legs: legs.map((leg) => ({
            id: leg.id,
            label: leg.label,
            agency: leg.agency,
            methods: methodsOfLeg(leg).map((method) => method.id),
            arrangement: leg.arrangement?.kind ?? null,
            evidence: leg.scope.evidence ?? null,
          })),
          constraints,
        }));
        process.stdout.write(`${JSON.stringify({ frameworks: rows }, null, 2)}\n`);
        return;
      }
      for (const { id, name, description, effective, constraints } of BUILT_IN_FRAMEWORKS) {
        process.stdout.write(`${id}  ${name}${effective === null ? '' : `, since ${effective}`}\n    ${description}\n`);
        for (const constraint of constraints) process.stdout.write(`    - ${constraint}\n`);
      }
    });
  frameworks
    .command('show <name>')
    .description('one framework as JSON; a copy with another id can be given to impact --alternative')
    .option('--json', 'print JSON, which is the only form')
    .action((name: string) => {
      const framework = findFramework(name);
      if (!framework)
        throw new AppError(
          'NOT_FOUND',
          `There is no framework "${name}"; there are ${BUILT_IN_FRAMEWORKS.map(({ id }) => id).join(', ')}.`,
        );
      process.stdout.write(`${JSON.stringify(framework, null, 2)}\n`);
    });
}
