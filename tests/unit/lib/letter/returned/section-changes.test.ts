import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { Change } from '@/lib/letter/compare/change';
import { describeChange } from '@/lib/letter/compare/describe-change';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import { sectionChanges } from '@/lib/letter/returned/section-changes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackBodies } from '@/lib/letter/tracked/track-bodies';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { doc, h, li, marked, note, p, quote, table, td, tr, ul } from '@/tests/support/named-body';
import { withoutNames } from '@/tests/support/returned';

/** The same cases every time; SEED and the number of runs ask for others. */
const SEED = Number(process.env.SEED ?? 20261122);
const RUNS = Number(process.env.RETURN_RUNS ?? 60);
const shown = () => null;

/** A text as it is read, whatever its nodes are called. */
const read = (body: ProseNode) => withoutNames(asWordHolds(body));

/** What it says and shows: which of two figures of the same publication is which says no file, and marks have no order. */
const saying = (body: ProseNode): unknown =>
  JSON.parse(
    JSON.stringify(read(body), (key, value) => {
      if (key === 'marks') return [...value].sort((one, other) => (one.type < other.type ? -1 : 1));
      return key === 'nodeId' ? undefined : value;
    }),
  );

const JANE = { author: 'Jane Counsel', at: '2026-09-01T10:00:00Z' };

/** A file with what leads from one text to the other tracked, as it is read. */
const tracked = (before: ProseNode, after: ProseNode) => withoutNames(trackBodies(asWordHolds(before), asWordHolds(after), JANE));

/** The text with the changes made, one after the other. Throws what does not fit. */
function made(sent: ProseNode, changes: readonly { readonly change: Change }[]): ProseNode {
  let body = sent;
  for (const { change } of changes) {
    const applied = applyChanges(body, [change]);
    expect(applied.conflicts).toEqual([]);
    body = applied.body;
  }
  return body;
}

describe('what came back of a section', () => {
  it('is nothing where nothing was edited', () => {
    fc.assert(
      fc.property(anyNamedBody, (body) => {
        const sent = canonicalBody(body);
        expect(sectionChanges(sent, read(sent), { shown }).changes).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('makes the file’s text of the one that was sent, without tracking', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (body, edits) => {
        const sent = canonicalBody(body);
        const edited = editBody(sent, edits, 'new');
        const { changes, unfit } = sectionChanges(sent, read(edited), { shown });
        expect(unfit).toEqual([]);
        const together = applyChanges(
          sent,
          changes.map(({ change }) => change),
        );
        expect(together.conflicts).toEqual([]);
        expect(saying(together.body)).toEqual(saying(edited));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('makes the file’s text of the one that was sent, under the name of whoever tracked it', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (body, edits) => {
        const sent = canonicalBody(body);
        const edited = editBody(sent, edits, 'new');
        const { changes, unfit } = sectionChanges(sent, tracked(sent, edited), { shown });
        expect(unfit).toEqual([]);
        expect([...new Set(changes.map(({ name }) => name))].filter((name) => name !== JANE.author)).toEqual([]);
        expect(saying(made(sent, changes))).toEqual(saying(edited));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('makes the file’s text of the one that was sent, where only some of it was tracked', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), anyEdits(), (body, plain, others) => {
        const sent = canonicalBody(body);
        const half = editBody(sent, plain, 'first');
        const edited = editBody(half, others, 'new');
        const { changes, unfit } = sectionChanges(sent, tracked(half, edited), { shown });
        expect(unfit).toEqual([]);
        expect(saying(made(sent, changes))).toEqual(saying(edited));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('has a paragraph once that was edited without tracking and then quoted with it', () => {
    const sent = doc(p('a'), p('b', note('n', p('m')), 'margin'));
    const half = doc(p('a'), p('b', 'x ', note('n', p('m')), 'margin'));
    const edited = doc(p('a', 'x '), quote('q', p('b', 'x ', note('n', p('m')), 'margin')));
    const { changes, unfit } = sectionChanges(sent, tracked(half, edited), { shown });
    expect(unfit).toEqual([]);
    expect(saying(made(sent, changes))).toEqual(saying(edited));
  });

  const lines = (sent: ProseNode, file: ProseNode) => {
    const { changes, unfit } = sectionChanges(sent, read(file), { shown });
    expect(unfit).toEqual([]);
    return changes.map(({ change }) => {
      const { verb, deleted, inserted, where } = describeChange(change);
      return `${verb} ${deleted} > ${inserted} ${where}`;
    });
  };
  const term = (text: string) => marked('definedTerm', text);

  it.each<[string, ProseNode, ProseNode, string[]]>([
    ['words in a heading that was empty', doc(h('a', 1)), doc(h('', 1, 'Why')), ['redid  > Why a heading 1']],
    ['words in a quotation that was empty', doc(quote('q', p('a'))), doc(quote('', p('', 'So.'))), ['redid  > So. a quotation']],
    [
      'a note whose first paragraph was empty, taken out',
      doc(p('a', 'One', note('n', p('m'), p('o', 'There')), ' two.')),
      doc(p('', 'One two.')),
      ['deleted  [ There] >  in a paragraph'],
    ],
    [
      'words beside a note that was empty',
      doc(p('a', 'One', note('n', p('m')), ' two.')),
      doc(p('', 'One and two.')),
      ['inserted  > and  in a paragraph'],
    ],
    [
      'a table that stood in a quotation, taken out',
      doc(quote('q', table('t', tr('r', td('c', 'x')))), p('b', 'Two.')),
      doc(p('', 'Two.')),
      ['deleted x >  a quotation'],
    ],
    [
      'two lists that a file cannot tell apart, one of them made paragraphs',
      doc(ul('l', li('i', 'One')), ul('m', li('j', 'Two'))),
      doc(p('', 'One'), ul('', li('', 'Two'))),
      ['redid One\nTwo > One\nTwo 2 list with bulletss'],
    ],
    [
      'words beside a defined term and unseen characters',
      doc(p('a', 'The ', term('Margin'), ' cov\u200bers it.')),
      doc(p('', 'The Margin really covers it.')),
      ['inserted  > really  in a paragraph'],
    ],
  ])('fits where no file holds what it touches: %s', (_, sent, file, expected) => {
    expect(lines(canonicalBody(sent), file)).toEqual(expected);
  });

  it.each<[string, ProseNode, ProseNode, string[]]>([
    [
      'a paragraph parted before its middle',
      doc(p('a', 'One day the rule counts both legs.')),
      doc(p('', 'One day'), p('', 'the rule counts both legs.')),
      ['deleted   >  in a paragraph', 'split  >  a paragraph'],
    ],
    [
      'a short paragraph joined to a long one',
      doc(p('a', 'One day'), p('b', 'the rule counts both legs.')),
      doc(p('', 'One day the rule counts both legs.')),
      ['inserted  >   in a paragraph', 'joined  >  two paragraphs'],
    ],
    [
      'a paragraph parted in three',
      doc(p('a', 'One day the rule counts both legs of a hedge.')),
      doc(p('', 'One day'), p('', 'the rule counts both legs'), p('', 'of a hedge.')),
      ['deleted   >  in a paragraph', 'split  >  a paragraph', 'deleted   >  in a paragraph', 'split  >  a paragraph'],
    ],
    [
      'a paragraph with a note, parted before it',
      doc(p('a', 'One day the rule', note('n', p('m', 'There.')), ' counts.')),
      doc(p('', 'One day'), p('', 'the rule', note('', p('', 'There.')), ' counts.')),
      ['deleted   >  in a paragraph', 'split  >  a paragraph'],
    ],
  ])('is told as what was done: %s', (_, sent, file, expected) => {
    expect(lines(canonicalBody(sent), file)).toEqual(expected);
  });
});
