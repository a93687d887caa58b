import { contentHash } from '@/lib/core/hash';
import { type FlatNode, flattenTree } from '@/lib/margin/impact/flatten-tree';
import type { AnalysisInput, AnalysisResult } from '@/lib/margin/impact/run-analysis';
import type { AnnexDescription, AnnexTree } from '@/lib/workbook/annex/annex-input';
import { annexWorkbook } from '@/lib/workbook/annex/annex-workbook';
import { writeWorkbook } from '@/lib/workbook/write/write-workbook';

/** The most amounts of one framework that the workbook lists; positions are not among them. */
const MOST_NODES = 2_000;

/** The workbook of an analysis that was computed here: inputs, parameters, requirement trees, bridges and adequacy. */
export function impactWorkbook(
  input: AnalysisInput,
  { report, trees }: AnalysisResult,
  { inputsHash, sources }: { readonly inputsHash: string; readonly sources: AnnexDescription['evidence'] },
): Uint8Array {
  const { baseline, alternatives, parameters } = input;
  const rows = Object.entries(trees).map(([framework, tree]) => ({ framework, rows: flattenTree(tree) }));
  return writeWorkbook(
    annexWorkbook({
      letter: null,
      notes: [],
      figures: [],
      runs: [
        {
          runId: '',
          analysis: report.portfolio.name,
          number: 0,
          engine: report.engine,
          inputsHash,
          resultHash: contentHash({ report, nodes: rows }),
          description: { evidence: sources, frameworks: [baseline, ...alternatives], parameters, parameterSets: [] },
          report,
          trees: report.frameworks.map(({ framework, name }): AnnexTree => {
            const all = rows.find((each) => each.framework === framework)?.rows ?? [];
            const nodes = shallowest(all);
            const role = framework === baseline.id ? 'baseline' : 'alternative';
            return { framework, name, role, nodes, leftOut: all.length - nodes.length };
          }),
        },
      ],
    }),
  );
}

/** Without positions, and where there are too many, without what lies deepest; parents stay before their children. */
function shallowest(all: readonly FlatNode[]): readonly FlatNode[] {
  const own = all.filter(({ level }) => level !== 'position');
  if (own.length <= MOST_NODES) return own;
  const depth = ({ path }: FlatNode) => path.split('/').length;
  const kept = new Set([...own].sort((a, b) => depth(a) - depth(b)).slice(0, MOST_NODES));
  return own.filter((node) => kept.has(node));
}
