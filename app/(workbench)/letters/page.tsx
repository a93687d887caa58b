import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { CoverageBar } from '@/components/ui/coverage-bar';
import { DataTable } from '@/components/ui/data-table';
import { calendarDay } from '@/components/ui/days-left';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { isId } from '@/lib/core/ids';
import { canCreateLetter } from '@/lib/policies/letter';
import { listLetters } from '@/lib/services/letter/list-letters';

export const metadata = { title: 'Letters' };

export default async function LettersPage({ searchParams }: { searchParams: Promise<{ request?: string }> }) {
  const ctx = await currentContext();
  const { request } = await searchParams;
  const requestId = request && isId(request) ? request : undefined;
  const letters = await listLetters(ctx, { requestId });
  const create = canCreateLetter(ctx.actor);
  const newHref = requestId ? `/letters/new?request=${requestId}` : '/letters/new';
  return (
    <Page
      title="Letters"
      description={requestId ? 'Letters that answer one request.' : undefined}
      breadcrumbs={requestId ? [{ label: 'All letters', href: '/letters' }] : []}
      actions={
        create.allowed ? (
          <ButtonLink variant="primary" href={newHref}>
            New letter
          </ButtonLink>
        ) : (
          <span className="text-muted">{create.reason}</span>
        )
      }
    >
      {letters.length === 0 ? (
        <EmptyState
          title="No letter yet"
          action={
            <>
              <ButtonLink href="/requests">Import a request</ButtonLink>
              {create.allowed ? <ButtonLink href={newHref}>Start a letter</ButtonLink> : null}
            </>
          }
        >
          A letter starts from an imported request: it gets one section for each numbered question, with the question quoted above the
          answer.
        </EmptyState>
      ) : (
        <DataTable
          caption="Letters"
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: 'title',
              label: 'Letter',
              render: (letter) => (
                <Link href={`/letters/${letter.id}`} className="font-medium hover:underline">
                  {letter.title}
                </Link>
              ),
            },
            { key: 'requestTitle', label: 'Answers', className: 'max-w-96 text-muted' },
            {
              key: 'coverage',
              label: 'Coverage',
              render: (letter) => <CoverageBar done={letter.answered} total={letter.questions} label="questions" />,
            },
            {
              key: 'staleFigures',
              label: 'Figures',
              render: (letter) =>
                letter.staleFigures > 0 ? (
                  <Badge tone="amber">{letter.staleFigures} not current</Badge>
                ) : (
                  <span className="text-muted">Current</span>
                ),
            },
            {
              key: 'dueAt',
              label: 'Comments due',
              render: (letter) => (letter.dueAt ? calendarDay(letter.dueAt) : <span className="text-muted">Not known</span>),
            },
            { key: 'updatedAt', label: 'Changed', render: (letter) => <Instant iso={letter.updatedAt} /> },
          ]}
        />
      )}
    </Page>
  );
}
