import { Fragment } from 'react';
import type { Person } from '@/lib/services/comment/thread-view';
import { piecesOf } from './mention-words';

/** The words of a comment, with its line breaks and the names it mentions. */
export function CommentText({ text, mentions }: { text: string; mentions: readonly Person[] }) {
  let at = 0;
  return (
    <span className="block whitespace-pre-wrap break-words">
      {piecesOf(text, mentions).map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.mention ? (
          <span key={key} className="font-medium text-accent-ink">
            {piece.text}
          </span>
        ) : (
          <Fragment key={key}>{piece.text}</Fragment>
        );
      })}
    </span>
  );
}
