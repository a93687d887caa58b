import type { FileProblem } from '@/lib/core/file-problem';
import { failure, type Result, success } from '@/lib/core/result';
import { writtenDates } from '../dates';
import { documentNumberIn, plainDashes } from '../identifiers';
import { splitPreamble } from '../preamble';
import type { RawBlock, RawDocument } from '../raw-document';
import { readError } from '../read-problem';
import { textBlocks } from './text-blocks';

const HEADER = /^\[Federal Register Volume (\d+), (?:Number|Issue) \d+ \(([^)]+)\)\]/;
const SECTION_NAMES: Readonly<Record<string, string>> = {
  'Proposed Rules': 'Proposed Rule',
  'Rules and Regulations': 'Rule',
  Notices: 'Notice',
};

/** A plain text as GPO prints it in 72 columns, or as an agency copies it. `lineOffset` counts lines before it in its file. */
export function readPlainText(text: string, lineOffset = 0): Result<RawDocument, FileProblem> {
  const { blocks, footnotes } = textBlocks(text, lineOffset);
  const header = registerHeader(text);
  const end = blocks.findIndex((block) => /^\[FR Doc\.? .*Filed/i.test(plainDashes(block.text)));
  const { head, blocks: body, labels } = splitPreamble(withoutFurniture(end === -1 ? blocks : blocks.slice(0, end)));
  if (labels < 2 && !header) {
    return failure(
      readError(
        'not-a-request',
        'This is not a Federal Register document: it has neither the Federal Register’s header nor the parts AGENCY, ACTION, SUMMARY and SUPPLEMENTARY INFORMATION.',
      ),
    );
  }
  if (header && end === -1) {
    const lines = text.trimEnd().split('\n').length + lineOffset;
    return failure(readError('truncated', 'The text ends before its last line, “[FR Doc. … Filed …]”. Fetch it again.', { line: lines }));
  }
  return success({
    head: {
      ...head,
      type: header?.type ?? null,
      citation: header?.citation ?? null,
      documentNumber: documentNumberIn(blocks[end]?.text ?? '') ?? header?.documentNumber ?? null,
      dates: { ...head.dates, published: header?.published ?? null },
    },
    blocks: body,
    footnotes,
    warnings: [],
  });
}

interface RegisterHeader {
  readonly type: string | null;
  readonly citation: string | null;
  readonly documentNumber: string | null;
  readonly published: string | null;
}

/** The bracketed lines above a document: volume, date, section, pages, number. */
function registerHeader(text: string): RegisterHeader | null {
  const lines = text
    .slice(0, 8_192)
    .split(/\r\n|\n|\r/)
    .map((line) => line.replaceAll('\u0000', '').trim());
  const first = lines.findIndex((line) => HEADER.test(line));
  if (first === -1) return null;
  const [, volume = '', date = ''] = lines[first]?.match(HEADER) ?? [];
  const near = lines.slice(first + 1, first + 8).map(plainDashes);
  const page = near.map((line) => line.match(/^\[Pages? (\d+)/)?.[1]).find((found) => found !== undefined);
  const section = near.map((line) => SECTION_NAMES[line.replace(/^\[|\]$/g, '')]).find((found) => found !== undefined);
  return {
    type: section ?? null,
    citation: page ? `${volume} FR ${page}` : null,
    documentNumber: documentNumberIn(near.join(' ')),
    published: writtenDates(date)[0] ?? null,
  };
}

/** Without the bracketed header, the name of the part, and the notice that stands above each part. */
function withoutFurniture(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.filter(
    ({ text }) =>
      !HEADER.test(text) &&
      !/^\[(?:Proposed Rules|Rules and Regulations|Notices|Pages? \d|FR Doc No)/.test(text) &&
      !/^(?:Proposed Rules|Rules and Regulations|Notices)(?: Federal Register)?$/.test(text) &&
      !/^Federal Register$/.test(text) &&
      !/^From the Federal Register Online/.test(text) &&
      !/^This section of the FEDERAL REGISTER contains/.test(text),
  );
}
