import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { RequestDocument } from '@/lib/request/request-document';
import { createLetter } from '@/lib/services/letter/create-letter';
import type { TestFirm } from './firm';

/** A joint request of two agencies with as many numbered questions as asked for; invented, and marked so. */
export function requestDocument(questions = 3): RequestDocument {
  return {
    title: 'Synthetic joint request',
    type: 'Notice',
    action: 'Request for comment',
    citation: '99 FR 12345',
    documentNumber: '2199-00001',
    docketIds: ['S7-99-99'],
    releases: [],
    rins: ['3038-ZZ99'],
    cfrParts: [],
    dates: { published: '2026-07-01', commentsClose: '2026-08-30', text: null },
    agencies: ['Commodity Futures Trading Commission', 'Securities and Exchange Commission'],
    summary: [],
    addresses: [],
    contacts: [],
    sections: [
      {
        key: 'I',
        heading: 'Questions',
        level: 1,
        paragraphs: [],
        questions: Array.from({ length: questions }, (_, index) => ({
          key: `I/${index + 1}`,
          label: `Question ${index + 1}`,
          number: String(index + 1),
          text: `What does rule ${index + 1} cost?`,
          parts: [],
          footnoteMarks: [],
          place: { line: null, page: null },
        })),
      },
    ],
    footnotes: [],
    warnings: [],
    source: { format: 'xml', fileName: null, sha256: '0'.repeat(64) },
  };
}

/** Writes a request version of the firm and gives its id. */
export async function makeRequestVersion(firm: TestFirm, document: RequestDocument = requestDocument()): Promise<string> {
  const ctx = firm.ctxAs('legal');
  const id = ctx.ids();
  await ctx.db.request.create({
    data: {
      id: ctx.ids(),
      firmId: firm.firmId,
      title: document.title,
      createdAt: ctx.clock(),
      versions: {
        create: {
          id,
          firmId: firm.firmId,
          number: 1,
          origin: 'xml',
          content: document as unknown as Prisma.InputJsonObject,
          contentHash: contentHash(document),
          createdById: ctx.actor.memberId,
          createdAt: ctx.clock(),
        },
      },
    },
  });
  return id;
}

/** A letter of the firm that answers a request with so many questions. */
export async function makeLetter(firm: TestFirm, questions = 3): Promise<{ letterId: string; sectionIds: readonly string[] }> {
  const requestVersionId = await makeRequestVersion(firm, requestDocument(questions));
  const { letterId } = await createLetter(firm.ctxAs('legal'), { requestVersionId, title: '' });
  const sections = await firm
    .ctxAs('legal')
    .db.section.findMany({ where: { letterId }, orderBy: { ordinal: 'asc' }, select: { id: true } });
  return { letterId, sectionIds: sections.map((section) => section.id) };
}
