'use client';

import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { easternDate } from '@/components/ui/eastern-time';
import { Notice } from '@/components/ui/notice';
import type { VersionSummary } from '@/lib/services/version/list-versions';
import { CheckVersions } from './check-versions';
import { KeepVersion } from './keep-version';
import { useVersions } from './use-versions';
import { VersionEntry } from './version-entry';
import { byDay, isNamed } from './version-words';

interface VersionsPanelProps {
  letterId: string;
  /** The sections as they are now: one of them can be brought back alone. */
  sections: readonly { readonly id: string; readonly title: string }[];
  /** Told after a version was brought back. */
  onRestored?: () => void;
}

/** The versions of a letter: those with a name first, the others folded by day; keeping, comparing and bringing back. */
export function VersionsPanel({ letterId, sections, onRestored }: VersionsPanelProps) {
  const { list, refusal, reload } = useVersions(letterId);
  if (!list) {
    return refusal ? (
      <div className="flex flex-col items-start gap-2">
        <Notice tone="red" title="The versions could not be read">
          {refusal}
        </Notice>
        <Button size="sm" onClick={reload}>
          Try again
        </Button>
      </div>
    ) : (
      <p className="text-muted">Reading the versions…</p>
    );
  }
  const { versions, rights } = list;
  const entry = (version: VersionSummary) => (
    <VersionEntry
      key={version.number}
      {...{ letterId, version, rights, sections }}
      onChanged={reload}
      onRestored={() => {
        void reload();
        onRestored?.();
      }}
    />
  );
  const named = versions.filter(isNamed);
  const days = byDay(
    versions.filter((version) => !isNamed(version)),
    easternDate,
  );
  return (
    <div className="flex flex-col gap-4">
      <KeepVersion letterId={letterId} right={rights.name} onKept={reload} />
      {versions.length === 0 ? (
        <p className="text-muted">
          No version yet. One is kept by itself ten minutes after the letter was changed; keep one by hand before you send it round.
        </p>
      ) : null}
      {named.length > 0 ? (
        <section aria-label="Named versions">
          <ol className="flex flex-col gap-2">{named.map(entry)}</ol>
        </section>
      ) : null}
      {days.length > 0 ? (
        <section aria-labelledby="automatic-versions" className="flex flex-col gap-1">
          <p id="automatic-versions" className="font-medium text-muted text-sm">
            Without a name
          </p>
          {days.map(({ day, versions: ofDay }) => (
            <details key={`${day}-${ofDay[0]?.number}`} className="rounded-md border border-line">
              <summary className="cursor-default px-3 py-1.5 hover:bg-hover">
                {day}
                <span className="text-muted"> · {ofDay.length === 1 ? '1 version' : `${ofDay.length} versions`}</span>
              </summary>
              <ol className="flex flex-col gap-2 p-2 pt-1">{ofDay.map(entry)}</ol>
            </details>
          ))}
        </section>
      ) : null}
      <div className="flex flex-wrap items-start gap-2 border-line border-t pt-3">
        <ButtonLink size="sm" href={`/letters/${letterId}/versions/authors`}>
          Who wrote this
        </ButtonLink>
        <CheckVersions letterId={letterId} />
      </div>
    </div>
  );
}
