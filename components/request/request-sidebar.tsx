import Link from 'next/link';
import type { RequestDto } from '@/lib/services/request/get-request';
import { ImportRequest } from './import-request';
import { VersionList } from './version-list';

interface RequestSidebarProps {
  request: RequestDto;
  shownId: string;
  importReason: string | null;
}

/** Beside a request: the letters that answer it, its versions, and the import of a newer one. */
export function RequestSidebar({ request, shownId, importReason }: RequestSidebarProps) {
  return (
    <div className="flex flex-col gap-6 px-4 py-5">
      <section aria-labelledby="letters-of-request">
        <h2 id="letters-of-request" className="mb-2 font-semibold text-md">
          Letters that answer it
        </h2>
        {request.letters.length === 0 ? (
          <p className="text-muted">None yet.</p>
        ) : (
          <>
            <ul className="flex flex-col gap-1">
              {request.letters.map((letter) => (
                <li key={letter.id}>
                  <Link href={`/letters/${letter.id}`} className="font-medium text-accent-ink hover:underline">
                    {letter.title}
                  </Link>
                  {letter.versionNumber === null ? null : <span className="text-muted text-sm"> on version {letter.versionNumber}</span>}
                </li>
              ))}
            </ul>
            <Link href={`/letters?request=${request.id}`} className="text-accent-ink text-sm hover:underline">
              See them in the list of letters
            </Link>
          </>
        )}
      </section>
      <section aria-labelledby="versions-of-request">
        <h2 id="versions-of-request" className="mb-2 font-semibold text-md">
          Versions
        </h2>
        <VersionList request={request} shownId={shownId} />
      </section>
      <section aria-labelledby="import-of-request">
        <h2 id="import-of-request" className="mb-2 font-semibold text-md">
          Import a newer version
        </h2>
        <ImportRequest requestId={request.id} disabledReason={importReason} />
      </section>
    </div>
  );
}
