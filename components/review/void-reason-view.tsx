import type { VoidReason } from '@/lib/review/void-reason';
import { ChangeLineList } from './change-line-list';
import { FigureDifferenceList } from './figure-difference-list';

/** Why a signature fell: what changed since, figures first, and by whom. */
export function VoidReasonView({ reason }: { reason: VoidReason }) {
  const more = reason.total - reason.lines.length;
  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-sunken px-2.5 py-2 text-sm">
      <p>
        <span className="font-medium">It fell: </span>
        {reason.summary}
        {reason.by.length > 0 ? `, by ${reason.by.join(', ')}` : ''}.
      </p>
      <FigureDifferenceList figures={reason.figures} />
      <ChangeLineList lines={reason.lines} />
      {more > 0 ? <p className="text-muted">and {more} more</p> : null}
    </div>
  );
}
