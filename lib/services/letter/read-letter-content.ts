import type { Letter, Prisma } from '@/lib/generated/prisma/client';
import { citedSourceIds } from '@/lib/letter/citations/cited-source-ids';
import { boundFigures } from '@/lib/letter/figures/collect-figures';
import type { FigureValue, ResolvedFigure } from '@/lib/letter/figures/figure';
import type { Coverage, LetterContent, LetterFurniture, LetterSection, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { RunReport } from '@/lib/margin/report/run-report';
import { readSectionBodies } from '../section/read-section-body';
import { letterSources } from '../source/letter-sources';
import { findLetter } from './find-letter';

/**
 * The whole letter as it stands, acknowledged keystrokes included: every section is read from its room's state and log, never from a cached
 * body. Call inside a transaction for one consistent moment. A bound figure that is not published stays out of `figures`: the checks name it.
 */
export async function readLetterContent(tx: Prisma.TransactionClient, firmId: string, letterId: string): Promise<LetterContent> {
  const letter = await findLetter(tx, firmId, letterId);
  const rows = await tx.section.findMany({ where: { firmId, letterId }, orderBy: { ordinal: 'asc' } });
  const bodies = await readSectionBodies(
    tx,
    firmId,
    rows.map((row) => row.id),
  );
  const sections = rows.map(
    (row): LetterSection => ({
      id: row.id,
      kind: row.kind as SectionKind,
      title: row.title,
      question: row.question as unknown as QuotedQuestion | null,
      coverage: row.coverage as Coverage,
      body: bodies.get(row.id) as ProseNode,
    }),
  );
  return {
    title: letter.title,
    language: 'en-US',
    furniture: letter.furniture as unknown as LetterFurniture,
    sections,
    figures: await resolveBound(tx, firmId, sections),
    ...(await citedSources(tx, letter, sections)),
  };
}

/** The sources that the text cites; nothing where it cites none, as in versions of before there were any. */
async function citedSources(
  tx: Prisma.TransactionClient,
  letter: Letter,
  sections: readonly LetterSection[],
): Promise<Pick<LetterContent, 'sources'>> {
  const sources = await letterSources(tx, letter.firmId, letter, citedSourceIds(sections));
  return sources.length === 0 ? {} : { sources: Object.fromEntries(sources.map((source) => [source.id, source])) };
}

async function resolveBound(
  tx: Prisma.TransactionClient,
  firmId: string,
  sections: readonly LetterSection[],
): Promise<Record<string, ResolvedFigure>> {
  const bindings = boundFigures(sections);
  const publications = await tx.figurePublication.findMany({
    where: { firmId, OR: bindings.map(({ figureId, runId }) => ({ figureId, runId })) },
    include: { figure: { include: { analysis: { select: { name: true } } } } },
  });
  const runs = await tx.run.findMany({
    where: { firmId, id: { in: publications.map((publication) => publication.runId) } },
    select: { id: true, number: true, report: true, inputsHash: true, resultHash: true },
  });
  const runById = new Map(runs.map((run) => [run.id, run]));
  const resolved: Record<string, ResolvedFigure> = {};
  for (const publication of publications) {
    const run = runById.get(publication.runId);
    if (!run) continue;
    const report = run.report as unknown as RunReport;
    const { figure } = publication;
    resolved[`${figure.id}@${run.id}`] = {
      figureId: figure.id,
      runId: run.id,
      path: figure.path,
      name: figure.name,
      value: publication.value as unknown as FigureValue,
      source: {
        analysis: figure.analysis.name,
        runNumber: run.number,
        asOf: report.asOf,
        framework: /^frameworks\/([^/]+)/.exec(figure.path)?.[1] ?? null,
        inputsHash: run.inputsHash,
        resultHash: run.resultHash ?? '',
      },
    };
  }
  return resolved;
}
