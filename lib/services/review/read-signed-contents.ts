import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { boundFigures, figureKey } from '@/lib/letter/figures/collect-figures';
import type { FigureValue } from '@/lib/letter/figures/figure';
import type { Coverage, LetterSection, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { type SignedContent, type SignedFigure, signedContentOf, signedHash } from '@/lib/review/signed-content';
import { readSectionBodies } from '../section/read-section-body';

/** What a signature on a section would bind at this moment. */
export interface PresentContent {
  readonly content: SignedContent;
  readonly hash: string;
}

/**
 * What signatures on these sections would bind now: texts from state and log of their rooms, every acknowledged keystroke included, and the
 * published values of the figures in them. Inside a transaction that holds a section's row lock nothing of its text can change beside it.
 */
export async function readSignedContents(
  db: Prisma.TransactionClient,
  firmId: string,
  sections: readonly Section[],
): Promise<ReadonlyMap<string, PresentContent>> {
  const bodies = await readSectionBodies(
    db,
    firmId,
    sections.map(({ id }) => id),
  );
  const contents = sections.map(
    (row): LetterSection => ({
      id: row.id,
      kind: row.kind as SectionKind,
      title: row.title,
      question: row.question as unknown as QuotedQuestion | null,
      coverage: row.coverage as Coverage,
      body: bodies.get(row.id) as ProseNode,
    }),
  );
  const figures = await signedFigures(db, firmId, contents);
  return new Map(
    contents.map((section) => {
      const content = signedContentOf(section, figures);
      return [section.id, { content, hash: signedHash(content) }];
    }),
  );
}

async function signedFigures(
  db: Prisma.TransactionClient,
  firmId: string,
  sections: readonly LetterSection[],
): Promise<Readonly<Record<string, SignedFigure>>> {
  const bindings = boundFigures(sections);
  if (bindings.length === 0) return {};
  const publications = await db.figurePublication.findMany({
    where: { firmId, OR: bindings.map(({ figureId, runId }) => ({ figureId, runId })) },
    include: { figure: { select: { name: true, path: true, withdrawnAt: true } } },
  });
  const runs = await db.run.findMany({
    where: { firmId, id: { in: publications.map(({ runId }) => runId) } },
    select: { id: true, number: true, withdrawnAt: true },
  });
  const runById = new Map(runs.map((run) => [run.id, run]));
  return Object.fromEntries(
    publications.map(({ figureId, runId, figure, value }): [string, SignedFigure] => {
      const run = runById.get(runId);
      const withdrawn = figure.withdrawnAt !== null || run === undefined || run.withdrawnAt !== null;
      return [
        figureKey({ figureId, runId }),
        {
          figureId,
          runId,
          path: figure.path,
          name: figure.name,
          runNumber: run?.number ?? null,
          value: value as unknown as FigureValue,
          withdrawn,
        },
      ];
    }),
  );
}
