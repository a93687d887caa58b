import Link from 'next/link';
import { NEED_NAMES } from '@/components/framework/need-names';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { type FrameworkNeeds, type HeldKind, type LegNeed, type Need, needsFor } from '@/lib/margin/evidence/framework-needs';

export interface FrameworkChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly builtIn: boolean;
  /** What law or order it would need that does not exist today. */
  readonly constraints: readonly string[];
  readonly needs: readonly LegNeed[];
}

interface FrameworkOptionsProps {
  frameworks: readonly FrameworkChoice[];
  chosen: readonly string[];
  /** What the analysis as described would give the frameworks. */
  given: ReadonlySet<Need>;
  /** What the chosen portfolio holds; null while none is chosen. */
  held: readonly HeldKind[] | null;
  error: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}

/** The alternatives to compare with, each with what it needs and whether that is there. */
export function FrameworkOptions({ frameworks, chosen, given, held, error, onChange }: FrameworkOptionsProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">Alternatives</legend>
      {frameworks.map((framework) => (
        <div key={framework.id} className="rounded-md border px-3 py-2">
          <Checkbox
            label={<span className="font-medium">{framework.name}</span>}
            hint={framework.description}
            checked={chosen.includes(framework.id)}
            onChange={(checked) => onChange(checked ? [...chosen, framework.id] : chosen.filter((id) => id !== framework.id))}
          />
          <div className="mt-1 ml-6 flex flex-col gap-1 text-sm">
            <NeedsGiven needs={needsFor(framework.needs, held)} given={given} />
            {framework.constraints.length > 0 ? (
              <details className="text-muted">
                <summary className="cursor-pointer rounded-sm py-0.5">What it would need that does not exist today</summary>
                <ul className="mt-1 list-disc pl-4">
                  {framework.constraints.map((constraint) => (
                    <li key={constraint}>{constraint}</li>
                  ))}
                </ul>
              </details>
            ) : null}
            {framework.builtIn ? null : (
              <Link href={`/frameworks/${framework.id}`} className="inline-block py-0.5 text-muted underline underline-offset-2">
                A framework of this firm: read it
              </Link>
            )}
          </div>
        </div>
      ))}
      {error ? (
        <p role="alert" className="text-red text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** What a framework needs beside positions, whether it is given, and what it takes where there is some. */
export function NeedsGiven({ needs, given }: { needs: FrameworkNeeds; given: ReadonlySet<Need> }) {
  if (needs.always.length === 0 && needs.where.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 text-sm">
      {needs.always.map((need) => (
        <p key={need} className="flex items-start gap-1.5">
          <Badge tone={given.has(need) ? 'green' : 'amber'}>{given.has(need) ? 'given' : 'missing'}</Badge>
          <span>
            needs {NEED_NAMES[need].name}
            {given.has(need) ? '' : `: ${NEED_NAMES[need].missing}, so the positions concerned stay without an amount`}
          </span>
        </p>
      ))}
      {needs.where.length > 0 ? (
        <p className="text-muted">
          Where there are any it takes{' '}
          {needs.where.map((need) => `${NEED_NAMES[need].name} (${given.has(need) ? 'given' : 'none here'})`).join(', ')}.
        </p>
      ) : null}
    </div>
  );
}
