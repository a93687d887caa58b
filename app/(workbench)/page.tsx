import type { Metadata } from 'next';
import { Page } from '@/components/ui/page';
import { SplitPane } from '@/components/ui/split-pane';
import { currentContext } from '@/lib/auth/current-context';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { canCreateLetter } from '@/lib/policies/letter';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { getHome } from '@/lib/services/home/get-home';
import { myWork } from '@/lib/services/home/my-work';
import { sampleTask } from '@/lib/services/sample/sample-task';
import { ActivityList } from './activity-list';
import { DeadlineStrip } from './deadline-strip';
import { FirstSteps } from './first-steps';
import { HomeLetters } from './home-letters';
import { HomeRuns } from './home-runs';
import { MyWorkList } from './my-work';
import { SampleOffer } from './sample-offer';
import { StaleFigures } from './stale-figures';

export const metadata: Metadata = { title: 'Home' };

/** The member's work at a glance: deadlines, letters, figures that are no longer current, runs; at the right what others did. */
export default async function HomePage() {
  const ctx = await currentContext();
  const [home, work, adding] = await Promise.all([getHome(ctx), myWork(ctx), sampleTask(ctx)]);
  const maySample = canImportPortfolio(ctx.actor).allowed && canCreateLetter(ctx.actor).allowed;
  const now = ctx.clock().toISOString();
  const { steps } = home;
  const fresh = !(steps.request && steps.portfolio && steps.analysis && steps.letter);
  return (
    <SplitPane rightLabel="Activity" right={<ActivityList activity={home.activity} />}>
      <Page title="Home" width="full">
        <div className="flex max-w-5xl flex-col gap-7">
          <DeadlineStrip deadlines={home.deadlines} now={now} />
          {fresh && ctx.actor.role !== 'outside-counsel' ? <FirstSteps steps={steps} role={ctx.actor.role} /> : null}
          <SampleOffer key={adding} taskId={adding} offered={maySample && !steps.letter} />
          <MyWorkList work={work} now={now} />
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
