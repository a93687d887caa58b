import type { ChangeLine } from '@/lib/review/content-differences';

/** Changes in words: what went is struck through, what came is underlined. */
export function ChangeLineList({ lines }: { lines: readonly ChangeLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finished list never moves
        <li key={index} className="break-words">
          <span className="text-muted">
            {line.verb}
            {line.where ? ` ${line.where}` : ''}
            {line.deleted || line.inserted ? ': ' : ''}
          </span>
          {line.deleted ? (
            <del className="bg-red-soft text-red">
              <span className="sr-only">taken out: </span>
              {shortened(line.deleted)}
            </del>
          ) : null}
          {line.deleted && line.inserted ? ' ' : null}
          {line.inserted ? (
            <ins className="bg-green-soft text-green">
              <span className="sr-only">put in: </span>
              {shortened(line.inserted)}
            </ins>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const MOST = 240;

function shortened(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST).trimEnd()}…`;
}
