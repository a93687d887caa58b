import type { KnownReturn } from '@/lib/letter/returned/return-report';

const WHY: Readonly<Record<KnownReturn['why'], string>> = {
  'in-the-letter': 'in the letter already',
  'suggested-before': 'suggested before',
};

/** What came back and needs no decision. */
export function KnownChanges({ known }: { known: readonly KnownReturn[] }) {
  if (known.length === 0) return null;
  return (
    <details className="rounded-md border border-line">
      <summary className="cursor-default px-3 py-1.5 hover:bg-hover">
        {known.length === 1 ? 'One change is known already' : `${known.length} changes are known already`}
      </summary>
      <ul className="flex flex-col gap-1 px-3 py-2">
        {known.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index} className="break-words">
            {each.name ?? 'Untracked edit'}: {each.words} <span className="text-muted">({WHY[each.why]})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
