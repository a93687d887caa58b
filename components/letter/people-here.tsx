import type { PersonHere } from '@/components/live/use-letter-presence';

interface PeopleHereProps {
  people: readonly PersonHere[];
  /** the number or title of a section, as the outline names it */
  placeOf: (sectionId: string) => string | null;
  onGo: (sectionId: string) => void;
}

/** Who else has the letter open: initials that lead to the section they are in. */
export function PeopleHere({ people, placeOf, onGo }: PeopleHereProps) {
  if (people.length === 0) return null;
  return (
    <ul aria-label="Also here" className="flex items-center gap-1">
      {people.map((person) => {
        const { where } = person;
        const place = where === null ? null : placeOf(where);
        const words = place === null ? `${person.name} is here` : `${person.name} is in ${place}`;
        return (
          <li key={person.memberId}>
            <button
              type="button"
              title={words}
              aria-disabled={place === null}
              onClick={() => where !== null && place !== null && onGo(where)}
              // drawn in the browser only: the page's policy forbids style attributes in what the server sends
              style={{ backgroundColor: person.colour }}
              className="grid size-6 place-items-center rounded-full font-medium text-[11px] text-white"
            >
              <span aria-hidden>{initialsOf(person.name)}</span>
              <span className="sr-only">{place === null ? words : `${words}: go there`}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
