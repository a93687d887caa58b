import { PANELS } from '@/components/letter/letter-panels';
import { LetterWorkspace } from '@/components/letter/letter-workspace';
import { currentContext } from '@/lib/auth/current-context';
import { isId } from '@/lib/core/ids';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { getLetter } from '@/lib/services/letter/get-letter';

export const metadata = { title: 'Letter' };

interface LetterPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ section?: string; node?: string; panel?: string; thread?: string; suggestion?: string }>;
}

export default async function LetterPage({ params, searchParams }: LetterPageProps) {
  const ctx = await currentContext();
  const letter = await pageOf(getLetter(ctx, pageId((await params).id)));
  const { section, node, panel, thread, suggestion } = await searchParams;
  return (
    <LetterWorkspace
      letter={letter}
      user={{ memberId: ctx.actor.memberId, name: ctx.actor.name }}
      initialSection={section && isId(section) ? section : null}
      initialNode={section && node ? node.slice(0, 100) : null}
      initialThread={thread && isId(thread) ? thread : null}
      initialSuggestion={suggestion && isId(suggestion) ? suggestion : null}
      initialPanel={PANELS.find((each) => each.id === panel)?.id ?? null}
    />
  );
}
