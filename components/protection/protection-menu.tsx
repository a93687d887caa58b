'use client';

import type { Editor } from '@tiptap/core';
import { Lock } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { Protection } from '@/lib/letter/protection/protection';
import { protectAtCursor, protectionAtCursor, protectionTarget } from './protect-at-cursor';

/** Marks what is selected, or what the cursor stands in, as confidential or privileged, and takes that away. */
export function ProtectionMenu({ editor, disabledReason }: { editor: Editor; disabledReason: string | null }) {
  const present = protectionAtCursor(editor);
  const target = protectionTarget(editor);
  const mark = (protection: Protection, keys: string): MenuItem => ({
    label: `${WORDS[protection]}: the ${target}`,
    hint: keys,
    checked: present === protection,
    onSelect: () => protectAtCursor(editor, protection),
  });
  const around = (type: string, name: string, separated: boolean): MenuItem[] =>
    (['confidential', 'privileged'] as const).map((protection, index) => ({
      label: `${WORDS[protection]}: the ${name}`,
      separated: separated && index === 0,
      onSelect: () => editor.chain().focus().setProtectionAround(type, protection).run(),
    }));
  const items: MenuItem[] = [
    mark('confidential', 'Ctrl Alt C'),
    mark('privileged', 'Ctrl Alt P'),
    ...(editor.isActive('table') ? around('tableRow', 'table row', true) : []),
    ...(editor.isActive('listItem') ? around('listItem', 'list item', true) : []),
    {
      label: present === null ? 'Nothing is marked here' : `No longer ${present}`,
      separated: true,
      disabledReason: present === null ? 'Put the cursor into what is marked.' : null,
      onSelect: () => {
        protectAtCursor(editor, null);
      },
    },
  ];
  return (
    <Menu
      align="start"
      items={items.map((item) => ({ ...item, disabledReason: disabledReason ?? item.disabledReason }))}
      trigger={
        <IconButton
          label={present === null ? 'Confidential or privileged' : `Confidential or privileged (now ${present})`}
          aria-pressed={present !== null}
          aria-keyshortcuts="Control+Alt+C Control+Alt+P"
        >
          <Lock aria-hidden />
        </IconButton>
      }
    />
  );
}

const WORDS: Readonly<Record<Protection, string>> = { confidential: 'Confidential', privileged: 'Privileged' };
