import type { Metadata } from 'next';
import { Page } from '@/components/ui/page';
import { SplitPane } from '@/components/ui/split-pane';
import { currentContext } from '@/lib/auth/current-context';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { getHome } from '@/lib/services/home/get-home';
import { ActivityList } from './activity-list';
import { DeadlineStrip } from './deadline-strip';
import { FirstSteps } from './first-steps';
import { HomeLetters } from './home-letters';
import { HomeRuns } from './home-runs';
import { StaleFigures } from './stale-figures';

export const metadata: Metadata = { title: 'Home' };

/** The member's work at a glance: deadlines, letters, figures that are no longer current, runs; at the right what others did. */
export default async function HomePage() {
  const ctx = await currentContext();
  const home = await getHome(ctx);
  const now = ctx.clock().toISOString();
  const { steps } = home;
  const fresh = !(steps.request && steps.portfolio && steps.analysis && steps.letter);
  return (
    <SplitPane rightLabel="Activity" right={<ActivityList activity={home.activity} />}>
      <Page title="Home" width="full">
        <div className="flex max-w-5xl flex-col gap-7">
          <DeadlineStrip deadlines={home.deadlines} now={now} />
          {fresh && ctx.actor.role !== 'outside-counsel' ? <FirstSteps steps={steps} role={ctx.actor.role} /> : null}
          <HomeLetters letters={home.letters} now={now} />
          {canReadAnalysis(ctx.actor).allowed ? (
            <>
              <StaleFigures figures={home.staleFigures} published={steps.figure} />
              <HomeRuns runs={home.runs} />
            </>
          ) : null}
        </div>
      </Page>
    </SplitPane>
  );
}
