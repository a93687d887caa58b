'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { matchEntries } from './match-entries';
import { type PaletteEntry, usePalette } from './palette-registry';

const SHOWN = 60;

/** Ctrl K (Command K on a Mac): finds any entry that is registered and runs it. Also opened by the event "open-palette" on the window. */
export function CommandPalette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((present) => !present);
      }
    };
    const onOpen = () => setOpen(true);
    window.addEventListener('keydown', onKey);
    window.addEventListener('open-palette', onOpen);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('open-palette', onOpen);
    };
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label="Command palette"
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 flex max-h-[60vh] w-[calc(100vw-2rem)] max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float"
        >
          <PaletteBody close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ close }: { close: () => void }) {
  const entries = usePalette();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const found = useMemo(() => grouped(matchEntries(entries, query).slice(0, SHOWN)), [entries, query]);
  const position = Math.min(active, Math.max(0, found.length - 1));

  useEffect(() => {
    list.current?.querySelector(`[data-index="${position}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [position]);

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    close();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setActive((position + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[position]);
    }
  };

  return (
    <>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden className="size-4 text-faint" />
        <input
          role="combobox"
          aria-label="Find a place or a command"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found[position] ? `${listId}-${position}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a place or a command"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-11 flex-1 bg-transparent text-md outline-none placeholder:text-faint"
        />
        <kbd className="rounded-sm border border-line px-1 text-faint text-xs">Esc</kbd>
      </div>
      <div ref={list} id={listId} role="listbox" aria-label="Places and commands" tabIndex={-1} className="overflow-y-auto p-1">
        {found.map((entry, index) => (
          <div key={entry.id} role="presentation">
            {entry.group !== found[index - 1]?.group ? (
              <div role="presentation" className="px-2 pt-2 pb-0.5 font-medium text-faint text-xs">
                {entry.group}
              </div>
            ) : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above takes the keys and moves aria-activedescendant */}
            <div
              id={`${listId}-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === position}
              onClick={() => choose(entry)}
              onMouseMove={() => setActive(index)}
              className="flex items-center justify-between gap-4 rounded-sm px-2 py-1.5 aria-selected:bg-hover"
            >
              <span className="truncate">{entry.label}</span>
              {entry.shortcut ? <kbd className="rounded-sm border border-line px-1 text-faint text-xs">{entry.shortcut}</kbd> : null}
            </div>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="px-3 pb-4 text-muted">Nothing is named like that here.</p> : null}
    </>
  );
}

/** Brings the entries of one group together, groups in order of their best entry. */
function grouped(entries: readonly PaletteEntry[]): PaletteEntry[] {
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return groups.flatMap((group) => entries.filter((entry) => entry.group === group));
}
