import { longDate } from '@/lib/core/long-date';
import type { LetterFurniture } from '@/lib/letter/letter-content';

/** Letterhead, date, delivery line, addressees, Re: line and salutation, as they will stand on the first page. */
export function FurnitureTop({ furniture }: { furniture: LetterFurniture }) {
  const { letterhead, date, deliveryLine, addressees, reLines, salutation } = furniture;
  return (
    <header className="mb-8 flex flex-col gap-5">
      <div className="border-line-strong border-b pb-3 text-center">
        <p className="font-semibold text-[1.35em] tracking-wide [font-variant-caps:small-caps]">{letterhead.firm}</p>
        {letterhead.lines.length > 0 ? <p className="text-[0.85em] text-muted">{letterhead.lines.join(' · ')}</p> : null}
      </div>
      <p>{date ? longDate(date) : <span className="text-faint">[Date to be set]</span>}</p>
      {deliveryLine ? <p className="font-semibold">{deliveryLine}</p> : null}
      {addressees.map((addressee) => (
        <address key={addressee.agency} className="not-italic">
          {addressee.lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      ))}
      <div className="grid grid-cols-[3rem_1fr] font-semibold">
        <span>Re:</span>
        <div>
          {reLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      {salutation ? <p>{salutation}</p> : null}
    </header>
  );
}
