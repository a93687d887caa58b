import type { LetterFurniture } from '@/lib/letter/letter-content';

/** The close of the letter: signature blocks and copies. */
export function FurnitureEnd({ furniture }: { furniture: LetterFurniture }) {
  return (
    <footer className="mt-10 flex flex-col gap-6">
      <p>{furniture.closing}</p>
      {furniture.signatories.map((signatory) => (
        <div key={`${signatory.name}${signatory.entity}`} className="mt-6 w-72 border-ink border-t pt-1">
          <p>{signatory.name}</p>
          <p>{signatory.title}</p>
          <p>{signatory.entity}</p>
        </div>
      ))}
      {furniture.signatories.length === 0 ? <p className="text-faint">[Signature block to be set]</p> : null}
      {furniture.cc.length > 0 ? (
        <div className="grid grid-cols-[3rem_1fr] text-[0.9em]">
          <span>cc:</span>
          <div>
            {furniture.cc.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
      ) : null}
    </footer>
  );
}
