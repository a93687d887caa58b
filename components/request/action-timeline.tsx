import { Badge } from '@/components/ui/badge';
import { longDate } from '@/lib/core/long-date';
import type { RelatedAction } from '@/lib/request/actions/related-action';
import { CopyCitation } from './copy-citation';
import { SourceList } from './source-list';
import { StandingBadge } from './standing-badge';

/** What happened around portfolio margining and what is still to come, oldest first; `today` divides the two. */
export function ActionTimeline({ actions, today }: { actions: readonly RelatedAction[]; today: string }) {
  const next = actions.findIndex(({ date }) => date > today);
  return (
    <ol className="border-line-strong border-l-2">
      {actions.map((action, index) => (
        <li key={action.key} id={action.key} className="relative scroll-mt-4 pb-5 pl-5">
          <span
            aria-hidden
            className={`-left-[7px] absolute top-1 size-3 rounded-full border-2 border-canvas ${action.date > today ? 'bg-amber' : 'bg-accent'}`}
          />
          {index === next ? <p className="mb-2 font-medium text-amber text-sm">Still to come, as of {longDate(today)}</p> : null}
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <time dateTime={action.date} className="figures text-muted">
              {longDate(action.date)}
            </time>
            <h2 className="font-semibold">{action.title}</h2>
            <span className="flex gap-1">
              {action.agencies.map((agency) => (
                <Badge key={agency}>{agency}</Badge>
              ))}
              <Badge>{action.kind}</Badge>
              <StandingBadge standing={action.standing} />
            </span>
          </div>
          <p className="max-w-prose">{action.description}</p>
          {action.caution ? <p className="max-w-prose text-amber text-sm">{action.caution}</p> : null}
          <div className="mt-1 flex max-w-prose items-start gap-x-2">
            <p className="select-all font-serif text-md">{action.citation}.</p>
            <CopyCitation text={`${action.citation}.`} title={action.title} />
          </div>
          <SourceList sources={action.sources} />
        </li>
      ))}
    </ol>
  );
}
