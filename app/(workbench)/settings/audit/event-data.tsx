/** The data of an event as words: names and values, long ones cut, with the whole in the title. */
export function EventData({ data }: { data: unknown }) {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const shown = entries.filter(([, value]) => value !== null && value !== '');
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5">
      {shown.map(([name, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return (
          <div key={name} className="flex min-w-0 gap-1.5">
            <dt className="text-muted">{spaced(name)}</dt>
            <dd className="max-w-80 truncate" title={text}>
              {text}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** "memberId" → "member id" */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
