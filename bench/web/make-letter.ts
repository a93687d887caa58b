import { randomUUID } from 'node:crypto';
import { SESSION_COOKIE, sessionToken } from '@/lib/auth/session-token';
import { contentHash } from '@/lib/core/hash';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { RequestDocument } from '@/lib/request/request-document';
import { body, bullets, footnote, heading, paragraph } from '@/lib/sample/prose';
import { SampleDraw } from '@/lib/sample/sample-draw';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { createLetter } from '@/lib/services/letter/create-letter';
import { sentence, sentences } from '../inputs/words';

const PARAGRAPHS = 6;
const DAY_MS = 24 * 3_600_000;

/** A letter that a member may write in. */
export interface WebLetter {
  readonly letterId: string;
  /** the sections that it has, and the words in them */
  readonly sections: number;
  readonly words: number;
  /** name and value of the cookie that signs the member in */
  readonly cookie: { readonly name: string; readonly value: string };
}

/** A firm with one member and a letter of so many sections, each six paragraphs, a heading, a list and a footnote; made by the services that members use. */
export async function makeLetter(db: PrismaClient, sections: number): Promise<WebLetter> {
  const draw = new SampleDraw(11);
  const ctx = await makeMember(db);
  const requestVersionId = await makeRequest(ctx, sections, draw);
  let words = 0;
  const write = (count: number): string => {
    const text = sentences(draw, count);
    words += text.split(' ').length;
    return text;
  };
  const section = (): ProseNode => {
    const [first, ...others] = Array.from({ length: PARAGRAPHS }, () => paragraph(write(3)));
    return body(first ?? paragraph(), heading('What follows'), ...others, bullets([write(1), footnote(paragraph(write(1)))], [write(1)]));
  };
  const { letterId } = await createLetter(ctx, {
    requestVersionId,
    title: 'A letter of the bench',
    outline: (drafted) => drafted.slice(0, sections).map((draft) => ({ ...draft, body: section() })),
  });
  const count = await db.section.count({ where: { letterId } });
  return { letterId, sections: count, words, cookie: { name: SESSION_COOKIE.http, value: await sessionToken(ctx.actor.sessionId ?? '') } };
}

async function makeMember(db: PrismaClient): Promise<ServiceContext> {
  const at = new Date();
  const [firmId, memberId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  const name = 'Editor';
  await db.firm.create({ data: { id: firmId, name: 'Bench Street Securities LLC', createdAt: at } });
  await db.member.create({ data: { id: memberId, firmId, name, role: 'legal', email: 'editor@example.test', createdAt: at } });
  const expiresAt = new Date(at.getTime() + DAY_MS);
  await db.session.create({ data: { id: sessionId, memberId, createdAt: at, lastSeenAt: at, expiresAt } });
  return { actor: { memberId, firmId, sessionId, role: 'legal', name }, db, clock: () => new Date(), ids: () => randomUUID() };
}

/** A made-up request with a question for each section. */
async function makeRequest({ db, actor, clock }: ServiceContext, questions: number, draw: SampleDraw): Promise<string> {
  const document: RequestDocument = {
    ...{
      title: 'A request of the bench',
      type: 'Notice',
      action: 'Request for comment',
      citation: '99 FR 12345',
      documentNumber: '2199-00001',
    },
    ...{ docketIds: ['S7-99-99'], releases: [], rins: ['3038-ZZ99'], cfrParts: [] },
    dates: { published: '2026-07-01', commentsClose: '2026-08-30', text: null },
    agencies: ['Commodity Futures Trading Commission', 'Securities and Exchange Commission'],
    ...{ summary: [], addresses: [], contacts: [], footnotes: [], warnings: [] },
    sections: [
      {
        ...{ key: 'I', heading: 'Questions', level: 1, paragraphs: [] },
        questions: Array.from({ length: questions }, (_, index) => ({
          ...{ key: `I/${index + 1}`, label: `Question ${index + 1}`, number: String(index + 1), text: sentence(draw) },
          ...{ parts: [], footnoteMarks: [], place: { line: null, page: null } },
        })),
      },
    ],
    source: { format: 'xml', fileName: null, sha256: '0'.repeat(64) },
  };
  const [id, { firmId, memberId: createdById }, createdAt] = [randomUUID(), actor, clock()];
  const version = { id, firmId, number: 1, origin: 'xml', contentHash: contentHash(document), createdById, createdAt };
  await db.request.create({
    data: {
      ...{ id: randomUUID(), firmId, title: document.title, createdAt },
      versions: { create: { ...version, content: document as unknown as Prisma.InputJsonObject } },
    },
  });
  return id;
}
