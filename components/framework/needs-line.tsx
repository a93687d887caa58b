import { legNeeds, needsFor } from '@/lib/margin/evidence/framework-needs';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { NEED_NAMES } from './need-names';

/** What a framework needs beside positions, in a line. */
export function NeedsLine({ framework }: { framework: Framework }) {
  const { always, where } = needsFor(legNeeds(framework), null);
  const names = (needs: typeof always) => needs.map((need) => NEED_NAMES[need].name).join(', ');
  if (always.length === 0 && where.length === 0) return <>Positions alone.</>;
  return (
    <>
      {always.length > 0 ? `Needs ${names(always)}.` : 'Positions alone.'}
      {where.length > 0 ? ` Takes ${names(where)} where there are any.` : ''}
    </>
  );
}
