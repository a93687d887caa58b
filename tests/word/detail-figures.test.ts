import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import { publishableFigures } from '@/lib/letter/figures/publishable-figures';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { writeLetter } from '@/lib/word/write/write-letter';
import { detailedReport } from '@/tests/support/detailed-report';
import { doc, fig, figChart, figTable, letter, p, resolved, section, uuid } from '@/tests/support/letters';

const build = { kind: 'clean' as const, citeAction: () => null };
const PATIENCE = 900_000;
const words = (markup: string) => [...markup.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');

/** A letter that binds everything of a report that can be published. */
function everyFigure() {
  const report = detailedReport();
  const figures: ResolvedFigure[] = [];
  const blocks: ProseNode[] = [];
  publishableFigures(report).forEach(({ path, kind, name, format }, index) => {
    const found = resolveFigure(report, path, format);
    if (!found.ok) throw new Error(found.failures.join());
    const id = uuid(1000 + index);
    figures.push(resolved(id, name, found.value));
    if (kind === 'number') blocks.push(p(`${name}: `, fig(id), '.'));
    else blocks.push((kind === 'table' ? figTable : figChart)(id, { caption: name, nodeId: `n${index}` }));
  });
  return { content: letter([section('summary', 'Evidence', doc(...blocks))], figures), figures };
}

describe('every figure of a run in Word', () => {
  const { content, figures } = everyFigure();
  let bytes: Uint8Array;
  let parts: Record<string, Uint8Array>;
  let body: string;
  const chartOf = (name: string) => {
    const lines = figures.filter(({ value }) => value.kind === 'chart');
    return strFromU8(parts[`word/charts/chart${lines.findIndex((figure) => figure.name === name) + 1}.xml`]!);
  };
  beforeAll(async () => {
    bytes = await writeLetter(content, build);
    parts = unzipSync(bytes);
    body = strFromU8(parts['word/document.xml']!);
  });

  it('is valid Open XML', async () => expect(await validateOpenXml(bytes)).toEqual([]), PATIENCE);

  it('leaves no figure without its value', () => {
    expect(words(body)).not.toContain('[figure not available]');
    expect(figures.filter(({ value }) => value.kind === 'chart').length).toBeGreaterThan(8);
  });

  it('shades the pairs of a heat map by their size, and no other cell of any table', () => {
    const heat = [...body.matchAll(/<w:tc>(?:(?!<\/w:tc>).)*<w:shd [^>]*w:fill="([0-9A-F]{6})"(?:(?!<\/w:tc>).)*<\/w:tc>/gs)];
    expect(heat.map((match) => [words(match[0]).trim(), match[1]])).toEqual([
      ['16.4', '6DA6DE'],
      ['7.3', 'C2DAF3'],
      ['(0.3)', 'FDEBDA'],
      ['1.2', 'E3EEFA'],
      ['2.6', 'E3EEFA'],
      ['0.0', 'F2F3F5'],
      ['19.9', '6DA6DE'],
    ]);
  });

  it('joins a sensitivity as a native line and names the run’s own point', () => {
    const chart = chartOf('Sensitivity of One account: share of the offset that counts');
    expect(chart).toContain('<c:lineChart>');
    expect(chart).not.toContain('<c:barChart>');
    expect(chart).toContain('80.1 (this run)');
    expect(chart).toContain('<c:v>100 %</c:v>');
  });

  it('draws packs as columns, because nothing lies between them', () => {
    const chart = chartOf('Sensitivity of One account: parameter pack');
    expect(chart).toContain('<c:barChart>');
    expect(chart).not.toContain('<c:lineChart>');
  });

  it('draws losses as columns under a line of the requirement, with dates at the foot', () => {
    const chart = chartOf('Losses against the requirement, One account');
    expect(chart).toContain('<c:barChart>');
    expect(chart).toContain('<c:lineChart>');
    expect(chart).toContain('Loss above the requirement');
    expect(/<c:catAx>.*?<\/c:catAx>/s.exec(chart)?.[0]).toContain('<c:tickLblPos val="low"/>');
  });

  it('has the notice of a licensed model under each table and chart and once in the table of figures', () => {
    const said = words(body).split('A licensed model was used. Its notice stands here.').length - 1;
    const blocks = figures.filter(({ value }) => value.kind !== 'number').length;
    expect(said).toBe(blocks + 1);
  });

  it('says of which scenarios a back-test is', () => {
    expect(words(body)).toContain('positions as of June 30, 2026. 250 scenarios, 2025-07-16 to 2026-06-30; level 99.0%.');
  });
});
