import { describe, expect, it } from 'vitest';
import { numberLetter } from '@/lib/letter/numbering/number-letter';
import { redactContent } from '@/lib/letter/protection/redact-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import {
  doc,
  fig,
  figTable,
  h,
  letter,
  li,
  link,
  millions,
  note,
  number,
  p,
  resolved,
  section,
  table,
  td,
  text,
  tr,
  ul,
  uuid,
} from '@/tests/support/letters';

const confidential: ProseMark = { type: 'protectedText', attrs: { protection: 'confidential' } };
const privileged: ProseMark = { type: 'protectedText', attrs: { protection: 'privileged' } };
const held = (node: ProseNode, protection = 'confidential', id: string | null = null): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, ...(id === null ? {} : { id }), protection },
});
const one = (...blocks: ProseNode[]) => letter([section('discussion', 'Costs', doc(...blocks))]);
const wordsOf = (...blocks: ProseNode[]) => plainTextOf(redactContent(one(...blocks)).content.sections[0]!.body, { atomText: () => '#' });

describe('redacting', () => {
  const cases: [string, ProseNode[], string][] = [
    ['words in a sentence', [p('Our cost is ', text('ninety', confidential), ' a day.')], 'Our cost is [Redacted] a day.'],
    [
      'a run of several formats once',
      [p('a ', text('b', confidential, { type: 'bold' }), text('c', confidential), ' d')],
      'a [Redacted] d',
    ],
    ['the space that was marked with words', [p('a', text(' b ', confidential), 'd')], 'a [Redacted] d'],
    ['what is privileged too', [p('a ', text('b', privileged), '.')], 'a [Redacted].'],
    ['a figure between marked words', [p(text('b', confidential), fig(uuid(1)), text('c', confidential), ' d')], '[Redacted] d'],
    ['a figure that is marked by itself', [p('of ', held(fig(uuid(1))), ' d')], 'of [Redacted] d'],
    ['no figure beside marked words', [p(text('b', confidential), fig(uuid(1)), ' d')], '[Redacted]# d'],
    ['a paragraph', [held(p('all of it')), p('b')], '[Redacted]\nb'],
    ['a heading', [held(h(1, 'Names')), p('b')], '[Redacted]\nb'],
    ['a list as one paragraph', [held(ul(li('a'), li('b')))], '[Redacted]'],
    ['an item', [ul(li('a'), held(li('b', 'c')))], 'a\n[Redacted]'],
    ['a row cell by cell', [table(tr(td('a'), td('b')), held(tr(td('c'), td('d'))))], 'a\tb\n[Redacted]\t[Redacted]'],
    ['the note of a held paragraph, whose number stays', [held(p('a', note('b'), 'c'))], '[Redacted] [[Redacted]]'],
    ['a note', [p('a', held(note('b')), ' c')], 'a [[Redacted]] c'],
    ['words in a note', [p('a', note(p('see ', text('Acme', confidential))))], 'a [see [Redacted]]'],
    ['a note between marked words', [p(text('a', confidential), note('b'), text('c', confidential))], '[Redacted] [[Redacted]][Redacted]'],
    ['an empty paragraph by leaving it', [held(p()), p('b')], '\nb'],
    ['nothing where nothing is marked', [p('a', note('b'))], 'a [b]'],
  ];
  it.each(cases)('replaces %s', (_name, blocks, expected) => {
    expect(wordsOf(...blocks)).toBe(expected);
  });

  it('takes links, marks and attributes of what it replaces away', () => {
    const content = one(
      p({ ...link('Acme', 'https://acme.example/secret'), marks: [...link('a', 'https://acme.example/secret').marks!, confidential] }),
    );
    const json = JSON.stringify(redactContent(content).content);
    expect(json).not.toMatch(/acme|protect|confidential/i);
  });

  it('keeps the figures that are still bound, and no others', () => {
    const figures = [resolved(uuid(1), 'Saving', number('1')), resolved(uuid(2), 'Cost', number('2'))];
    const content = letter([section('discussion', 'Costs', doc(p(fig(uuid(1))), held(p(fig(uuid(2))))))], figures);
    expect(Object.values(redactContent(content).content.figures).map(({ name }) => name)).toEqual(['Saving']);
  });

  it('keeps the numbers of headings, exhibits and notes', () => {
    const content = one(
      held(h(1, 'Names')),
      h(1, 'Others'),
      held(figTable(uuid(3), { caption: 'By client', nodeId: 't1' })),
      figTable(uuid(3), { caption: 'By regime', nodeId: 't2' }),
      held(ul(li(p('a', note('b'))))),
      p('c', note('d')),
    );
    const [before, after] = [numberLetter(content), numberLetter(redactContent(content).content)];
    expect(after.exhibits.map(({ label }) => label)).toEqual(before.exhibits.map(({ label }) => label));
    expect(after.headings.map(({ number }) => number)).toEqual(before.headings.map(({ number }) => number));
    expect([...after.footnotes.values()]).toEqual([...before.footnotes.values()]);
    expect(JSON.stringify(redactContent(content).content)).not.toContain('By client');
  });

  it('says where it replaced what, in order', () => {
    const content = one(p(text('a', confidential), ' b'), held(p('c'), 'privileged', 'x'));
    expect(redactContent(content).redactions.map(({ what, protection, nodeId }) => [what, protection, nodeId])).toEqual([
      ['words', 'confidential', null],
      ['paragraph', 'privileged', 'x'],
    ]);
  });
});

describe('what stands open elsewhere', () => {
  const codes = (...blocks: ProseNode[]) => redactContent(one(...blocks)).findings.map(({ code }) => code);
  const secret = text('the fund of Acme lost money', confidential);

  it('is found as words of four or more, whatever their signs and capitals', () => {
    expect(codes(p(secret), p('In May, “The fund of Acme lost money.”'))).toEqual(['words-open-elsewhere']);
    expect(codes(p(text('the fund', confidential)), p('the fund'))).toEqual([]);
  });

  it('is found as a number, but no year', () => {
    expect(codes(p(text('USD 12.5', confidential)), p('It was 12.5 then.'))).toEqual(['number-open-elsewhere']);
    expect(codes(p(text('in 2024', confidential)), p('It was 2024 then.'))).toEqual([]);
  });

  it('is found as a figure, and as what a figure reads', () => {
    const figures = [resolved(uuid(1), 'Saving', number('132900000', millions))];
    const of = (...blocks: ProseNode[]) => redactContent(letter([section('discussion', 'Costs', doc(...blocks))], figures)).findings;
    const hidden = held(fig(uuid(1), { nodeId: 'a' }));
    expect(of(p('x', hidden), p('y', fig(uuid(1), { nodeId: 'b' }))).map(({ code }) => code)).toContain('figure-open-elsewhere');
    expect(of(p('x', hidden), p('We save $132.9 million.')).map(({ code }) => code)).toEqual(['number-open-elsewhere']);
  });

  it('never says what', () => {
    expect(JSON.stringify(redactContent(one(p(secret), p('the fund of Acme lost money'))).findings)).not.toMatch(/acme/i);
  });
});

describe('taking out what is privileged', () => {
  const left = (...blocks: ProseNode[]) => plainTextOf(withoutPrivileged(one(...blocks)).sections[0]!.body, { atomText: () => '#' });
  const cases: [string, ProseNode[], string][] = [
    ['words, with one of two spaces', [p('a ', text('b', privileged), ' c')], 'a c'],
    ['words at the beginning', [p(text('b', privileged), ' c')], 'c'],
    ['a paragraph of nothing else', [p(text('b', privileged)), p('c')], 'c'],
    ['a block', [held(p('b'), 'privileged'), p('c')], 'c'],
    ['an item, and a list of no more', [ul(held(li('b'), 'privileged')), p('c')], 'c'],
    ['a row', [table(tr(td('a')), held(tr(td('b')), 'privileged'))], 'a'],
    ['words of a cell, which stays', [table(tr(td(text('a', privileged)), td('b')))], '\tb'],
    ['a note', [p('a', held(note('b'), 'privileged'))], 'a'],
    ['a note of nothing else', [p('a', note(p(text('b', privileged))))], 'a'],
    ['the one paragraph of an empty note, and the note with it', [p('a', note(held(p(), 'privileged')), 'b')], 'ab'],
    ['not what is confidential', [p('a ', text('b', confidential)), held(p('c'))], 'a b\nc'],
    ['everything', [held(p('b'), 'privileged')], ''],
  ];
  it.each(cases)('takes %s', (_name, blocks, expected) => {
    expect(left(...blocks)).toBe(expected);
  });

  it('leaves held back what stood between privileged and confidential words', () => {
    const filed = withoutPrivileged(one(p(text('a', confidential), fig(uuid(1)), text('b', privileged), ' c')));
    expect(plainTextOf(redactContent(filed).content.sections[0]!.body, { atomText: () => '#' })).toBe('[Redacted] c');
  });

  it('leaves a letter alone in which nothing is', () => {
    const content = one(p('a', text('b', confidential)));
    expect(withoutPrivileged(content)).toBe(content);
  });
});
