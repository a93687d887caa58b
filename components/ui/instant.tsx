import { easternDate, easternInstant } from './eastern-time';

/** A moment in Eastern time, to the minute; with `dateOnly` the day, the minute in its title. */
export function Instant({ iso, dateOnly = false }: { iso: string; dateOnly?: boolean }) {
  return (
    <time dateTime={iso} title={easternInstant(iso)} className="figures whitespace-nowrap">
      {dateOnly ? easternDate(iso) : easternInstant(iso)}
    </time>
  );
}
