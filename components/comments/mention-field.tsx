'use client';

import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { CONTROL_STYLE } from '@/components/ui/control-style';
import type { Person } from '@/lib/services/comment/thread-view';
import { matchPeople, mentionAt, withMention } from './mention-words';

const SHOWN = 6;

interface MentionFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** Who can be mentioned. */
  people: readonly Person[];
  /** Mod+Enter. */
  onSend: () => void;
  onEscape?: () => void;
  placeholder?: string;
  focused?: boolean;
}

/** Lines of text in which @ opens a list of members: arrows move in it, Enter or Tab takes one, Escape closes it. */
export function MentionField({ label, value, onChange, people, onSend, onEscape, placeholder, focused = false }: MentionFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const [highlighted, setHighlighted] = useState(0);
  const putCursorAt = useRef<number | null>(null);

  const wanted = cursor === null ? null : mentionAt(value, cursor);
  const matches = wanted && wanted.start !== dismissedAt ? matchPeople(people, wanted.query).slice(0, SHOWN) : [];
  const open = matches.length > 0;
  const at = Math.min(highlighted, matches.length - 1);
  const option = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    const element = field.current;
    if (!focused || !element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [focused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the text was drawn, the cursor goes behind the name and the field is as high as its lines
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    if (putCursorAt.current !== null) element.setSelectionRange(putCursorAt.current, putCursorAt.current);
    putCursorAt.current = null;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);

  const take = (person: Person | undefined) => {
    if (!wanted || cursor === null || !person) return;
    const next = withMention(value, wanted.start, cursor, person.name);
    putCursorAt.current = next.cursor;
    setCursor(null);
    onChange(next.text);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    if (open && (key === 'ArrowDown' || key === 'ArrowUp'))
      setHighlighted((at + (key === 'ArrowDown' ? 1 : -1) + matches.length) % matches.length);
    else if (open && !event.ctrlKey && !event.metaKey && (key === 'Enter' || key === 'Tab')) take(matches[at]);
    else if (open && key === 'Escape') setDismissedAt(wanted?.start ?? null);
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
    else if (key === 'Escape' && onEscape) onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <textarea
        ref={field}
        rows={2}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? option(at) : undefined}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          setCursor(event.target.selectionStart);
          setHighlighted(0);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(null)}
        className={`${CONTROL_STYLE} block max-h-80 resize-none overflow-y-auto py-1.5`}
      />
      {open ? (
        <div
          id={listId}
          role="listbox"
          aria-label="Members"
          className="absolute inset-x-0 top-full z-30 mt-1 rounded-md border border-line bg-raised p-1 shadow-float"
        >
          {matches.map((person, index) => (
            // the keyboard works in the field, which names the chosen option
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={person.id}
              id={option(index)}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
              className="cursor-default rounded-sm px-2 py-1 hover:bg-hover aria-selected:bg-hover"
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
      <span role="status" className="sr-only">
        {open ? `${matches.length} ${matches.length === 1 ? 'member' : 'members'}: arrows choose, Enter mentions.` : ''}
      </span>
    </div>
  );
}
