import { describe, expect, it } from 'vitest';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { describeChange } from '@/lib/letter/compare/describe-change';
import { compareReturn, verifyReturn } from '@/lib/services/returned/return-thread';
import { writeLetter } from '@/lib/word/write/write-letter';
import { EditedDocx } from '@/tests/support/edit-docx';
import { doc, fig, letter, number, p, resolved, section, uuid } from '@/tests/support/letters';

const SAVING = uuid(7);
const content = (() => {
  const body = doc(
    p('We welcome the chance to comment.'),
    p('It saves ', fig(SAVING, { nodeId: 'n1' }), ' a year.'),
    p('The rest is yours to decide.'),
  );
  const version = letter([section('question', 'Costs', body)], [resolved(SAVING, 'Saving', number('68700000'))]);
  return { ...version, sections: version.sections.map((own) => ({ ...own, body: canonicalBody(own.body) })) };
})();

const edited = async () =>
  new EditedDocx(await writeLetter(content, { kind: 'clean', citeAction: () => null }))
    .insertTracked('welcome the chance', ', for the second time,', 'Jane Counsel')
    .replace('yours to decide', 'yours alone to decide')
    .comment('a year', 'Which year?', 'Jane Counsel')
    .alterFigure('$99.9 million')
    .bytes();

describe('a file edited by its XML', () => {
  it('comes back as exactly these edits', async () => {
    const report = await compareReturn({ bytes: await edited(), snapshot: content, now: content, knowledge: {} });
    const lines = report.changes.map(({ name, change }) => [name, describeChange(change).deleted, describeChange(change).inserted.trim()]);
    expect(lines).toEqual([
      [null, '', 'alone'],
      ['Jane Counsel', '', ', for the second time,'],
    ]);
    expect(report.conflicts.map(({ kind, sent, file, now }) => [kind, sent, file, now])).toEqual([
      ['figure', '$68.7 million', '$99.9 million', '$68.7 million'],
    ]);
    expect(report.threads.map(({ comments }) => comments.map(({ author, text }) => [author, text]))).toEqual([
      [['Jane Counsel', 'Which year?']],
    ]);
    expect(report.notUnderstood).toEqual([]);
  });

  it('is not verified, and the figure is named with what it was', async () => {
    const verified = await verifyReturn({ bytes: await edited(), snapshot: content, published: content.figures, ownAuthors: [] });
    expect(verified.isUnchanged).toBe(false);
    expect(verified.figures.map(({ filed, file, published, isAltered }) => [filed, file, published, isAltered])).toEqual([
      ['$68.7 million', '$99.9 million', '$68.7 million', true],
    ]);
  });
});
