'use client';

import type { Editor } from '@tiptap/core';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { isSafeHref } from '@/lib/letter/schema/safe-href';
import { setLinkAtCursor } from './text-target';

/** Asks for the address of the selected text's link; an empty address takes the link away. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const form = useId();
  const before = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(before);
  const [error, setError] = useState<string | null>(null);

  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = withScheme(address.trim());
    if (href !== '' && !isSafeHref(href)) {
      setError('A link leads to an http, https or mailto address without spaces.');
      return;
    }
    setLinkAtCursor(editor, href);
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Link"
      width="sm"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form={form}>
            {address.trim() === '' && before !== '' ? 'Remove the link' : 'Set the link'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label="Address" hint="https://… or mailto:…" error={error}>
          <TextInput autoFocus value={address} onChange={(event) => setAddress(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

function withScheme(address: string): string {
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
