import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ComparisonView } from '@/components/versions/comparison-view';
import { RedlineBody } from '@/components/versions/redline-body';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { compareLetters } from '@/lib/letter/compare/compare-letters';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { uniqueIdentities } from '@/lib/letter/schema/unique-identities';
import {
  doc,
  fig,
  figTable,
  h,
  letter,
  note,
  number,
  p,
  percentage,
  resolved,
  section,
  table,
  td,
  tr,
  uuid,
} from '@/tests/support/letters';

const [OLD, NEW, SHARE, TABLE] = [uuid(12), uuid(15), uuid(901), uuid(902)];
const ofRun = (figure: ResolvedFigure, runNumber: number): ResolvedFigure => ({ ...figure, source: { ...figure.source, runNumber } });
const share = (runId: string) => fig(SHARE, { runId, nodeId: 'share', format: { ...percentage, decimals: 2 } });
const FIGURES = [
  ofRun(resolved(SHARE, 'Saving as a share', number('0.053', percentage), OLD), 12),
  ofRun(resolved(SHARE, 'Saving as a share', number('0.0541', percentage), NEW), 15),
];
const BY_KEY = Object.fromEntries(FIGURES.map((figure) => [`${figure.figureId}@${figure.runId}`, figure]));
const named = (body: ProseNode) => uniqueIdentities(body, 'a');

function redline(before: ProseNode, after: ProseNode): string {
  return renderToStaticMarkup(<RedlineBody before={before} after={after} changes={compareBodies(before, after)} figures={BY_KEY} />);
}

/** The text of markup, with what was put in as +…+ and taken out as -…-. */
const read = (markup: string) =>
  markup
    .replace(/<ins[^>]*>/g, '+')
    .replace(/<\/ins>/g, '+')
    .replace(/<del[^>]*>/g, '-')
    .replace(/<\/del>/g, '-')
    .replace(/<[^>]+>/g, '');

describe('a redline on a page', () => {
  it('writes a figure of another run both ways, with the runs', () => {
    const body = (runId: string) => named(doc(p('The saving is ', share(runId), '.')));
    expect(read(redline(body(OLD), body(NEW)))).toBe('The saving is -5.30%- +5.41%+ run 12 → 15.');
  });

  it('draws footnotes open at their place, with what changed in them', () => {
    const before = named(doc(p('Yes', note('See Rule 18a-3.'), '.')));
    const after: ProseNode = JSON.parse(JSON.stringify(before).replace('See Rule 18a-3.', 'See also Rule 18a-3.'));
    expect(read(redline(before, after))).toBe('Yesnote See +also +Rule 18a-3..');
  });

  it('marks a row of a table that was put in', () => {
    const row = (id: string, text: string): ProseNode => ({ ...tr(td(text)), attrs: { id } });
    const body = (...rows: ProseNode[]) => named(doc({ ...table(...rows), attrs: { id: 't' } }));
    const markup = redline(body(row('r1', 'One')), body(row('r1', 'One'), row('r2', 'Two')));
    expect(markup).toMatch(/<tr><td><p>One<\/p><\/td><\/tr><tr class="redline-in" data-change="0" data-topics="tables"><td><p>Two/);
  });

  it('says in words what a block became', () => {
    const paragraph = named(doc(p('Heading')));
    const id = paragraph.content?.[0]?.attrs?.id;
    const heading = doc({ ...h(2, 'Heading'), attrs: { id, level: 2 } });
    expect(read(redline(paragraph, heading))).toBe('Paragraph → Heading 2 Heading');
  });

  it('says of a figure that is not published that it is not, and shows what stood there', () => {
    const body = named(doc(p('Saving ', fig(uuid(9), { valueAtInsertion: '42', nodeId: 'x' })), figTable(TABLE, { nodeId: 'y' })));
    expect(read(redline(body, body))).toContain('Saving 42');
    expect(read(redline(body, body))).toContain('not among the published figures');
  });
});

describe('two versions on a page', () => {
  const content = (runId: string, more: Partial<LetterContent> = {}) => ({
    ...letter(
      [
        section('introduction', 'Introduction', named(doc(p('The same.')))),
        section('question', 'Question 1', uniqueIdentities(doc(p('Saving: ', share(runId))), 'b'), {
          coverage: runId === OLD ? 'open' : 'answered',
        }),
      ],
      FIGURES.filter((figure) => figure.runId === runId),
      runId === OLD ? {} : { closing: 'Yours faithfully,' },
    ),
    ...more,
  });
  const [before, after] = [content(OLD), content(NEW)];
  const page = (showing: string | null = null) =>
    renderToStaticMarkup(
      <ComparisonView
        {...{ before, after, comparison: compareLetters(before, after) }}
        shownId={showing}
        showHref={(id) => `?show=${id}`}
      />,
    );

  it('begin with a line of what differs, and with the figures', () => {
    const text = read(page());
    expect(text).toContain('1 change of the text · 1 figure · 1 coverage · 1 part of the letterhead');
    expect(text.indexOf('5.30% → 5.41%, run 12 → 15')).toBeLessThan(text.indexOf('Closing'));
    expect(text).toContain('coverage: Open → Answered');
    expect(text).toContain('-Respectfully submitted,-+Yours faithfully,+');
  });

  it('fold what is the same until it is asked for', () => {
    expect(read(page())).toContain('1 section unchanged');
    expect(read(page())).not.toContain('The same.');
    expect(read(page(before.sections[0]?.id))).toContain('The same.');
  });

  it('are said to be the same where they are', () => {
    const markup = renderToStaticMarkup(
      <ComparisonView {...{ before, after: before, comparison: compareLetters(before, before) }} shownId={null} showHref={() => ''} />,
    );
    expect(read(markup)).toContain('Nothing differs');
  });
});
