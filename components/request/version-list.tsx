import Link from 'next/link';
import { Instant } from '@/components/ui/instant';
import type { RequestDto, VersionSummary } from '@/lib/services/request/get-request';

const ORIGINS: Readonly<Record<VersionSummary['origin'], string>> = {
  xml: 'imported XML',
  json: 'imported JSON',
  html: 'imported HTML',
  text: 'imported text',
  outline: 'corrected by hand',
};

/** The versions of a request, newest first, each with the way to see it and what it changed. */
export function VersionList({ request, shownId }: { request: RequestDto; shownId: string }) {
  return (
    <ol className="flex flex-col gap-1">
      {request.versions.map((version, index) => {
        const before = request.versions[index + 1];
        const shown = version.id === shownId;
        return (
          <li key={version.id} className={`rounded-md px-2 py-1.5 ${shown ? 'bg-selected' : ''}`}>
            <p className="flex items-baseline justify-between gap-2">
              <Link
                href={`/requests/${request.id}?version=${version.id}`}
                aria-current={shown ? 'true' : undefined}
                className="font-medium hover:underline"
              >
                Version {version.number}
              </Link>
              <span className="text-muted text-sm">{ORIGINS[version.origin]}</span>
            </p>
            <p className="text-muted text-sm">
              {version.questionCount} questions · {version.createdBy} · <Instant iso={version.createdAt} />
            </p>
            {version.note ? <p className="text-sm">{version.note}</p> : null}
            {before ? (
              <Link
                href={`/requests/${request.id}/compare?from=${before.id}&to=${version.id}`}
                className="text-accent-ink text-sm hover:underline"
              >
                What changed since version {before.number}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
