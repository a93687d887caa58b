import { strToU8 } from 'fflate';
import { boundFigures } from '@/lib/letter/figures/collect-figures';
import type { LetterContent } from '@/lib/letter/letter-content';
import { protectedParts } from '@/lib/letter/protection/protected-parts';
import { redactContent } from '@/lib/letter/protection/redact-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { agencyChecklist, checklistText } from '@/lib/letter/submission/checklist';
import { figureListCsv, listedFigures } from '@/lib/letter/submission/figure-list';
import { buildFileName, fileStem } from '@/lib/letter/submission/file-names';
import { manifestOf, manifestText, type PackageFile } from '@/lib/letter/submission/manifest';
import { tableOfFigures } from '@/lib/letter/submission/table-of-figures';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import { matchCatalogue } from '@/lib/request/catalogue/match-catalogue';
import type { BuildKind } from '@/lib/word/letter-build';
import { rezip } from '@/lib/word/package/rezip';
import { annexWorkbook } from '@/lib/workbook/annex/annex-workbook';
import { runName } from '@/lib/workbook/annex/run-heading';
import { shownRuns } from '@/lib/workbook/annex/shown-runs';
import { writeWorkbook } from '@/lib/workbook/write/write-workbook';
import { refuseUnclean } from '../export/refuse-unclean';
import { renderLetter } from '../export/render-letter';
import { renderRequest } from '../protection/render-request';
import type { PackageToRender, RenderedPackage } from './package-to-render';

/**
 * The zip of everything that goes out with a letter, and of what the firm keeps with it: see docs/submission-package.md. The same letter gives
 * the same bytes. What is held back is gone from the content before anything under public/ is written.
 */
export async function renderPackage(
  input: PackageToRender,
  progress: (done: number, total: number, message: string) => void = () => undefined,
): Promise<RenderedPackage> {
  const filed = withoutPrivileged(input.content);
  const confidential = protectedParts(filed).length > 0;
  const steps = input.agencies.length * (confidential ? 3 : 1) + 2;
  let done = 0;
  const step = (message: string) => progress(done++, steps, message);
  const files: PackageFile[] = [];
  for (const agency of input.agencies) {
    if (confidential) {
      step(`Public letter for the ${agency}`);
      files.push(await wordFile(input, 'public', agency, 'public'));
      step(`Confidential letter for the ${agency}`);
      files.push(await wordFile(input, 'confidential', agency, 'confidential'));
      step(`Request for confidential treatment to the ${agency}`);
      files.push(await requestFile(input, agency));
    } else {
      step(`Letter for the ${agency}`);
      files.push(await wordFile(input, 'clean', agency, 'public'));
    }
    files.push(checklistFile(input, agency, confidential));
  }
  step('Annex workbook and table of figures');
  files.push(...figureFiles(input, confidential ? redactContent(filed).content : filed, confidential ? 'public' : 'whole', filed));
  if (confidential) files.push(...figureFiles(input, filed, 'confidential', filed));
  step('Manifest');
  const rendered = zipped(input, files, confidential ? redactContent(filed).content : filed);
  step('Keeping the package');
  return rendered;
}

function folderOf(holds: PackageFile['holds']): string {
  return holds === 'working paper' ? 'working-papers' : holds;
}

async function wordFile(
  input: PackageToRender,
  build: BuildKind,
  agency: AgencyKey,
  holds: 'public' | 'confidential',
): Promise<PackageFile> {
  const { content, version, marking, template } = input;
  const request = { build, agency, against: null, privileged: false };
  const bytes = await renderLetter({
    ...{ request, content, versionHash: version.contentHash, before: null, suggestions: [], threads: [], marking, template },
  });
  refuseUnclean(bytes, build);
  const what =
    build === 'public' ? 'the letter, redacted' : build === 'confidential' ? 'the letter with its confidential parts' : 'the letter';
  return { path: `${folderOf(holds)}/${agency}/${buildFileName(content.title, version.number, request)}`, what, holds, agency, bytes };
}

async function requestFile({ content, facts, marking, template }: PackageToRender, agency: AgencyKey): Promise<PackageFile> {
  const bytes = await renderRequest({ content, agency, facts, marking, template });
  const path = `public/${agency}/request-for-confidential-treatment-${agency}.docx`;
  return { path, what: 'the request for confidential treatment, to be completed and signed', holds: 'public', agency, bytes };
}

function checklistFile(input: PackageToRender, agency: AgencyKey, confidential: boolean): PackageFile {
  const { request, version } = input;
  // the title and the addresses around a letter hold nothing that could be marked
  const checklist = agencyChecklist(
    { content: input.content, request, catalogue: request && matchCatalogue(request), confidential },
    agency,
  );
  const text = checklistText(checklist, { title: input.content.title, version: version.number });
  return { path: `working-papers/checklist-${agency}.txt`, what: 'the checklist', holds: 'working paper', agency, bytes: strToU8(text) };
}

/** The annex workbook and the table of figures of a content; nothing where no figure is bound. */
function figureFiles(
  input: PackageToRender,
  content: LetterContent,
  side: 'whole' | 'public' | 'confidential',
  filed: LetterContent,
): PackageFile[] {
  const rows = tableOfFigures(content);
  if (rows.length === 0) return [];
  const { version } = input;
  const of = new Set(rows.map(({ figure }) => figure.runId));
  const behind = input.runs.filter(({ runId }) => of.has(runId));
  const runs = side === 'public' ? shownRuns(input.runs, heldBack(filed, content)).filter(({ runId }) => of.has(runId)) : behind;
  const missing = behind.length - runs.length;
  const notes = [
    ...(side === 'public' ? ['This is the public workbook: figures of confidential parts of the letter are not in it.'] : []),
    ...(missing > 0
      ? [
          `${missing === 1 ? 'One run is' : `${missing} runs are`} left out, because ${missing === 1 ? 'it' : 'they'} would tell what is confidential.`,
        ]
      : []),
  ];
  const letter = { title: content.title, versionNumber: version.number, contentHash: version.contentHash };
  const holds = side === 'confidential' ? 'confidential' : 'public';
  const figures = listedFigures(rows);
  const stem = `${folderOf(holds)}/${fileStem(content.title)}-v${version.number}`;
  const kind = side === 'confidential' ? '-confidential' : '';
  const file = (path: string, what: string, bytes: Uint8Array): PackageFile => ({ path, what, holds, agency: null, bytes });
  return [
    file(`${stem}-annex-workbook${kind}.xlsx`, 'the annex workbook', writeWorkbook(annexWorkbook({ letter, notes, runs, figures: rows }))),
    file(`${stem}-table-of-figures${kind}.csv`, 'the table of figures', strToU8(figureListCsv(figures))),
    file(`${stem}-table-of-figures${kind}.json`, 'the table of figures, for programs', strToU8(`${JSON.stringify(figures, null, 2)}\n`)),
  ];
}

function heldBack(filed: LetterContent, open: LetterContent) {
  const standing = new Set(boundFigures(open.sections).map(({ figureId, runId }) => `${figureId} ${runId}`));
  return {
    runIds: boundFigures(filed.sections).flatMap(({ figureId, runId }) => (standing.has(`${figureId} ${runId}`) ? [] : [runId])),
    texts: protectedParts(filed).map(({ text }) => text),
    openText: open.sections.map(({ title, body }) => `${title} ${plainTextOf(body)}`).join(' '),
  };
}

function zipped(input: PackageToRender, files: readonly PackageFile[], open: LetterContent): RenderedPackage {
  const { content, version } = input;
  // runs that stand behind confidential figures alone are named in the confidential workbook
  const of = new Set(tableOfFigures(open).map(({ figure }) => figure.runId));
  const runs = input.runs
    .filter(({ runId }) => of.has(runId))
    .map((run) => ({ name: runName(run), runId: run.runId, inputsHash: run.inputsHash, resultHash: run.resultHash }));
  const manifest = manifestOf({ title: content.title, version: version.number, sha256: version.contentHash }, runs, files);
  const bytes = rezip({
    ...Object.fromEntries(files.map((file) => [file.path, file.bytes])),
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    'manifest.txt': strToU8(manifestText(manifest)),
  });
  return { bytes, files: manifest.files.map(({ path, size, sha256 }) => ({ path, size, sha256 })) };
}
