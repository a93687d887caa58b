/** Where something was read: addresses as links, other sources as text. */
export function SourceList({ sources }: { sources: readonly string[] }) {
  if (sources.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-2 text-muted text-sm">
      {sources.map((source) => (
        <li key={source} className="max-w-full truncate">
          {/^https?:\/\//.test(source) ? (
            <a
              href={source}
              target="_blank"
              rel="noreferrer noopener"
              className="underline decoration-line-strong underline-offset-2 hover:text-ink"
              title={source}
            >
              {new URL(source).hostname.replace(/^www\./, '')}
            </a>
          ) : (
            <span title={source}>{source}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
