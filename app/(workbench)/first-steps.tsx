import { Circle, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import type { Role } from '@/lib/policies/actor';
import type { Home } from '@/lib/services/home/get-home';

interface Step {
  readonly id: keyof Home['steps'];
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly action: string;
  /** Whose work it mostly is. */
  readonly roles: readonly Role[];
}

const STEPS: readonly Step[] = [
  {
    id: 'request',
    title: 'Import the request',
    text: 'The official text with its questions, from a Federal Register file or by document number.',
    href: '/requests',
    action: 'Go to requests',
    roles: ['administrator', 'legal'],
  },
  {
    id: 'portfolio',
    title: 'Import a portfolio',
    text: 'Positions or sensitivities; every row is classified to the regime that governs it.',
    href: '/portfolios/import',
    action: 'Import positions',
    roles: ['administrator', 'risk'],
  },
  {
    id: 'analysis',
    title: 'Run an analysis',
    text: 'Today’s regimes against an alternative: the difference, and where it comes from.',
    href: '/analyses/new',
    action: 'New analysis',
    roles: ['administrator', 'risk'],
  },
  {
    id: 'figure',
    title: 'Publish a figure',
    text: 'Only a published figure can stand in a letter; it stays bound to its run.',
    href: '/analyses',
    action: 'Go to analyses',
    roles: ['administrator', 'risk'],
  },
  {
    id: 'letter',
    title: 'Start the letter',
    text: 'A section for each question, both agencies addressed, figures put in as you write.',
    href: '/letters/new',
    action: 'New letter',
    roles: ['administrator', 'legal'],
  },
];

/** The way through for a firm that has just begun: what is done, and the next step that this member can take. */
export function FirstSteps({ steps, role }: { steps: Home['steps']; role: Role }) {
  const next = STEPS.find(({ id, roles }) => !steps[id] && roles.includes(role));
  return (
    <section aria-labelledby="first-steps" className="rounded-lg border">
      <h2 id="first-steps" className="border-line border-b px-4 py-2.5 font-semibold text-md">
        From the request to the letter
      </h2>
      <ol className="divide-y">
        {STEPS.map((step) => {
          const done = steps[step.id];
          return (
            <li key={step.id} className="flex items-center gap-3 px-4 py-2.5">
              {done ? (
                <CircleCheck aria-label="Done" className="size-4.5 shrink-0 text-green" />
              ) : (
                <Circle aria-label="To do" className="size-4.5 shrink-0 text-line-strong" />
              )}
              <div className="min-w-0 flex-1">
                <p className="font-medium">{done ? step.title : <Link href={step.href}>{step.title}</Link>}</p>
                <p className="text-muted text-sm">{step.text}</p>
              </div>
              {step.id === next?.id ? (
                <ButtonLink href={step.href} variant="primary" size="sm">
                  {step.action}
                </ButtonLink>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
