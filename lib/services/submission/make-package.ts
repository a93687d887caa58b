import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { boundFigures } from '@/lib/letter/figures/collect-figures';
import type { LetterContent } from '@/lib/letter/letter-content';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { pageMarkingWords } from '@/lib/letter/protection/page-marking-words';
import { protectedParts } from '@/lib/letter/protection/protected-parts';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { fileStem } from '@/lib/letter/submission/file-names';
import { canExportLetter } from '@/lib/policies/letter';
import { AGENCIES, agencyNamed } from '@/lib/request/agencies/agencies';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import type { Overrides } from '../export/build-request';
import { type KeptExport, keepExport } from '../export/keep-export';
import { passChecks } from '../export/pass-checks';
import { findingsOf } from '../letter/check-letter';
import { findLetter } from '../letter/find-letter';
import { takeSnapshot } from '../letter/take-snapshot';
import { currentTemplate } from '../template/current-template';
import { annexRuns } from './annex-runs';
import type { PackageToRender, RenderedPackage } from './package-to-render';

interface MakePackage extends Overrides {
  readonly letterId: string;
}

export type PackageWriter = (input: PackageToRender) => Promise<RenderedPackage>;

export interface MadePackage extends KeptExport {
  readonly snapshotNumber: number;
  readonly findings: readonly LetterFinding[];
  readonly files: RenderedPackage['files'];
  readonly bytes: Uint8Array;
}

/**
 * Takes a version of the letter, checks it as it is filed, and keeps the zip of all that goes out with it. Throws CHECK_FAILED as an export does.
 */
export async function makePackage(ctx: ServiceContext, input: MakePackage, write: PackageWriter): Promise<MadePackage> {
  authorise(canExportLetter(ctx.actor));
  const { firmId } = ctx.actor;
  const { letterId } = input;
  const { snapshot, findings, toRender } = await transact(ctx, async (tx, audit) => {
    const taken = await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'export' });
    const { content } = taken;
    const confidential = protectedParts(withoutPrivileged(content)).length > 0;
    const found = await findingsOf(ctx, tx, letterId, content, confidential ? 'public' : 'clean');
    passChecks(audit, letterId, found, input);
    const letter = await findLetter(tx, firmId, letterId);
    const firm = await tx.firm.findUniqueOrThrow({ where: { id: firmId } });
    const version = await tx.requestVersion.findFirst({ where: { id: letter.requestVersionId, firmId }, select: { content: true } });
    const facts = readConfidentialRequest(letter.confidentialRequest);
    const all: Omit<PackageToRender, 'runs'> = {
      content,
      version: { number: taken.number, contentHash: taken.contentHash },
      agencies: addressedTo(content),
      request: (version?.content as unknown as RequestDocument | undefined) ?? null,
      facts,
      marking: pageMarkingWords(facts, firm.name),
      template: await currentTemplate(tx, firmId),
    };
    return { snapshot: taken, findings: found, toRender: all };
  });
  // runs never change, so that they need not hold up the letter
  const runIds = boundFigures(toRender.content.sections).map(({ runId }) => runId);
  const { bytes, files } = await write({ ...toRender, runs: await annexRuns(ctx.db, firmId, runIds) });
  const kept = await keepExport(ctx, {
    ...{ letterId, snapshot, build: 'package', agency: null, bytes },
    options: { files: files.map((file) => ({ ...file })) },
    fileName: `${fileStem(snapshot.content.title)}-v${snapshot.number}-package.zip`,
    mediaType: 'application/zip',
    findings: [...new Set(findings.map(({ code }) => code))],
    overrideReason: input.overrideReason,
  });
  return { ...kept, snapshotNumber: snapshot.number, findings, files, bytes };
}

/** The agencies that the letter is addressed to; both where it names neither. */
function addressedTo({ furniture }: LetterContent): readonly AgencyKey[] {
  const named = furniture.addressees.map(({ agency, lines }) => agencyNamed(`${agency}\n${lines.join('\n')}`)?.key);
  const own = AGENCIES.map(({ key }) => key).filter((key) => named.includes(key));
  return own.length > 0 ? own : AGENCIES.map(({ key }) => key);
}
