'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { CFTC_GROUNDS, type ConfidentialRequest, FOIA_EXEMPTIONS } from '@/lib/letter/protection/confidential-request';
import type { LetterProtection } from '@/lib/services/protection/letter-protection';
import { saveDraft } from './save-draft';

const AGENCIES = [
  {
    key: 'cftc',
    agency: 'CFTC',
    rule: '17 CFR 145.9',
    ground: 'Ground, 17 CFR 145.9(d)(1)',
    recipient: 'Division or office that gets the letter',
    choices: CFTC_GROUNDS.map(({ key, words }) => ({ value: key, label: words === null ? `${key}: see the rule` : `${key}: ${words}` })),
  },
  {
    key: 'sec',
    agency: 'SEC',
    rule: '17 CFR 200.83',
    ground: 'Exemption of the Freedom of Information Act',
    recipient: 'Member of the staff who gets the letter',
    choices: FOIA_EXEMPTIONS.map((value) => ({ value, label: value })),
  },
] as const;

/** What the requests to the two agencies say, kept with the letter, and their drafts as Word files. What was typed stays when it is refused. */
export function RequestForm({ letterId, protection }: { letterId: string; protection: LetterProtection }) {
  const [request, setRequest] = useState<ConfidentialRequest>(protection.request);
  const [saved, setSaved] = useState(protection.request);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { editRequest, draft } = protection.rights;
  const readOnly = !editRequest.allowed;
  const unsaved = JSON.stringify(request) !== JSON.stringify(saved);

  async function attempt(act: () => Promise<void>) {
    setBusy(true);
    setRefusal(null);
    try {
      await act();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  const save = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const body = { ...request, address: request.address.filter((line) => line.trim() !== '') };
      const answer = await callApi<{ request: ConfidentialRequest }>(`/api/letters/${letterId}/confidential-request`, {
        method: 'PUT',
        body,
      });
      setRequest(answer.request);
      setSaved(answer.request);
    });
  };

  return (
    <form onSubmit={save} aria-label="Request for confidential treatment" className="flex flex-col gap-3 border-line border-t pt-4">
      <h3 className="font-semibold">Request for confidential treatment</h3>
      <p className="text-muted">
        The requests are public: nothing confidential belongs in them. What is left empty stands in the drafts as “[complete: …]”.
      </p>
      <Field label="Requested by" hint="Stands on every page of the confidential file.">
        <TextInput
          value={request.name}
          placeholder={protection.firm}
          maxLength={300}
          readOnly={readOnly}
          onChange={(event) => setRequest({ ...request, name: event.target.value })}
        />
      </Field>
      <Field label="Address" hint="One line of it a line.">
        <TextArea
          rows={3}
          value={request.address.join('\n')}
          readOnly={readOnly}
          onChange={(event) => setRequest({ ...request, address: event.target.value.split('\n').slice(0, 6) })}
        />
      </Field>
      <Field label="Telephone">
        <TextInput
          value={request.telephone}
          maxLength={300}
          readOnly={readOnly}
          onChange={(event) => setRequest({ ...request, telephone: event.target.value })}
        />
      </Field>
      <Field label="Identifier of pages" hint="Stands before the page’s number: EXB- gives EXB-1.">
        <TextInput
          value={request.identifierPrefix}
          maxLength={20}
          pattern="[A-Za-z0-9_\-]*"
          readOnly={readOnly}
          onChange={(event) => setRequest({ ...request, identifierPrefix: event.target.value })}
        />
      </Field>
      {AGENCIES.map(({ key, agency, rule, ground, recipient, choices }) => {
        const asked = request[key];
        const set = (part: Partial<typeof asked>) => setRequest({ ...request, [key]: { ...asked, ...part } });
        return (
          <fieldset key={key} className="flex flex-col gap-3 rounded-md border border-line p-3">
            <legend className="px-1 font-medium">
              {agency}, {rule}
            </legend>
            <Field label={ground}>
              <TextInput
                list={`grounds-${key}`}
                value={asked.ground}
                maxLength={300}
                readOnly={readOnly}
                onChange={(event) => set({ ground: event.target.value })}
              />
            </Field>
            <datalist id={`grounds-${key}`}>
              {choices.map(({ value, label }) => (
                <option key={value} value={value} label={label} />
              ))}
            </datalist>
            <Field label="Period">
              <TextInput
                value={asked.period}
                maxLength={300}
                readOnly={readOnly}
                onChange={(event) => set({ period: event.target.value })}
              />
            </Field>
            <Field label={recipient}>
              <TextInput
                value={asked.recipient}
                maxLength={300}
                readOnly={readOnly}
                onChange={(event) => set({ recipient: event.target.value })}
              />
            </Field>
            <Field label="Reasons">
              <TextArea
                rows={3}
                maxLength={4000}
                value={asked.reasons}
                readOnly={readOnly}
                onChange={(event) => set({ reasons: event.target.value })}
              />
            </Field>
            <div>
              <Button
                size="sm"
                type="button"
                disabled={busy}
                disabledReason={draft.allowed ? (unsaved ? 'Save first.' : null) : draft.reason}
                onClick={() => attempt(() => saveDraft(letterId, agency))}
              >
                Draft the request to the {agency}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {refusal ? (
        <Notice tone="red" title="Not done; what you typed is still here">
          {refusal}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={busy} disabledReason={editRequest.allowed ? null : editRequest.reason}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
