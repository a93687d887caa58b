'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { blockedSentence, type SavingState } from './saving-state';
import type { SectionRoom } from './section-room';

/** Says why a section cannot be saved and how to keep what was typed: nobody should have to copy it out of a broken page by hand. */
export default function BlockedNotice({ saving, room }: { saving: Extract<SavingState, { kind: 'blocked' }>; room: SectionRoom }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(plainTextOf(bodyOfRoom(room.document).body));
    setCopied(true);
  };
  return (
    <Notice tone="red" title="This section is not being saved">
      <p>{blockedSentence(saving.refusal)}</p>
      <div className="mt-2 flex gap-2">
        {saving.unsaved ? (
          <Button size="sm" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy the text of this section'}
          </Button>
        ) : null}
        <Button size="sm" onClick={() => location.reload()}>
          Load the page again
        </Button>
      </div>
    </Notice>
  );
}
