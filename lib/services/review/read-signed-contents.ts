import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { citedSourceIds } from '@/lib/letter/citations/cited-source-ids';
import type { Source } from '@/lib/letter/citations/source';
import { boundFigures, figureKey } from '@/lib/letter/figures/collect-figures';
import type { FigureValue } from '@/lib/letter/figures/figure';
import type { Coverage, LetterSection, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { type SignedContent, type SignedFigure, signedContentOf, signedHash } from '@/lib/review/signed-content';
import { readSectionBodies } from '../section/read-section-body';
import { letterSources } from '../source/letter-sources';

/** What a signature on a section would bind at this moment. */
export interface PresentContent {
  readonly content: SignedContent;
  readonly hash: string;
}

/**
 * What signatures on these sections would bind now: texts from state and log of their rooms, every acknowledged keystroke included, and the
 * published values of the figures in them, and what they cite as it reads now. Inside a transaction that holds a section's row lock nothing of its text can change beside it.
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
  const sources = await citedSources(db, firmId, sections, contents);
  return new Map(
    contents.map((section, index) => {
      const content = signedContentOf(section, figures, sources.get(sections[index]?.letterId ?? ''));
      return [section.id, { content, hash: signedHash(content) }];
    }),
  );
}

/** The sources that the sections cite, by the letter: a frozen one reads them as they were filed. */
async function citedSources(
  db: Prisma.TransactionClient,
  firmId: string,
  rows: readonly Section[],
  contents: readonly LetterSection[],
): Promise<ReadonlyMap<string, readonly Source[]>> {
  const cited = new Map<string, LetterSection[]>();
  for (const [index, { letterId }] of rows.entries()) {
    const content = contents[index];
    if (content && citedSourceIds([content]).length > 0) cited.set(letterId, [...(cited.get(letterId) ?? []), content]);
  }
  if (cited.size === 0) return new Map();
  const letters = await db.letter.findMany({ where: { firmId, id: { in: [...cited.keys()] } }, select: { id: true, frozenAt: true } });
  const found = new Map<string, readonly Source[]>();
  for (const letter of letters) found.set(letter.id, await letterSources(db, firmId, letter, citedSourceIds(cited.get(letter.id) ?? [])));
  return found;
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
