import { canonicalJson } from '@/lib/core/canonical-json';
import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import { repairBody } from '@/lib/letter/schema/repair-body';
import { isOpen } from '@/lib/policies/section';
import { canRestoreVersion } from '@/lib/policies/version';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';
import { takeSnapshot } from '../letter/take-snapshot';
import { announce } from '../live/announce';
import { voidTouchedSignOffs } from '../review/void-touched-sign-offs';
import { changeRoomText } from '../room/change-room-text';
import { lockSection } from '../room/lock-section';
import { insertSection } from '../section/insert-section';
import { readVersion } from './read-version';
import { restoredOrder } from './restored-order';

export interface SectionNamed {
  readonly id: string;
  readonly title: string;
}

/** What bringing back a version did, by section. */
export interface Restoration {
  /** The version that holds the letter as it stood before. */
  readonly keptAs: number;
  /** The version that holds it as it stands now. */
  readonly newNumber: number;
  /** Took the version's text, title or coverage. */
  readonly restored: readonly SectionNamed[];
  /** Were gone and are there again, under a new id: what others still have open of the old one cannot be mixed into it. */
  readonly broughtBack: readonly SectionNamed[];
  /** Are newer than the version and stayed as they are. */
  readonly kept: readonly SectionNamed[];
  /** Differ from the version and stayed as they are, because they are signed. */
  readonly signed: readonly SectionNamed[];
}

interface Restore {
  readonly letterId: string;
  readonly number: number;
  /** One section of the version; without it the whole letter, furniture and order included. */
  readonly sectionId?: string;
}

/**
 * Brings back what a version holds, as a new version; the letter as it stands is kept as a version first, so that nothing is lost. What others
 * type meanwhile is merged with the text that comes back, as any two changes are. Throws NOT_FOUND for another firm's letter or no such version
 * or section, CHECK_FAILED for a damaged version, CONFLICT where the letter already stands as in it.
 */
export async function restoreVersion(ctx: ServiceContext, { letterId, number, sectionId }: Restore): Promise<Restoration> {
  const { firmId } = ctx.actor;
  return transact(
    ctx,
    async (tx, audit) => {
      const letter = await lockLetter(tx, firmId, letterId);
      const frozen = letter.frozenAt !== null;
      authorise(canRestoreVersion(ctx.actor, { frozen }));
      const version = await readVersion(tx, firmId, letterId, number);
      const wanted = version.content.sections.filter(({ id }) => sectionId === undefined || id === sectionId);
      if (wanted.length === 0) throw new AppError('NOT_FOUND', `Version ${number} has no such section.`);

      // nothing is acknowledged from here on that the version kept first would not hold
      const states = await lockSections(tx, firmId, letterId);
      const { number: keptAs, content: before } = await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'before-restore' });

      const present = new Map(before.sections.map((section) => [section.id, section]));
      const differing = wanted.filter((section) => {
        const now = present.get(section.id);
        return now !== undefined && !isSame(section, now);
      });
      const isSigned = ({ id }: LetterSection) => !isOpen({ state: sectionStateOf(states.get(id) ?? ''), frozen }).allowed;
      const signed = differing.filter(isSigned);
      const restored = differing.filter((section) => !isSigned(section));
      for (const section of [...restored].sort((a, b) => (a.id < b.id ? -1 : 1))) await restoreSection(ctx, tx, section);
      for (const { id } of restored) await voidTouchedSignOffs(ctx, tx, audit, id);
      const ids = await bringBack(
        ctx,
        tx,
        letterId,
        wanted.filter(({ id }) => !present.has(id)),
      );
      const inVersion = new Set(version.content.sections.map(({ id }) => id));
      const kept = sectionId === undefined ? before.sections.filter(({ id }) => !inVersion.has(id)) : [];
      await reorder(tx, letterId, version.content, before, { ids, whole: sectionId === undefined });
      if (sectionId === undefined) await restoreFrame(ctx, tx, letterId, version.content);

      const after = await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'restored', note: `Version ${number} brought back` });
      if (after.number === keptAs && signed.length === 0) {
        throw new AppError('CONFLICT', `The letter already stands as in version ${number}. Nothing was changed.`);
      }
      const broughtBack = [...ids].map(([old, id]) => ({ id, title: wanted.find((section) => section.id === old)?.title ?? '' }));
      const named = { restored: restored.map(nameOf), broughtBack, kept: kept.map(nameOf), signed: signed.map(nameOf) };
      audit({
        type: 'letter.version-restored',
        subject: { type: 'letter', id: letterId },
        data: {
          number,
          contentHash: version.contentHash,
          keptAs,
          newNumber: after.number,
          sectionId: sectionId ?? null,
          restored: named.restored.map(({ id }) => id),
          broughtBack: named.broughtBack.map(({ id }) => id),
          kept: named.kept.map(({ id }) => id),
          signed: named.signed.map(({ id }) => id),
        },
      });
      await announce(tx, { topic: 'letter', about: 'outline', firmId, letterId, sectionId: sectionId ?? null });
      return { keptAs, newNumber: after.number, ...named };
    },
    { timeoutMs: 60_000 },
  );
}

const nameOf = ({ id, title }: LetterSection): SectionNamed => ({ id, title });

function isSame(a: LetterSection, b: LetterSection): boolean {
  return a.title === b.title && a.coverage === b.coverage && canonicalJson(a.body) === canonicalJson(b.body);
}

async function lockSections(tx: Prisma.TransactionClient, firmId: string, letterId: string): Promise<Map<string, string>> {
  const rows = await tx.section.findMany({ where: { firmId, letterId }, select: { id: true }, orderBy: { id: 'asc' } });
  const states = new Map<string, string>();
  for (const { id } of rows) states.set(id, (await lockSection(tx, firmId, id)).state);
  return states;
}

async function restoreSection(ctx: ServiceContext, tx: Prisma.TransactionClient, section: LetterSection): Promise<void> {
  const { actor, clock } = ctx;
  const { body } = repairBody(section.body);
  await changeRoomText(ctx, tx, { sectionId: section.id, memberId: actor.memberId, change: () => body });
  await tx.section.update({
    where: { id: section.id },
    data: { title: section.title, coverage: section.coverage, updatedAt: clock() },
  });
}

/** Makes sections that are gone anew, at the end for now; gives their new ids by their old ones. */
async function bringBack(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  letterId: string,
  sections: readonly LetterSection[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let ordinal = await tx.section.count({ where: { firmId: ctx.actor.firmId, letterId } });
  for (const section of sections) {
    const sectionId = ctx.ids();
    ids.set(section.id, sectionId);
    const { kind, title, question, coverage } = section;
    const draft = { kind, title, question, coverage, body: repairBody(section.body).body };
    await insertSection(tx, { firmId: ctx.actor.firmId, letterId, sectionId, ordinal, at: ctx.clock() }, draft);
    ordinal += 1;
  }
  return ids;
}

async function reorder(
  tx: Prisma.TransactionClient,
  letterId: string,
  version: LetterContent,
  before: LetterContent,
  { ids, whole }: { readonly ids: ReadonlyMap<string, string>; readonly whole: boolean },
): Promise<void> {
  if (!whole && ids.size === 0) return;
  const present = before.sections.map(({ id }) => id);
  const inVersion = version.sections.map(({ id }) => ids.get(id) ?? id);
  const order = whole
    ? restoredOrder(inVersion, present)
    : restoredOrder(
        present,
        inVersion.filter((id) => present.includes(id) || [...ids.values()].includes(id)),
      );
  for (const [ordinal, id] of order.entries())
    await tx.section.updateMany({ where: { id, letterId, NOT: { ordinal } }, data: { ordinal } });
}

async function restoreFrame(ctx: ServiceContext, tx: Prisma.TransactionClient, letterId: string, version: LetterContent): Promise<void> {
  await tx.letter.update({
    where: { id: letterId },
    data: { title: version.title, furniture: version.furniture as unknown as Prisma.InputJsonObject, updatedAt: ctx.clock() },
  });
}
