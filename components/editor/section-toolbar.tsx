'use client';

import { useEditorState } from '@tiptap/react';
import { Link2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { protectionAtCursor, protectionTarget } from '@/components/protection/protect-at-cursor';
import { ProtectionMenu } from '@/components/protection/protection-menu';
import { ModeSwitch } from '@/components/suggestions/mode-switch';
import { useSuggestions } from '@/components/suggestions/suggestions-context';
import { IconButton } from '@/components/ui/icon-button';
import { LinkDialog } from './link-dialog';
import type { SectionHandle } from './section-handle';
import { TableMenu } from './table-menu';
import { FIGURE_ICON as FigureIcon, FOOTNOTE_ACTION, TOOLBAR_GROUPS, type ToolbarAction } from './toolbar-actions';

interface SectionToolbarProps {
  /** The section that had the focus last; null before any had. */
  handle: SectionHandle | null;
  onOpenFigurePicker: () => void;
  /** Why nothing can be changed, for those who only read. */
  readOnlyReason?: string | null;
}

/**
 * The one toolbar of a letter: it works on the section that had the focus last. Arrow keys move within it, Tab leaves it, and every action
 * gives the focus back to the text.
 */
export function SectionToolbar({ handle, onOpenFigurePicker, readOnlyReason = null }: SectionToolbarProps) {
  const [linking, setLinking] = useState(false);
  // a section's editor may be gone while it is still the last that had the focus
  const editor = handle && !handle.editor.isDestroyed ? handle.editor : null;
  const state = useEditorState({
    editor,
    selector: ({ editor: present }) => {
      if (!present || present.isDestroyed) return null;
      const actions = [...TOOLBAR_GROUPS.flat(), FOOTNOTE_ACTION];
      return {
        active: actions.filter((action) => action.isActive?.(present)).map((action) => action.id),
        impossible: actions.filter((action) => action.isPossible && !action.isPossible(present)).map((action) => action.id),
        link: present.isActive('link'),
        table: present.isActive('table'),
        editable: present.isEditable,
        protection: `${protectionAtCursor(present)} ${protectionTarget(present)}`,
      };
    },
  });
  // who suggests writes in a copy of their own, whatever they may do with the text itself
  const suggesting = useSuggestions()?.mode === 'suggesting';
  const reason =
    (suggesting ? null : readOnlyReason) ??
    (!editor ? 'Click into a section first.' : state?.editable ? null : 'This section cannot be edited now.');

  const button = (action: ToolbarAction) => (
    <IconButton
      key={action.id}
      label={action.keys ? `${action.label} (${action.keys.replace('Mod', modKey())})` : action.label}
      aria-keyshortcuts={action.keys?.replace('Mod', 'Control')}
      aria-pressed={action.isActive ? state?.active.includes(action.id) === true : undefined}
      disabledReason={reason ?? (state?.impossible.includes(action.id) ? 'Not possible here.' : null)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => editor && action.run(editor)}
    >
      <action.icon aria-hidden />
    </IconButton>
  );

  return (
    <div
      role="toolbar"
      aria-label="Text"
      aria-controls={handle ? `section-text-${handle.sectionId}` : undefined}
      onKeyDown={moveFocus}
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
    >
      <ModeSwitch />
      {TOOLBAR_GROUPS.map((group) => (
        <div key={group[0]?.id} className="flex items-center gap-px border-line border-r pr-2 last:border-r-0">
          {group.map(button)}
        </div>
      ))}
      <div className="flex items-center gap-px">
        <IconButton label="Link" aria-pressed={state?.link === true} disabledReason={reason} onClick={() => setLinking(true)}>
          <Link2 aria-hidden />
        </IconButton>
        {editor ? <TableMenu editor={editor} inTable={state?.table === true} disabledReason={reason} /> : null}
        {button(FOOTNOTE_ACTION)}
        <IconButton label="Figure" disabledReason={reason} onClick={onOpenFigurePicker}>
          <FigureIcon aria-hidden />
        </IconButton>
        {editor ? <ProtectionMenu editor={editor} disabledReason={reason} /> : null}
      </div>
      {linking && editor ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

function modKey(): string {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
