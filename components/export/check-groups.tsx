'use client';

import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { CHECK_KINDS } from '@/lib/letter/checks/check-kinds';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { findingHref } from './finding-href';

interface CheckGroupsProps {
  letterId: string;
  findings: readonly LetterFinding[];
  /** Reasons to go on all the same, by the code of the check. */
  reasons: Readonly<Record<string, string>>;
  onReason: (code: string, reason: string) => void;
  /** False where this member does not export and so passes over nothing. */
  mayOverride: boolean;
}

/** What the checks found, a kind at a time, those that stop an export first; each finding leads to its place. */
export function CheckGroups({ letterId, findings, reasons, onReason, mayOverride }: CheckGroupsProps) {
  if (findings.length === 0) {
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleCheck aria-hidden className="size-4 text-green" /> Nothing to mend.
      </p>
    );
  }
  const codes = [...new Set(findings.map(({ code }) => code))];
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {codes.map((code) => {
        const own = findings.filter((finding) => finding.code === code);
        const stops = own.some(({ severity }) => severity === 'error');
        const Mark = stops ? CircleX : TriangleAlert;
        const kind = CHECK_KINDS.find((each) => each.code === code);
        return (
          <li key={code} className="px-3 py-2">
            <details open={stops || own.length <= 3}>
              <summary className="flex cursor-pointer items-center gap-2">
                <Mark aria-hidden className={`size-4 shrink-0 ${stops ? 'text-red' : 'text-amber'}`} />
                <span className="font-medium">
                  <span className="sr-only">{stops ? 'Stops the export: ' : 'Warning: '}</span>
                  {kind?.says ?? code}
                </span>
                <span className="figures text-muted text-sm">{own.length}</span>
                <span className="ml-auto text-muted text-sm">{kind?.group ?? ''}</span>
              </summary>
              <ul className="mt-1 ml-6 flex flex-col gap-1">
                {own.map((finding, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two findings of a kind may read alike
                  <li key={`${index} ${finding.message}`} className="flex items-baseline gap-3">
                    <span className="min-w-0 flex-1">{finding.message}</span>
                    <Link className="shrink-0 text-accent-ink hover:underline" href={findingHref(letterId, finding)} prefetch={false}>
                      {finding.place.label || 'Show'}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
            {stops && mayOverride ? (
              <Field label={`Reason to export all the same: ${(kind?.says ?? code).toLowerCase()}`} className="mt-2 ml-6 max-w-xl">
                <TextInput value={reasons[code] ?? ''} maxLength={500} onChange={(event) => onReason(code, event.target.value)} />
              </Field>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
