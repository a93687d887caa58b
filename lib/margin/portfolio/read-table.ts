import type { FileProblem } from '@/lib/core/file-problem';
import { type CsvIssue, type CsvRecord, CsvScanner } from './csv-scanner';
import { detectText } from './detect-text';
import { normaliseHeader, readHeader } from './read-header';
import type { TableColumns, TableSpec } from './table-spec';

/** Rows of a piece of the file. A row in `damagedLines` has a problem of form already reported. */
export interface TableBatch {
  readonly columns: TableColumns;
  readonly rows: readonly CsvRecord[];
  readonly problems: FileProblem[];
  readonly damagedLines: ReadonlySet<number>;
  readonly bytesRead: number;
  /** Nothing follows, because of a problem of the whole file. */
  readonly stopped: boolean;
}

const NO_COLUMNS: TableColumns = { names: [], at: new Map() };
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads a delimited text as it comes: encoding, delimiter, header, limits and the form of each row. The delimiter is the one of comma, semicolon and
 * tab that cuts the first line into most known columns. Never throws for what the bytes hold.
 */
export async function* readTable(source: AsyncIterable<Uint8Array>, spec: TableSpec): AsyncGenerator<TableBatch> {
  const decoder = new TextDecoder('utf-8');
  let bytesRead = 0;
  let rowCount = 0;
  let head = '';
  let scanner: CsvScanner | null = null;
  let columns: TableColumns = NO_COLUMNS;
  let headerSeen = false;

  const batch = (rows: CsvRecord[], issues: readonly CsvIssue[], extra: FileProblem[], ended: boolean): TableBatch => {
    const problems = [...extra];
    const damagedLines = new Set(issues.map((issue) => issue.line));
    const kept: CsvRecord[] = [];
    let stopped = ended || issues.some((issue) => issue.fatal);
    for (const row of rows) {
      if (!headerSeen) {
        headerSeen = true;
        const header = readHeader(row, spec);
        columns = header.columns;
        problems.push(...header.problems);
        stopped ||= header.problems.some((problem) => problem.severity === 'error');
        if (stopped) break;
        continue;
      }
      rowCount += 1;
      if (rowCount > spec.limits.maxRows) {
        problems.push(
          wholeFile(
            'too-many-rows',
            `The file has more than ${spec.limits.maxRows.toLocaleString('en-US')} rows, the most that one ${spec.kind} may have.`,
          ),
        );
        stopped = true;
        break;
      }
      const problem = cellCountProblem(row, columns);
      if (problem) {
        problems.push(problem);
        damagedLines.add(row.line);
      }
      kept.push(row);
    }
    // after the header was read, so that columns have names
    problems.push(...issues.map((issue) => issueProblem(issue, columns, spec)));
    return { columns, rows: kept, problems, damagedLines, bytesRead, stopped };
  };

  for await (const chunk of source) {
    if (bytesRead === 0) {
      const refused = detectText(chunk);
      if (refused) return yield batch([], [], [refused], true);
    }
    bytesRead += chunk.length;
    if (bytesRead > spec.limits.maxBytes) {
      return yield batch([], [], [wholeFile('too-large', `The file is larger than ${spec.limits.maxBytes / 1024 / 1024} MiB.`)], true);
    }
    if (chunk.includes(0)) {
      return yield batch(
        [],
        [],
        [wholeFile('binary-file', 'The file holds zero bytes and is no text; a CSV file in UTF-8 is expected.')],
        true,
      );
    }
    const text = decoder.decode(chunk, { stream: true });
    if (scanner === null) {
      head += text;
      if (!head.trimStart().includes('\n') && head.length < 1024 * 1024) continue;
      scanner = new CsvScanner(chooseDelimiter(head, spec), spec.limits, spec.uncut);
      scanner.push(head, false);
    } else {
      scanner.push(text, false);
    }
    const next = batch(scanner.takeRecords(), scanner.takeIssues(), [], false);
    yield next;
    if (next.stopped) return;
  }
  const last = decoder.decode();
  if (scanner === null) {
    scanner = new CsvScanner(chooseDelimiter(head, spec), spec.limits, spec.uncut);
    scanner.push(head + last, true);
  } else {
    scanner.push(last, true);
  }
  const records = scanner.takeRecords();
  const issues = scanner.takeIssues();
  const extra: FileProblem[] = [];
  if (!headerSeen && records.length === 0 && issues.length === 0)
    extra.push(wholeFile('empty-file', `The file is empty; a ${spec.kind} with a header row is expected.`));
  const end = batch(records, issues, extra, false);
  if (headerSeen && rowCount === 0 && !end.problems.some((problem) => problem.severity === 'error')) {
    end.problems.push(wholeFile('no-rows', 'The file has a header and no rows below it.'));
  }
  yield end;
}

function chooseDelimiter(head: string, spec: TableSpec): string {
  const line = head.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const scores = DELIMITERS.map((delimiter) => {
    const cells = line.split(delimiter);
    return { delimiter, known: cells.filter((cell) => spec.columns.has(normaliseHeader(cell))).length, cells: cells.length };
  });
  scores.sort((a, b) => b.known - a.known || b.cells - a.cells);
  return scores[0]?.delimiter ?? ',';
}

function cellCountProblem(row: CsvRecord, columns: TableColumns): FileProblem | null {
  const expected = columns.names.length;
  const found = row.plain?.count ?? row.cells.length;
  if (found === expected) return null;
  // spreadsheets pad rows with empty cells
  if (found > expected && row.cells.slice(expected).every((cell) => cell.trim() === '')) return null;
  const why =
    found < expected
      ? 'the row or the file may be cut off, or a newline may stand outside quotes'
      : 'a delimiter may stand in a cell without quotes';
  return {
    severity: 'error',
    code: 'cell-count',
    line: row.line,
    column: found < expected ? (columns.names[found] ?? null) : expected + 1,
    value: null,
    message: `The row has ${found} cells where the header has ${expected}: ${why}.`,
  };
}

const ISSUE_MESSAGES: Readonly<Record<CsvIssue['code'], string>> = {
  'stray-quote': 'A quotation mark stands inside the cell; put the whole cell in quotation marks and double those inside.',
  'unterminated-quote':
    'A quotation mark opens here and is never closed: the file is cut off or a quotation mark is missing. Reading stopped here.',
  'cell-too-long': 'The cell is longer than a cell may be; a quotation mark may not have been closed. Reading stopped here.',
  'line-too-long': 'The line is longer than 1 MiB, so this is no table with rows on lines. Reading stopped here.',
  encoding: 'The cell holds bytes that are not UTF-8; save the file as "CSV UTF-8".',
};

function issueProblem(issue: CsvIssue, columns: TableColumns, spec: TableSpec): FileProblem {
  const limit = issue.code === 'cell-too-long' ? ` At most ${spec.limits.maxCellLength} characters are allowed.` : '';
  return {
    severity: 'error',
    code: issue.code,
    line: issue.line,
    column: columns.names[issue.cell] ?? issue.cell + 1,
    value: issue.value.slice(0, 80),
    message: ISSUE_MESSAGES[issue.code] + limit,
  };
}

function wholeFile(code: string, message: string): FileProblem {
  return { severity: 'error', code, line: null, column: null, value: null, message };
}
