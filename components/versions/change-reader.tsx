'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { CHANGE_TOPICS, type ChangeTopic } from './change-topic';

interface ChangeReaderProps {
  /** How many changes there are of each kind; a change may be of several. */
  counts: Readonly<Record<ChangeTopic, number>>;
  total: number;
  children: ReactNode;
}

/**
 * Takes a reader through a marked text from change to change, with buttons and with n and p, all of them or those of one kind. It finds them by
 * `data-change` and `data-topics` in what it wraps.
 */
export function ChangeReader({ counts, total, children }: ChangeReaderProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [topic, setTopic] = useState<ChangeTopic | null>(null);
  const [place, setPlace] = useState<string | null>(null);

  const go = useCallback(
    (step: 1 | -1) => {
      const stops = stopsIn(frame.current, topic);
      if (stops.length === 0) return;
      const here = stops.findIndex((stop) => stop.hasAttribute('data-here'));
      const next = here === -1 ? (step === 1 ? 0 : stops.length - 1) : (here + step + stops.length) % stops.length;
      leave(frame.current);
      const stop = stops[next];
      stop?.setAttribute('data-here', '');
      stop?.scrollIntoView({ block: 'center' });
      setPlace(`${next + 1} of ${stops.length}`);
    },
    [topic],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event.target)) return;
      if (event.key !== 'n' && event.key !== 'p') return;
      event.preventDefault();
      go(event.key === 'n' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go]);

  const shown = topic === null ? total : counts[topic];
  const choose = (next: ChangeTopic | null) => {
    setTopic(next);
    setPlace(null);
    leave(frame.current);
  };
  return (
    <div>
      <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-canvas py-2">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">Show changes of one kind</legend>
          <Button size="sm" variant={topic === null ? 'secondary' : 'ghost'} aria-pressed={topic === null} onClick={() => choose(null)}>
            All <span className="figures text-muted">{total}</span>
          </Button>
          {(Object.keys(CHANGE_TOPICS) as ChangeTopic[])
            .filter((each) => counts[each] > 0)
            .map((each) => (
              <Button
                key={each}
                size="sm"
                variant={topic === each ? 'secondary' : 'ghost'}
                aria-pressed={topic === each}
                onClick={() => choose(each)}
              >
                {CHANGE_TOPICS[each]} <span className="figures text-muted">{counts[each]}</span>
              </Button>
            ))}
        </fieldset>
        <div className="ml-auto flex items-center gap-1">
          <span aria-live="polite" className="figures text-muted text-sm">
            {place ?? (shown === 1 ? '1 change' : `${shown} changes`)}
          </span>
          <IconButton label="Previous change (p)" aria-keyshortcuts="p" onClick={() => go(-1)}>
            <ChevronUp aria-hidden className="size-4" />
          </IconButton>
          <IconButton label="Next change (n)" aria-keyshortcuts="n" onClick={() => go(1)}>
            <ChevronDown aria-hidden className="size-4" />
          </IconButton>
        </div>
      </div>
      <div ref={frame} className="changes-frame" data-show={topic ?? 'all'}>
        {children}
      </div>
    </div>
  );
}

function leave(frame: HTMLElement | null): void {
  for (const stop of frame?.querySelectorAll('[data-here]') ?? []) stop.removeAttribute('data-here');
}

/** The first element of each change, in reading order; what was taken out and what took its place is one stop. */
function stopsIn(frame: HTMLElement | null, topic: ChangeTopic | null): HTMLElement[] {
  const stops: HTMLElement[] = [];
  let last = '';
  for (const element of frame?.querySelectorAll<HTMLElement>('[data-change]') ?? []) {
    if (topic !== null && !element.dataset.topics?.split(' ').includes(topic)) continue;
    const key = `${element.closest('[data-section]')?.getAttribute('data-section') ?? ''}/${element.dataset.change}`;
    if (key !== last) stops.push(element);
    last = key;
  }
  return stops;
}

function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="listbox"], [role="combobox"]') !== null)
  );
}
