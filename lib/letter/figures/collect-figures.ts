import type { LetterSection } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';
import { textAttribute, walkProse } from '../walk-prose';
import type { FigureBinding, FigureFormat, FigureKind } from './figure';

/** A place in a text where a figure is bound. */
export interface TextBinding extends FigureBinding {
  readonly nodeId: string | null;
  readonly kind: FigureKind;
  /** The format chosen in the text; null where the published one holds. */
  readonly format: FigureFormat | null;
  /** Raw decimal string that stood there when it was inserted or accepted; null for tables and charts. */
  readonly valueAtInsertion: string | null;
}

export interface BoundFigure extends TextBinding {
  readonly sectionId: string;
}

const KINDS: Readonly<Record<string, FigureKind>> = { figureNumber: 'number', figureTable: 'table', figureChart: 'chart' };

/** All figures bound in a letter's sections, those inside footnotes and table cells included, in reading order. */
export function boundFigures(sections: readonly Pick<LetterSection, 'id' | 'body'>[]): readonly BoundFigure[] {
  return sections.flatMap((section) => bindingsOf(section.body).map((binding) => ({ ...binding, sectionId: section.id })));
}

/** The figures bound in one text. A node without figure or run is bound to nothing and is left out. */
export function bindingsOf(body: ProseNode): readonly TextBinding[] {
  const found: TextBinding[] = [];
  for (const node of walkProse(body)) {
    const kind = KINDS[node.type];
    const figureId = textAttribute(node, 'figureId');
    const runId = textAttribute(node, 'runId');
    if (kind === undefined || figureId === null || runId === null) continue;
    found.push({
      kind,
      figureId,
      runId,
      path: textAttribute(node, 'path') ?? '',
      nodeId: textAttribute(node, 'nodeId') ?? textAttribute(node, 'id'),
      format: formatAttribute(node),
      valueAtInsertion: textAttribute(node, 'valueAtInsertion'),
    });
  }
  return found;
}

/** The key under which a letter holds the value of a binding. */
export function figureKey(binding: Pick<FigureBinding, 'figureId' | 'runId'>): string {
  return `${binding.figureId}@${binding.runId}`;
}

/** The format a figure node carries; null where it has none or one that cannot be applied. */
export function formatAttribute(node: ProseNode): FigureFormat | null {
  const format = node.attrs?.format;
  if (typeof format !== 'object' || format === null) return null;
  const { style, currency, scale, decimals } = format as Partial<FigureFormat>;
  const known =
    (style === 'money' || style === 'percent' || style === 'count') &&
    (scale === 'units' || scale === 'thousands' || scale === 'millions' || scale === 'billions') &&
    typeof decimals === 'number' &&
    Number.isInteger(decimals) &&
    decimals >= 0 &&
    decimals <= 20;
  return known ? { style, scale, decimals, currency: typeof currency === 'string' ? currency : null } : null;
}
