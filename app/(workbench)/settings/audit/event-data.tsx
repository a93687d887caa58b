import { Instant } from '@/components/ui/instant';
import { isId } from '@/lib/core/ids';

/** The data of an event as words: names and values; long ones are cut, with the whole in the title. */
export function EventData({ data }: { data: unknown }) {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const shown = entries.filter(([, value]) => value !== null && value !== '');
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5">
      {shown.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt className="text-muted">{spaced(name)}</dt>
          <dd className="max-w-80 truncate" title={textOf(value)}>
            <Value text={textOf(value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ text }: { text: string }) {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return <Instant iso={text} />;
  // an identifier is told apart from others by its beginning
  if (isId(text)) return <code className="text-sm">{text.slice(0, 8)}</code>;
  return text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** "memberId" → "member id" */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
