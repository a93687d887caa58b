import type { Restoration } from '@/lib/services/version/restore-version';

/** What bringing back a version did, section by section. */
export function RestorationReport({ restoration }: { restoration: Restoration }) {
  const { keptAs, newNumber, restored, broughtBack, kept, signed } = restoration;
  return (
    <div className="flex flex-col gap-3">
      <p>
        The letter as it was before is version {keptAs}
        {newNumber === keptAs ? '. Nothing else differed.' : `; as it stands now it is version ${newNumber}.`}
      </p>
      <Names title="Have the text of the version again" sections={restored} />
      <Names title="Were gone and are there again" sections={broughtBack} />
      <Names title="Are newer than the version, and stayed" sections={kept} />
      <Names title="Are signed, and stayed as they are: reopen them to bring them back" sections={signed} />
    </div>
  );
}

function Names({ title, sections }: { title: string; sections: Restoration['restored'] }) {
  if (sections.length === 0) return null;
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      <ul className="list-disc pl-5">
        {sections.map(({ id, title: name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
