import { canonicalJson } from '@/lib/core/canonical-json';
import { contentHash } from '@/lib/core/hash';
import { citedSourceIds } from '@/lib/letter/citations/cited-source-ids';
import type { Source } from '@/lib/letter/citations/source';
import { bindingsOf, figureKey } from '@/lib/letter/figures/collect-figures';
import type { FigureBinding, FigureValue } from '@/lib/letter/figures/figure';
import type { Coverage, LetterSection, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import { IDENTITY_ATTRIBUTES } from '@/lib/letter/schema/identity-attributes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** A bound figure as a signer saw it. `value` is null where risk has not published the figure from that run. */
export interface SignedFigure extends FigureBinding {
  readonly name: string;
  readonly runNumber: number | null;
  readonly value: FigureValue | null;
  /** whether the figure or its run must no longer be relied on */
  readonly withdrawn: boolean;
}

/** All that a signature on a section binds: what it says, the values of the figures in it, and what it cites. */
export interface SignedContent {
  readonly title: string;
  readonly kind: SectionKind;
  readonly question: QuotedQuestion | null;
  readonly coverage: Coverage;
  readonly body: ProseNode;
  /** keyed "figureId@runId" */
  readonly figures: Readonly<Record<string, SignedFigure>>;
  /** by their ids; absent where it cites none */
  readonly sources?: Readonly<Record<string, Source>>;
}

/**
 * The content of a section with those of the given figures that are bound in it, and those of the sources that it cites; a binding without a
 * published value is there too, with no value.
 */
export function signedContentOf(
  section: LetterSection,
  figures: Readonly<Record<string, SignedFigure>>,
  sources: readonly Source[] = [],
): SignedContent {
  const { title, kind, question, coverage, body } = section;
  const bound: Record<string, SignedFigure> = {};
  for (const { figureId, runId, path } of bindingsOf(body)) {
    const key = figureKey({ figureId, runId });
    bound[key] = figures[key] ?? { figureId, runId, path, name: 'Unpublished figure', runNumber: null, value: null, withdrawn: false };
  }
  const ids = new Set(citedSourceIds([section]));
  const cited = Object.fromEntries(sources.flatMap((source) => (ids.has(source.id) ? [[source.id, source] as const] : [])));
  return { title, kind, question, coverage, body, figures: bound, ...(ids.size > 0 ? { sources: cited } : {}) };
}

/**
 * What a signature binds, as a hash. The names of nodes are no part of it, nor what a figure showed when it was put in: the same words, marks,
 * structure and figures give the same hash, whoever typed them and how often.
 */
export function signedHash(content: SignedContent): string {
  return contentHash({ ...content, body: printed(content.body) });
}

const NOT_PRINTED: ReadonlySet<string> = new Set([...IDENTITY_ATTRIBUTES, 'valueAtInsertion']);

function printed(node: ProseNode): ProseNode {
  const attrs = Object.entries(node.attrs ?? {}).filter(([name, value]) => !NOT_PRINTED.has(name) && value !== null && value !== undefined);
  const marks = (node.marks ?? []).toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  const content: ProseNode[] = [];
  for (const child of (node.content ?? []).map(printed)) {
    const last = content.at(-1);
    const joins =
      last?.text !== undefined && child.text !== undefined && canonicalJson(last.marks ?? []) === canonicalJson(child.marks ?? []);
    if (joins) content.splice(-1, 1, { ...last, text: `${last.text}${child.text}` });
    else content.push(child);
  }
  return {
    type: node.type,
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}
