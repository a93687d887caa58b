'use client';

import { postPassword } from '@/app/sign-in/post-to-auth';
import { PasswordField } from '@/components/door/password-field';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { PASSWORD_MIN_LENGTH, passwordProblem } from '@/lib/policies/password';

/** `email` is set where the invitation is for that address only. */
export function AcceptForm({ token, email }: { token: string; email: string | null }) {
  const form = useForm({ name: '', email: email ?? '', password: '' }, async (values) => {
    const problem = passwordProblem(values.password, values);
    if (problem) {
      form.setError('password', problem);
      return;
    }
    await callApi('/api/invitations/accept', { method: 'POST', body: { token, ...values } });
    const word = await postPassword(values.email, values.password);
    window.location.assign(word ? `/sign-in?${new URLSearchParams({ error: word, email: values.email })}` : '/');
    await new Promise(() => undefined);
  });
  const { values, errors, set } = form;
  return (
    <form onSubmit={form.submit} className="flex flex-col gap-4">
      {form.problem ? <Notice tone="red" title={form.problem} /> : null}
      <Field label="Your name" hint="As your colleagues see it." error={errors.name}>
        <TextInput
          value={values.name}
          onChange={(event) => set('name', event.currentTarget.value)}
          autoComplete="name"
          maxLength={120}
          autoFocus
          required
        />
      </Field>
      <Field label="E-mail address" hint={email ? 'The invitation is for this address.' : 'You sign in with it.'} error={errors.email}>
        <TextInput
          type="email"
          value={values.email}
          onChange={(event) => set('email', event.currentTarget.value)}
          autoComplete="username"
          maxLength={254}
          readOnly={email !== null}
          required
        />
      </Field>
      <PasswordField
        label="Password"
        value={values.password}
        onChange={(value) => set('password', value)}
        onBlur={() => values.password && form.setError('password', passwordProblem(values.password, values))}
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters; a few words are good.`}
        error={errors.password}
      />
      <Button type="submit" variant="primary" disabled={form.blocked} className="w-full">
        {form.busy ? 'Joining' : 'Join and sign in'}
      </Button>
    </form>
  );
}
