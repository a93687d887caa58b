'use client';

import { useState } from 'react';
import { PasswordField } from '@/components/door/password-field';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { signInSentence } from '@/lib/auth/sign-in-problem';
import { postPassword, postToAuth } from './post-to-auth';

interface SignInFormProps {
  from: string;
  email: string;
  /** why an earlier try, at the provider, did not succeed */
  problem: string | null;
  /** the provider's name, where there is one */
  provider: string | null;
}

export function SignInForm({ from, email, problem, provider }: SignInFormProps) {
  const [earlier, setEarlier] = useState(problem);
  const [leaving, setLeaving] = useState(false);
  const form = useForm({ email, password: '' }, async (values) => {
    setEarlier(null);
    const word = await postPassword(values.email, values.password);
    if (word) throw new Error(signInSentence(word));
    window.location.assign(from);
    // the page stays busy until the next one is there
    await new Promise(() => undefined);
  });

  async function goToProvider() {
    setLeaving(true);
    const answer = await postToAuth('/api/auth/signin/oidc', { callbackUrl: from }).catch(() => null);
    if (answer && !answer.problem) window.location.assign(answer.url);
    else {
      setEarlier(signInSentence('failed'));
      setLeaving(false);
    }
  }

  const message = form.problem ?? earlier;
  return (
    <div className="flex flex-col gap-4">
      {message ? <Notice tone="red" title={message} /> : null}
      <form onSubmit={form.submit} className="flex flex-col gap-4">
        <Field label="E-mail address">
          <TextInput
            type="email"
            name="email"
            value={form.values.email}
            onChange={(event) => form.set('email', event.currentTarget.value)}
            autoComplete="username"
            autoFocus={!email}
            required
          />
        </Field>
        <PasswordField
          label="Password"
          value={form.values.password}
          onChange={(value) => form.set('password', value)}
          autoComplete="current-password"
        />
        <Button type="submit" variant="primary" disabled={form.blocked} className="mt-1 w-full">
          {form.busy ? 'Signing in' : 'Sign in'}
        </Button>
      </form>
      {provider ? (
        <>
          <div className="flex items-center gap-3 text-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or
          </div>
          <Button onClick={goToProvider} disabled={leaving} className="w-full">
            {leaving ? `Going to ${provider}` : `Sign in with ${provider}`}
          </Button>
        </>
      ) : null}
      <p className="text-muted text-sm">No account, or the password is lost? An administrator of your firm invites members.</p>
    </div>
  );
}
