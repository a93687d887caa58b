'use client';

import { useRouter } from 'next/navigation';
import { PasswordField } from '@/components/door/password-field';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/use-toast';
import { PASSWORD_MIN_LENGTH, passwordProblem } from '@/lib/policies/password';

export function PasswordForm({ email, name }: { email: string; name: string }) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm({ current: '', next: '' }, async (values) => {
    const problem = passwordProblem(values.next, { email, name });
    if (problem) {
      form.setError('next', problem);
      return;
    }
    await callApi('/api/members/password', { method: 'POST', body: values });
    form.set('current', '');
    form.set('next', '');
    toast({ title: 'The password is changed', description: 'Your other sessions are ended.', tone: 'green' });
    router.refresh();
  });
  return (
    <form onSubmit={form.submit} className="flex flex-col gap-4">
      {form.problem ? <Notice tone="red" title={form.problem} /> : null}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Current password"
        value={form.values.current}
        onChange={(value) => form.set('current', value)}
        autoComplete="current-password"
        error={form.errors.current}
      />
      <PasswordField
        label="New password"
        value={form.values.next}
        onChange={(value) => form.set('next', value)}
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters; a few words are good.`}
        error={form.errors.next}
      />
      <div>
        <Button type="submit" disabled={form.blocked}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
