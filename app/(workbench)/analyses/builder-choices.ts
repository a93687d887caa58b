import type { FrameworkChoice } from '@/components/margin/framework-options';
import type { ParameterSetChoice } from '@/components/margin/run-settings';
import { legNeeds } from '@/lib/margin/evidence/framework-needs';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { listFrameworks } from '@/lib/services/framework/list-frameworks';
import { listParameterSets } from '@/lib/services/parameters/list-parameter-sets';
import type { ParameterKind } from '@/lib/services/parameters/parameter-kind';
import { heldKinds } from '@/lib/services/portfolio/held-kinds';
import { listPortfolios } from '@/lib/services/portfolio/list-portfolios';

/** What the builder offers a member: the firm's portfolios, frameworks with what each needs, and parameter sets. A withdrawn set is offered only where `named` has it. */
export async function builderChoices(ctx: ServiceContext, named: readonly (string | null)[] = []) {
  const [portfolios, held, known, sets] = await Promise.all([
    listPortfolios(ctx),
    heldKinds(ctx),
    listFrameworks(ctx),
    listParameterSets(ctx),
  ]);
  const frameworks = known.map((framework): FrameworkChoice => {
    const { id, name, description, builtIn, constraints } = framework;
    return { id, name, description, builtIn, constraints, needs: legNeeds(framework) };
  });
  const choices = (kind: ParameterKind): ParameterSetChoice[] =>
    sets
      .filter((set) => set.kind === kind && (set.withdrawn === null || named.includes(set.id)))
      .map(({ id, name, version, unusable }) => ({ id, label: name.includes(version) ? name : `${name} (${version})`, unusable }));
  return { portfolios, held, frameworks, simmPacks: choices('simm'), scanParameters: choices('scan') };
}
