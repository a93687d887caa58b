'use client';

import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import type { ReturnConflictKind, Settlement } from '@/lib/letter/returned/return-report';
import type { Decision } from '@/lib/policies/decision';
import type { StoredConflict } from '@/lib/services/returned/stored-return';

const KINDS: Readonly<Record<ReturnConflictKind, string>> = {
  figure: 'Figure',
  citation: 'Citation',
  'cross-reference': 'Cross-reference',
  'both-changed': 'Changed on both sides',
  'section-gone': 'Section gone here',
  'section-deleted': 'Section not in the file',
  'section-added': 'New section',
  'section-moved': 'Section moved',
  'section-renamed': 'Heading',
  furniture: 'Outside of the sections',
};

const SETTLED: Readonly<Record<Settlement, string>> = {
  suggest: 'made a suggestion of it',
  rename: 'took the file’s heading',
  keep: 'kept the letter as it is',
  comment: 'kept the letter and started a comment',
};

interface ConflictCardProps {
  letterId: string;
  conflict: StoredConflict;
  right: Decision;
  busy: boolean;
  onSettle: (settlement: Settlement) => void;
}

/** One conflict: what was sent, what the file says, what the letter says, why nobody but a person decides, and the ways to settle it. */
export function ConflictCard({ letterId, conflict, right, busy, onSettle }: ConflictCardProps) {
  const { kind, name, at, subject, sent, file, now, why, settled, sectionId, settlements } = conflict;
  const refusal = right.allowed ? (busy ? 'Wait for the last decision.' : null) : right.reason;
  const says = [
    { label: 'Sent', words: sent },
    { label: 'File', words: file },
    { label: 'Now', words: now },
  ].filter(({ words }, index) => words !== '' || index === 1);
  const thread = settled?.threadId;
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line px-3 py-2" data-conflict={conflict.key}>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{subject === '' ? KINDS[kind] : subject}</span>
        <Badge tone={settled ? 'neutral' : 'amber'}>{KINDS[kind]}</Badge>
        <span className="text-muted text-sm">
          {name ?? 'Nobody is named'}
          {at ? (
            <>
              , <Instant iso={at} />
            </>
          ) : null}
        </span>
      </span>
      {sent + file + now === '' ? null : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          {says.map(({ label, words }) => (
            <div key={label} className="contents">
              <dt className="text-muted text-sm">{label}</dt>
              <dd className="line-clamp-6 whitespace-pre-line break-words">
                {words === '' ? <span className="text-muted">nothing</span> : words}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-muted text-sm">{why}</p>
      {settled ? (
        <p className="text-sm">
          {settled.byName} {SETTLED[settled.settlement]}, <Instant iso={settled.at} />
          {thread ? (
            <>
              {' · '}
              <Link className="text-accent-ink underline" href={`/letters/${letterId}?panel=comments&thread=${thread}`}>
                Open the comment
              </Link>
            </>
          ) : null}
        </p>
      ) : (
        <span className="flex flex-wrap items-center gap-1">
          {settlements.map((each) => (
            <Button key={each} size="sm" disabledReason={refusal} onClick={() => onSettle(each)}>
              {buttonWords(each, kind)}
            </Button>
          ))}
          {sectionId ? (
            <Link className="ml-auto text-accent-ink text-sm underline" href={`/letters/${letterId}?section=${sectionId}`}>
              Show in the letter
            </Link>
          ) : null}
        </span>
      )}
    </li>
  );
}

function buttonWords(settlement: Settlement, kind: ReturnConflictKind): string {
  switch (settlement) {
    case 'suggest':
      return 'Suggest the file’s words';
    case 'rename':
      return 'Take the file’s heading';
    case 'keep':
      return kind === 'figure' ? 'Keep the figure' : kind === 'furniture' ? 'Noted' : 'Keep ours';
    case 'comment':
      return kind === 'figure' ? 'Keep it and ask risk' : 'Keep ours and comment';
  }
}
