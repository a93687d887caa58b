'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { NewInvitation } from '@/lib/services/invitation/create-invitation';
import { ROLE_OPTIONS } from './role-options';
import { SecretLink } from './secret-link';

const FORM_ID = 'invite-member';

/** The button that opens the invitation dialog: first the role, then the link, which is shown this once. */
export function InviteMember() {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const form = useForm({ role: 'legal', email: '', note: '' }, async ({ role, email, note }) => {
    const made = await callApi<NewInvitation>('/api/invitations', { method: 'POST', body: { role, note, email: email.trim() || null } });
    setLink(`${window.location.origin}/invite/${made.token}`);
    router.refresh();
  });

  function change(next: boolean) {
    setOpen(next);
    if (next) setLink(null);
    else if (link) {
      form.set('email', '');
      form.set('note', '');
    }
  }

  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        Invite a member
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={link ? 'The invitation is ready' : 'Invite a member'}
        footer={
          link ? (
            <Button variant="primary" onClick={() => change(false)}>
              Done
            </Button>
          ) : (
            <>
              <Button onClick={() => change(false)}>Cancel</Button>
              <Button type="submit" form={FORM_ID} variant="primary" disabled={form.blocked}>
                Make the link
              </Button>
            </>
          )
        }
      >
        {link ? (
          <SecretLink link={link} label="Link of the invitation">
            Give this link to the person you invite. It works once, within 7 days, and is shown only now.
          </SecretLink>
        ) : (
          <form id={FORM_ID} onSubmit={form.submit} className="flex flex-col gap-4">
            {form.problem ? <Notice tone="red" title={form.problem} /> : null}
            <Field label="Role" error={form.errors.role}>
              <Select value={form.values.role} options={ROLE_OPTIONS} onChange={(role) => form.set('role', role)} />
            </Field>
            <Field
              label="E-mail address (optional)"
              hint="Then only this address can join, also by single sign-on without the link. Nothing is sent to it."
              error={form.errors.email}
            >
              <TextInput type="email" value={form.values.email} onChange={(event) => form.set('email', event.currentTarget.value)} />
            </Field>
            <Field label="Note (optional)" hint="Helps you to tell open invitations apart." error={form.errors.note}>
              <TextInput value={form.values.note} maxLength={200} onChange={(event) => form.set('note', event.currentTarget.value)} />
            </Field>
          </form>
        )}
      </Dialog>
    </>
  );
}
