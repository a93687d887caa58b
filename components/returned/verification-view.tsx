import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import type { VerifiedFigure } from '@/lib/letter/returned/verify-returned';
import type { FileVerification } from '@/lib/services/returned/verify-file';
import { foundByWords } from './found-by-words';
import { counted } from './returned-list';

/** The answer to: is this file ours, which version, is any figure or word changed. */
export function VerificationView({ answer }: { answer: FileVerification }) {
  if (!answer.isOurs) {
    return (
      <Notice tone="red" title="This file is none of the firm’s letters">
        {answer.reason}
      </Notice>
    );
  }
  const { letterId, letterTitle, versionNumber, foundBy, exported, figures, words, comments, isUnchanged } = answer;
  const altered = figures.filter(({ isAltered }) => isAltered);
  return (
    <>
      <Notice
        tone={isUnchanged ? 'green' : 'amber'}
        title={isUnchanged ? 'This file is ours, and nothing in it was changed' : 'This file is ours, and it was changed'}
      >
        <p>
          <Link href={`/letters/${letterId}`} className="underline">
            {letterTitle}
          </Link>
          . {foundByWords(foundBy, versionNumber)}
          {exported ? (
            <>
              {' '}
              It is, byte for byte, the {exported.build} build of <Instant iso={exported.at} />.
            </>
          ) : null}
        </p>
        <p>
          {altered.length === 0
            ? `No figure of ${figures.length} was changed`
            : `${altered.length} of ${counted(figures.length, 'figure')} changed`}
          ; {counted(words.length, 'other difference')}
          {comments > 0 ? `; ${counted(comments, 'comment')}` : ''}.
        </p>
      </Notice>
      {figures.length > 0 ? (
        <DataTable<VerifiedFigure>
          caption="Figures"
          rows={[...altered, ...figures.filter(({ isAltered }) => !isAltered)]}
          rowKey={(row) => row.nodeId}
          empty=""
          columns={[
            { key: 'name', label: 'Figure', render: (row) => `${row.name} (${row.place})` },
            { key: 'filed', label: 'As sent', className: 'min-w-32', render: (row) => shown(row.filed) },
            {
              key: 'file',
              label: 'In the file',
              className: 'whitespace-nowrap',
              render: (row) =>
                row.isAltered ? <strong className="text-red">{row.file === null ? 'gone' : shown(row.file)}</strong> : 'the same',
            },
            {
              key: 'published',
              label: 'Published now',
              className: 'min-w-32',
              render: (row) => (row.published === null ? 'not published' : shown(row.published)),
            },
          ]}
        />
      ) : null}
      {words.length > 0 ? (
        <section aria-labelledby="changed-words" className="flex flex-col gap-2">
          <h2 id="changed-words" className="font-semibold text-md">
            Other differences
          </h2>
          <ul className="flex flex-col gap-1">
            {words.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index} className="break-words">
                <span className="text-muted">
                  {each.place}, {each.author ?? 'nobody is named'}:
                </span>{' '}
                {each.words}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Of a table its first line, with how many follow. */
function shown(words: string): string {
  const [first = '', ...others] = words.split('\n');
  return others.length === 0 ? first : `${first.replaceAll('\t', ' · ')} … (${others.length + 1} rows)`;
}
