import { Notice } from '@/components/ui/notice';
import type { CatalogueRequest } from '@/lib/request/catalogue/catalogue-request';
import { factsOf } from '@/lib/request/facts-of';
import { FactList } from './fact-list';
import { SourceList } from './source-list';
import { StandingBadge } from './standing-badge';

/** All that is known of a request before its text is imported, and how well. */
export function CatalogueEntry({ entry }: { entry: CatalogueRequest }) {
  return (
    <div className="flex flex-col gap-6">
      {entry.cautions.length > 0 ? (
        <Notice tone="amber" title="Not to be confused">
          {entry.cautions.map((caution) => (
            <p key={caution}>{caution}</p>
          ))}
        </Notice>
      ) : null}
      <FactList facts={factsOf(null, entry)} />
      <section aria-labelledby="areas">
        <h2 id="areas" className="mb-2 flex items-center gap-2 font-semibold text-md">
          What it covers <StandingBadge standing={entry.areas.standing} />
        </h2>
        {entry.areas.value ? (
          <>
            <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {entry.areas.value.map((area) => (
                <li key={area.key}>
                  <h3 className="font-medium">{area.title}</h3>
                  <p className="text-muted">{area.description}</p>
                </li>
              ))}
            </ul>
            <p className="mt-2 text-muted text-sm">{entry.areas.note}</p>
            <SourceList sources={entry.areas.sources} />
          </>
        ) : null}
      </section>
      <section aria-labelledby="channels">
        <h2 id="channels" className="mb-2 flex items-center gap-2 font-semibold text-md">
          How comments are sent <StandingBadge standing={entry.channels.standing} />
        </h2>
        {entry.channels.value ? (
          <ul className="flex flex-col gap-1">
            {entry.channels.value.map((channel) => (
              <li key={`${channel.agency}-${channel.method}`}>
                <span className="font-medium">
                  {channel.agency}, {channel.method}:
                </span>{' '}
                {channel.where}
                {channel.identifyBy ? <span className="text-muted"> ({channel.identifyBy})</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
        {entry.channels.note ? <p className="mt-1 text-muted text-sm">{entry.channels.note}</p> : null}
        {entry.instructions.value ? (
          <ul className="mt-2 list-disc pl-4">
            {entry.instructions.value.map((instruction) => (
              <li key={instruction}>{instruction}</li>
            ))}
          </ul>
        ) : null}
        <SourceList sources={entry.channels.sources} />
      </section>
      {entry.importFrom ? (
        <p>
          The official text:{' '}
          <a href={entry.importFrom} target="_blank" rel="noreferrer noopener" className="text-accent-ink underline underline-offset-2">
            {entry.importFrom}
          </a>
        </p>
      ) : null}
    </div>
  );
}
