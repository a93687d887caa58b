'use client';

import { useCallback, useEffect, useState } from 'react';
import { FindingList } from '@/components/letter/finding-list';
import type { OutlineEntry } from '@/components/letter/outline-entry';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { kindWords } from '@/lib/letter/compare/kind-words';
import type { ProtectedPartOfLetter } from '@/lib/letter/protection/protected-parts';
import type { LetterProtection } from '@/lib/services/protection/letter-protection';
import { RequestForm } from './request-form';
import { showPart } from './show-part';

/** Everything that is held back in the letter, by section, what speaks against it, and the request for confidential treatment. */
export function ProtectionPanel({ letterId, sections }: { letterId: string; sections: readonly OutlineEntry[] }) {
  const [protection, setProtection] = useState<LetterProtection | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const load = useCallback(async () => {
    setRefusal(null);
    try {
      setProtection(await callApi<LetterProtection>(`/api/letters/${letterId}/protection`));
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
  }, [letterId]);
  useEffect(() => {
    void load();
  }, [load]);
  if (refusal) {
    return (
      <Notice tone="red" title="Not read">
        {refusal}
      </Notice>
    );
  }
  if (!protection) return <p className="text-muted">Reading…</p>;
  return (
    <div className="flex flex-col gap-4">
      {protection.parts.length === 0 ? (
        <EmptyState title="Nothing is held back">
          Select words, or put the cursor into a block, and press Ctrl Alt C for confidential or Ctrl Alt P for privileged.
        </EmptyState>
      ) : (
        sections
          .filter(({ id }) => protection.parts.some(({ sectionId }) => sectionId === id))
          .map((section) => (
            <section key={section.id} aria-label={`Held back in ${section.title}`}>
              <h3 className="mb-1 font-semibold">{`${section.number} ${section.title}`.trim()}</h3>
              <PartList parts={protection.parts.filter(({ sectionId }) => sectionId === section.id)} />
            </section>
          ))
      )}
      {protection.findings.length > 0 ? <FindingList letterId={letterId} findings={protection.findings} /> : null}
      <div>
        <Button size="sm" onClick={load}>
          Read again
        </Button>
      </div>
      <RequestForm letterId={letterId} protection={protection} />
    </div>
  );
}

function PartList({ parts }: { parts: readonly ProtectedPartOfLetter[] }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be held back twice in a block
        <li key={`${part.nodeId}${index}`}>
          <button type="button" className="flex w-full flex-col gap-1 px-3 py-2 text-left hover:bg-hover" onClick={() => showPart(part)}>
            <span className="flex items-center gap-2">
              <Badge tone={part.protection === 'privileged' ? 'red' : 'amber'}>
                {part.protection === 'privileged' ? 'Privileged' : 'Confidential'}
              </Badge>
              <span className="text-muted text-sm">{part.what === 'words' ? 'words' : kindWords({ type: part.what })}</span>
            </span>
            <span className="line-clamp-3">{part.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
