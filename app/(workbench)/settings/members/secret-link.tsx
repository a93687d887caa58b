'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

/** A link that is shown this once, with a button that copies it. */
export function SecretLink({ link, label, children }: { link: string; label: string; children: ReactNode }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    // without https a browser may refuse; the link stays selectable beside the button
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p>{children}</p>
      <div className="flex gap-2">
        <Field label={<span className="sr-only">{label}</span>} className="min-w-0 flex-1">
          <TextInput value={link} readOnly onFocus={(event) => event.currentTarget.select()} className="font-mono text-sm" />
        </Field>
        <Button onClick={() => void copy()} aria-live="polite">
          {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  );
}
