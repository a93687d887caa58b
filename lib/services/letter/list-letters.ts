import { bindingsOf } from '@/lib/letter/figures/collect-figures';
import { figureState } from '@/lib/letter/figures/figure-state';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { canReadLetter } from '@/lib/policies/letter';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { firmFigures } from './letter-figures';

/** A letter as lists show it; `dueAt` is the ISO date on which comments are due, where the request gives one. */
export interface LetterSummary {
  readonly id: string;
  readonly title: string;
  readonly requestId: string;
  readonly requestTitle: string;
  readonly dueAt: string | null;
  readonly questions: number;
  readonly answered: number;
  readonly sections: number;
  readonly staleFigures: number;
  readonly updatedAt: string;
}

/** The firm's letters, last changed first, with coverage and the number of bound figures that are no longer current. */
export async function listLetters(ctx: ServiceContext, filter: { readonly requestId?: string } = {}): Promise<LetterSummary[]> {
  authorise(canReadLetter(ctx.actor));
  const { firmId } = ctx.actor;
  const letters = await ctx.db.letter.findMany({
    where: { firmId, ...(filter.requestId ? { requestId: filter.requestId } : {}) },
    include: { sections: { select: { kind: true, coverage: true, body: true, updatedAt: true } } },
    orderBy: { updatedAt: 'desc' },
  });
  const versions = await ctx.db.requestVersion.findMany({
    where: { firmId, id: { in: letters.map((letter) => letter.requestVersionId) } },
    select: { id: true, content: true },
  });
  const documents = new Map(versions.map((version) => [version.id, version.content as unknown as RequestDocument]));
  const figures = new Map((await firmFigures(ctx.db, firmId)).map((entry) => [entry.figureId, entry]));
  return letters.map((letter) => {
    const document = documents.get(letter.requestVersionId);
    const questions = letter.sections.filter((section) => section.kind === 'question');
    const bindings = letter.sections.flatMap((section) => bindingsOf(section.body as unknown as ProseNode));
    return {
      id: letter.id,
      title: letter.title,
      requestId: letter.requestId,
      requestTitle: document?.title ?? '',
      dueAt: document?.dates.commentsClose ?? null,
      questions: questions.length,
      answered: questions.filter((section) => section.coverage !== 'open').length,
      sections: letter.sections.length,
      staleFigures: bindings.filter((binding) => {
        const entry = figures.get(binding.figureId);
        return !entry || figureState(entry, binding.runId) !== 'current';
      }).length,
      updatedAt: letter.sections
        .reduce((latest, section) => (section.updatedAt > latest ? section.updatedAt : latest), letter.updatedAt)
        .toISOString(),
    };
  });
}
