'use client';

import { postPassword } from '@/app/sign-in/post-to-auth';
import { PasswordField } from '@/components/door/password-field';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { PASSWORD_MIN_LENGTH, passwordProblem } from '@/lib/policies/password';

export function SetupForm({ token }: { token: string }) {
  const form = useForm({ firmName: '', name: '', email: '', password: '', sample: true }, async (values) => {
    const problem = passwordProblem(values.password, values);
    if (problem) {
      form.setError('password', problem);
      return;
    }
    await callApi('/api/setup', { method: 'POST', body: { token, ...values } });
    const word = await postPassword(values.email, values.password);
    window.location.assign(word ? `/sign-in?${new URLSearchParams({ error: word, email: values.email })}` : '/');
    await new Promise(() => undefined);
  });
  const { values, errors, set } = form;
  return (
    <form onSubmit={form.submit} className="flex flex-col gap-4">
      {form.problem ? <Notice tone="red" title={form.problem} /> : null}
      <Field label="Name of the firm" hint="As it stands at the head of a letter." error={errors.firmName}>
        <TextInput
          value={values.firmName}
          onChange={(event) => set('firmName', event.currentTarget.value)}
          autoComplete="organization"
          maxLength={120}
          autoFocus
          required
        />
      </Field>
      <fieldset className="flex flex-col gap-4 border-line border-t pt-4">
        <legend className="sr-only">Administrator</legend>
        <p className="text-muted">You become its administrator, and invite the others afterwards.</p>
        <Field label="Your name" error={errors.name}>
          <TextInput
            value={values.name}
            onChange={(event) => set('name', event.currentTarget.value)}
            autoComplete="name"
            maxLength={120}
            required
          />
        </Field>
        <Field label="E-mail address" hint="You sign in with it. Nothing is sent to it." error={errors.email}>
          <TextInput
            type="email"
            value={values.email}
            onChange={(event) => set('email', event.currentTarget.value)}
            autoComplete="username"
            maxLength={254}
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
      </fieldset>
      <div className="border-line border-t pt-4">
        <Checkbox
          label="Add the sample letter"
          hint="An invented dealer with some 400 positions, an analysis, and a letter with two answers."
          checked={values.sample}
          onChange={(checked) => set('sample', checked)}
        />
      </div>
      <Button type="submit" variant="primary" disabled={form.blocked} className="w-full">
        {form.busy ? 'Creating the firm' : 'Create the firm and sign in'}
      </Button>
    </form>
  );
}
