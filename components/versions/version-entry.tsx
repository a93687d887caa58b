'use client';

import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Instant } from '@/components/ui/instant';
import { VERSION_OCCASIONS } from '@/lib/review/version-occasion';
import type { VersionList, VersionSummary } from '@/lib/services/version/list-versions';
import { RestoreVersion } from './restore-version';
import { VersionNameForm } from './version-name-form';
import { isNamed, versionTitle } from './version-words';

interface VersionEntryProps {
  letterId: string;
  version: VersionSummary;
  rights: VersionList['rights'];
  sections: readonly { readonly id: string; readonly title: string }[];
  onChanged: () => void;
  onRestored: () => void;
}

/** One version in the list, with what can be done with it. */
export function VersionEntry({ letterId, version, rights, sections, onChanged, onRestored }: VersionEntryProps) {
  const [naming, setNaming] = useState(false);
  const named = isNamed(version);
  if (naming) {
    return (
      <li>
        <VersionNameForm
          action="Save"
          name={version.name}
          note={version.note}
          onCancel={() => setNaming(false)}
          onSave={async (name, note) => {
            try {
              await callApi(`/api/letters/${letterId}/versions/${version.number}`, { method: 'PATCH', body: { name, note } });
            } catch (error) {
              return error instanceof ApiError ? error.message : String(error);
            }
            setNaming(false);
            onChanged();
            return null;
          }}
        />
      </li>
    );
  }
  return (
    <li aria-label={versionTitle(version)} className={named ? 'rounded-md border border-line-strong px-3 py-2' : 'rounded-md px-2 py-1.5'}>
      <p className="flex items-baseline gap-1.5">
        {named ? <Bookmark aria-hidden className="size-3.5 shrink-0 self-center text-accent-ink" /> : null}
        <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{named ? version.name : `Version ${version.number}`}</span>
        {named ? <span className="figures text-muted text-sm">Version {version.number}</span> : null}
      </p>
      <p className="text-muted text-sm">
        <Instant iso={version.createdAt} /> · {version.by ?? 'Marginalia'}
        {named && version.occasion === 'named' ? null : ` · ${VERSION_OCCASIONS[version.occasion]}`}
      </p>
      {version.note ? <p className="text-sm [overflow-wrap:anywhere]">{version.note}</p> : null}
      <div className="-ml-2 mt-1 flex flex-wrap gap-x-1">
        <ButtonLink
          size="sm"
          variant="ghost"
          href={`/letters/${letterId}/versions/compare?from=${version.number}&to=now`}
          aria-label={`Compare version ${version.number} with the present text`}
        >
          Compare
        </ButtonLink>
        <RestoreVersion {...{ letterId, version, sections }} right={rights.restore} onRestored={onRestored} />
        <Button size="sm" variant="ghost" onClick={() => setNaming(true)} disabledReason={rights.name.allowed ? null : rights.name.reason}>
          {named ? 'Rename' : 'Name'}
        </Button>
      </div>
    </li>
  );
}
