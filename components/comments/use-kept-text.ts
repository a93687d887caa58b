import { useCallback, useEffect, useState } from 'react';

/** A text that is being written, kept in this window until it is sent: closing the panel and loading the page again do not lose it. */
export function useKeptText(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => setText(sessionStorage.getItem(key) ?? ''), [key]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    },
    [key],
  );
  return [text, keep];
}
