import { Notice } from '@/components/ui/notice';
import type { NotUnderstood } from '@/lib/letter/returned/returned-document';

/** What of the file the reader knows nothing of: told, never dropped silently. */
export function NotUnderstoodList({ items }: { items: readonly NotUnderstood[] }) {
  if (items.length === 0) return null;
  return (
    <Notice
      tone="amber"
      title={items.length === 1 ? 'One thing in the file was not understood' : `${items.length} things in the file were not understood`}
    >
      <p>Look at them in the file itself; nothing of them is here.</p>
      <ul className="mt-1 list-disc pl-4">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index} className="break-words">
            {item.what}
            {item.where === '' ? '' : `: ${item.where}`} <span className="text-sm">({item.part})</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
