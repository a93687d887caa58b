'use client';

import { postPassword } from '@/app/sign-in/post-to-auth';
import { PasswordField } from '@/components/door/password-field';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import { PASSWORD_MIN_LENGTH } from '@/lib/policies/password';

/** Chooses a new password; the server knows the member, so its rule about names is checked there. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const form = useForm({ password: '' }, async ({ password }) => {
    await callApi('/api/invitations/reset', { method: 'POST', body: { token, password } });
    const word = await postPassword(email, password);
    window.location.assign(word ? `/sign-in?${new URLSearchParams({ error: word, email })}` : '/');
    await new Promise(() => undefined);
  });
  return (
    <form onSubmit={form.submit} className="flex flex-col gap-4">
      {form.problem ? <Notice tone="red" title={form.problem} /> : null}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="New password"
        value={form.values.password}
        onChange={(value) => form.set('password', value)}
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters; a few words are good.`}
        error={form.errors.password}
      />
      <Button type="submit" variant="primary" disabled={form.blocked} className="w-full">
        {form.busy ? 'Setting the password' : 'Set the password and sign in'}
      </Button>
    </form>
  );
}
