import { ArrowRight, Equal, Minus, MoveVertical, Pencil, Plus } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { PlacedQuestion, QuestionChange, VersionComparison } from '@/lib/request/compare/compare-versions';

const KINDS = {
  added: { tone: 'green', icon: Plus, word: 'added' },
  removed: { tone: 'red', icon: Minus, word: 'removed' },
  changed: { tone: 'amber', icon: Pencil, word: 'changed' },
  moved: { tone: 'accent', icon: MoveVertical, word: 'moved' },
  same: { tone: 'neutral', icon: Equal, word: 'same' },
} as const;

/** What differs between two versions: facts first, then every question that was added, removed, changed or moved. */
export function VersionDiff({ comparison }: { comparison: VersionComparison }) {
  const differing = comparison.questions.filter(({ kind }) => kind !== 'same');
  const same = comparison.questions.length - differing.length;
  return (
    <div className="flex flex-col gap-5">
      {comparison.facts.length > 0 ? (
        <DataTable
          caption="Facts that differ"
          showCaption
          columns={[
            { key: 'field', label: 'Fact' },
            { key: 'before', label: 'Before', render: ({ before }) => before || <span className="text-faint">not stated</span> },
            { key: 'after', label: 'After', render: ({ after }) => after || <span className="text-faint">not stated</span> },
          ]}
          rows={comparison.facts}
          rowKey={({ field }) => field}
        />
      ) : (
        <p className="text-muted">The facts of the head are the same.</p>
      )}
      <ol aria-label="Questions that differ" className="flex flex-col gap-2">
        {differing.map((change) => (
          <ChangeCard key={`${change.before?.question.key ?? ''}>${change.after?.question.key ?? ''}`} change={change} />
        ))}
      </ol>
      <p className="text-muted">
        {differing.length === 0
          ? 'All questions are the same.'
          : `${same} ${same === 1 ? 'question is' : 'questions are'} the same in both.`}
      </p>
    </div>
  );
}

function ChangeCard({ change }: { change: QuestionChange }) {
  const { tone, icon: Icon, word } = KINDS[change.kind];
  const shown = change.after ?? change.before;
  return (
    <li className="rounded-md border border-line px-4 py-3">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <Badge tone={tone}>
          <Icon aria-hidden />
          {word}
        </Badge>
        <Places change={change} />
      </div>
      <p className="max-w-prose font-serif text-lg">
        {change.kind === 'changed'
          ? change.words.map((run, index) =>
              run.kind === 'same' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of a finished comparison never move
                <span key={index}>{run.text} </span>
              ) : run.kind === 'removed' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <del key={index} className="bg-red-soft text-red">
                  {run.text}{' '}
                </del>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <ins key={index} className="bg-green-soft text-green">
                  {run.text}{' '}
                </ins>
              ),
            )
          : [shown.question.text, ...shown.question.parts.map(({ label, text }) => `(${label}) ${text}`)].join(' ')}
      </p>
    </li>
  );
}

function Places({ change }: { change: QuestionChange }) {
  const name = ({ question, heading }: PlacedQuestion) => `${question.label}, ${heading}`;
  if (!change.before || !change.after || name(change.before) === name(change.after)) {
    return <p className="text-muted text-sm">{name(change.after ?? (change.before as PlacedQuestion))}</p>;
  }
  return (
    <p className="flex flex-wrap items-center gap-1 text-muted text-sm">
      {name(change.before)}
      <ArrowRight aria-label="now" className="size-3" />
      {name(change.after)}
    </p>
  );
}
