'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { ApiError } from '@/components/ui/call-api';

/**
 * What every form here does: keeps what was typed, sends once at a time, and puts the server's refusal at its field or, where
 * it names none, above the form.
 */
export function useForm<Values extends Record<string, unknown>>(initial: Values, send: (values: Values) => Promise<void>) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setErrors({});
    try {
      await send(values);
    } catch (error) {
      const fields = error instanceof ApiError ? error.details.fields : undefined;
      if (isRecord(fields) && Object.keys(fields).some((name) => name in values)) setErrors(fields);
      else setProblem(error instanceof Error ? error.message : 'Something went wrong. What you typed is still here: try again.');
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    errors,
    problem,
    busy,
    /** for the submit button: also before the page can send, when a browser would send the bare form itself */
    blocked: busy || !ready,
    submit,
    set: <K extends keyof Values>(name: K, value: Values[K]) => {
      setValues((before) => ({ ...before, [name]: value }));
      setErrors((before) => ({ ...before, [name]: undefined }));
    },
    /** says, or takes back, what is wrong with a field before anything is sent */
    setError: (name: keyof Values & string, message: string | null) => setErrors((before) => ({ ...before, [name]: message ?? undefined })),
  };
}

function isRecord(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null;
}
