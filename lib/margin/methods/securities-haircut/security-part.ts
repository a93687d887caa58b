import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildNode, buildSum, leafNode, numberInput, slug } from '../build-node';
import { haircutRule } from '../cite';
import type { MarginNode, NodeInput } from '../margin-node';
import { categoryDeduction, GOVERNMENT_DEALER_FIGURE, governmentCategory, type NetSubcategory, plainDeduction } from './paragraph-a';
import { FREE_SHARE_FIGURE, OTHER_SECURITIES_FIGURE, otherSecuritiesDeduction } from './paragraph-j';
import { NO_MARKET_FIGURE } from './paragraph-k';
import type { Part } from './part';
import { lineDeduction, openValue, type Paragraph, type SecurityLine } from './security-line';

const LABELS: Readonly<Record<Paragraph, string>> = {
  A: 'Governments and agencies',
  B: 'Municipal securities',
  C: 'Canadian governments',
  D: 'Funds',
  E: 'Commercial paper and certificates of deposit',
  F: 'Nonconvertible debt',
  H: 'Preferred stock',
  J: 'Equities and other securities',
  K: 'Securities with a limited market',
  vii: 'Securities without a ready market',
};

const MINIMAL =
  'Where the row does not state a credit risk, the issue is taken to carry minimal credit risk and not to be in default or traded flat.';
const ASSUMPTIONS: Readonly<Record<Paragraph, readonly string[]>> = {
  A: [],
  B: [MINIMAL],
  C: [
    'The categories and offsets of (A)(1) are read as part of the percentages "the same as in paragraph (A)"; Canadian governments do not offset others.',
  ],
  D: [],
  E: [MINIMAL],
  F: [MINIMAL, 'Each issue has a fixed rate and maturity.'],
  H: [MINIMAL, 'Each issue is cumulative, nonconvertible and ranks first; the positions file does not say.'],
  J: [
    'Long and short are summed over all securities of the paragraph; the text nets none of them first.',
    'Equity swaps count with their notional beside equities by (P)(2). A swap on an index is read as a security of this paragraph.',
  ],
  K: [],
  vii: [],
};

/** What of a paragraph (A) deduction stays, and how its subcategories are set against each other. */
export interface GovernmentTerms {
  readonly bySubcategory: boolean;
  readonly dealer: boolean;
}

/** Paragraphs that are computed as (A) is, by category. */
const BY_CATEGORY: ReadonlySet<Paragraph> = new Set(['A', 'C']);

/** The part of one paragraph: its buckets by the paragraph's own way of setting long against short. Lines are in order of id. */
export function securityPart(
  paragraph: Paragraph,
  lines: readonly SecurityLine[],
  setPath: string,
  currency: string,
  terms: GovernmentTerms,
): Part {
  const path = `${setPath}/paragraph-${paragraph.toLowerCase()}`;
  const buckets = new Map<string, SecurityLine[]>();
  for (const line of lines) {
    const key = BY_CATEGORY.has(paragraph) ? `category-${governmentCategory(line.band)}` : line.band;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(line);
    else buckets.set(key, [line]);
  }
  const parts = [...buckets.keys()].sort().map((key) => bucketPart(paragraph, key, buckets.get(key) ?? [], path, currency, terms));
  const node = buildSum({
    path,
    label: LABELS[paragraph],
    level: 'class',
    citations: citationsOf(paragraph),
    parameters: paragraph === 'A' && terms.dealer ? [GOVERNMENT_DEALER_FIGURE] : [],
    assumptions: [...ASSUMPTIONS[paragraph], ...(paragraph === 'A' ? governmentReadings(lines, terms) : [])],
    children: parts.map((part) => part.node),
  });
  return { node, shares: parts.flatMap((part) => part.shares) };
}

interface Aggregate {
  readonly amount: Decimal;
  readonly label: string;
  readonly formula: string;
  readonly inputs: readonly NodeInput[];
  readonly parameters: MarginNode['parameters'];
}

function citationsOf(paragraph: Paragraph) {
  return paragraph === 'vii' && NO_MARKET_FIGURE.citation !== null ? [NO_MARKET_FIGURE.citation] : [haircutRule(`(${paragraph})`)];
}

function governmentReadings(lines: readonly SecurityLine[], { bySubcategory }: GovernmentTerms): string[] {
  return [
    ...(bySubcategory ? ['By the election of (A)(2) subcategories are not set against each other.'] : []),
    ...(lines.some((line) => line.resolved.position.product === 'treasury_future')
      ? [
          'Deliverable governments stand in for futures at their contract value, (A)(4). What Appendix B asks of the futures themselves is not computed.',
        ]
      : []),
  ];
}

function bucketPart(
  paragraph: Paragraph,
  key: string,
  lines: readonly SecurityLine[],
  parentPath: string,
  currency: string,
  terms: GovernmentTerms,
): Part {
  const aggregate = aggregateOf(paragraph, key, lines, currency, terms);
  const path = `${parentPath}/${key}`;
  const node = buildNode({
    path,
    level: 'bucket',
    citations: citationsOf(paragraph),
    ...aggregate,
    children: lines.map((line) => lineNode(line, path, currency)),
  });
  const shares = allocate(aggregate.amount, lines.map(lineDeduction));
  return { node, shares: lines.map((line, i) => [line.id, shares[i] ?? aggregate.amount] as const) };
}

function aggregateOf(
  paragraph: Paragraph,
  key: string,
  lines: readonly SecurityLine[],
  currency: string,
  terms: GovernmentTerms,
): Aggregate {
  const long = openValue(lines, true);
  const short = openValue(lines, false);
  const sides = [numberInput('long', long, currency), numberInput('short', short, currency)];
  if (BY_CATEGORY.has(paragraph)) return governmentAggregate(key, lines, currency, terms);
  if (paragraph === 'K' || paragraph === 'vii') return bothSides(paragraph, lines, sides);
  if (paragraph === 'J') {
    const { greater, excess, deduction } = otherSecuritiesDeduction(long, short);
    return {
      amount: deduction,
      label: 'All positions',
      formula: 'haircut.J: 15 % × greater side + 15 % × (lesser side − 25 % × greater side, at least 0)',
      inputs: [...sides, numberInput('greater side', greater, currency), numberInput('excess of the lesser side', excess, currency)],
      parameters: [OTHER_SECURITIES_FIGURE, FREE_SHARE_FIGURE],
    };
  }
  const [first] = lines;
  const greater = long.gte(short) ? long : short;
  return {
    amount: first ? greater.times(first.rate) : greater,
    label: first?.bandLabel || 'All positions',
    formula: `haircut.${paragraph}: percentage × greater of long and short`,
    inputs: sides,
    parameters: first ? [first.reference] : [],
  };
}

/** (K)(ii), (vii): long and short positions each in full. */
function bothSides(paragraph: Paragraph, lines: readonly SecurityLine[], sides: readonly NodeInput[]): Aggregate {
  const [first] = lines;
  return {
    amount: sumDecimals(lines.map(lineDeduction)),
    label: 'All positions',
    formula: `haircut.${paragraph}: percentage × long + percentage × short`,
    inputs: sides,
    parameters: first ? [first.reference] : [],
  };
}

function governmentAggregate(key: string, lines: readonly SecurityLine[], currency: string, { bySubcategory }: GovernmentTerms): Aggregate {
  const bands = new Map<string, SecurityLine[]>();
  for (const line of lines) {
    const members = bands.get(line.band);
    if (members) members.push(line);
    else bands.set(line.band, [line]);
  }
  const subcategories: NetSubcategory[] = [];
  const inputs: NodeInput[] = [];
  const parameters: MarginNode['parameters'][number][] = [];
  for (const members of bands.values()) {
    const [first] = members;
    if (!first) continue;
    const net = sumDecimals([openValue(members, true), openValue(members, false).neg()]);
    subcategories.push({ net, rate: first.rate });
    inputs.push(numberInput(`net position, ${first.bandLabel}`, net, currency));
    parameters.push(first.reference);
  }
  const { long, short, deduction } = categoryDeduction(subcategories);
  return {
    amount: bySubcategory ? plainDeduction(subcategories) : deduction,
    label: `Category ${key.replace('category-', '')}`,
    formula: bySubcategory
      ? 'haircut.A2: long deductions + short deductions'
      : 'haircut.A: |long deductions − short deductions| + 50 % × the lesser',
    inputs: [...inputs, numberInput('deductions on net long', long, currency), numberInput('deductions on net short', short, currency)],
    parameters,
  };
}

function lineNode(line: SecurityLine, parentPath: string, currency: string): MarginNode {
  const { open } = line;
  return leafNode('position', lineDeduction(line), () => {
    const swap = line.citations.length > 0 && line.resolved.position.product.endsWith('swap');
    return {
      path: `${parentPath}/${slug(line.id)}`,
      label: line.id,
      formula: `haircut.own: ${swap ? 'notional' : 'market value'} × percentage, before long and short are set against each other`,
      citations: line.citations,
      parameters: [line.reference],
      inputs: [
        { name: 'side', value: line.long ? 'long' : 'short' },
        numberInput(swap ? 'notional' : 'market value', line.value, currency),
        ...(open.eq(line.value) ? [] : [numberInput('part not set against another position or exempted', open, currency)]),
      ],
    };
  });
}
