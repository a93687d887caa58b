'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { useChange } from '../use-change';

/** Whether what stands in the inbox is sent by e-mail as well, where this server sends any. */
export function MailNotices({ wanted, address, sends }: { wanted: boolean; address: string; sends: boolean }) {
  const { busy, send } = useChange();
  const [checked, setChecked] = useState(wanted);
  async function choose(next: boolean) {
    setChecked(next);
    const done = next ? 'E-mails are on' : 'E-mails are off';
    if (!(await send({ path: '/api/inbox/mail', method: 'PATCH', body: { wanted: next }, done }))) setChecked(!next);
  }
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label="Send me e-mail too"
        hint={`What stays unread in your inbox for two minutes, to ${address}. Who did what and where, with a link; no words of comments or letters.`}
        checked={checked}
        disabled={busy}
        onChange={(next) => void choose(next)}
      />
      {sends ? null : (
        <p className="text-muted text-sm">
          This server sends no e-mail: whoever runs it has to set SMTP_URL and MAIL_FROM. Your choice is kept until then.
        </p>
      )}
    </div>
  );
}
