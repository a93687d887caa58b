import type { FileProblem } from '@/lib/core/file-problem';
import { CRIF_COLUMNS } from '../../portfolio/crif-columns';
import { FILE_LIMITS, type FileLimits } from '../../portfolio/file-limits';
import { readCrif } from '../../portfolio/read-crif';
import { CrifRowReader } from '../../portfolio/read-crif-row';
import { readHeader } from '../../portfolio/read-header';
import { CrifLine } from './crif-line';
import { CrifNetting, NAMED_ROWS } from './crif-netting';
import { type Destination, Destinations } from './destinations';
import { SeenRows } from './seen-rows';

/** A CRIF netted to risk factors, and what was found in it. */
export interface NettedCrif {
  readonly netting: CrifNetting;
  readonly problems: readonly FileProblem[];
  readonly rowCount: number;
}

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const DELIMITERS = [',', ';', '\t'] as const;
const KEY_COLUMNS = ['PortfolioID', 'IMModel', 'ProductClass', 'RiskType', 'Qualifier', 'Bucket', 'Label1', 'Label2', 'AmountCurrency'];
const REGULATIONS = ['CollectRegulations', 'PostRegulations'];
/** Lines that are kept for the reader of every CRIF before it is started. */
const READER_BATCH = 5000;
const DUPLICATE = 'The row equals an earlier one; both count. A double upload looks like this.';

const TOO_MANY_TO_COMPARE: FileProblem = {
  severity: 'warning',
  code: 'repeats-not-all-found',
  line: null,
  column: 'TradeID',
  value: null,
  message: 'The file has so many rows that the later ones were not looked at for rows that stand twice.',
};

/**
 * Nets a CRIF as its bytes come, with the problems that readCrif reports. Lines whose cells can be cut without a doubt are added to their sums
 * without making a row of each; the rest goes through readCrif. Memory grows with the risk factors, and by 12 to 24 bytes a row, up to 2²⁴ rows, to tell repeated ones.
 */
export async function netCrif(
  source: AsyncIterable<Uint8Array>,
  side: 'collect' | 'post',
  limits: FileLimits = FILE_LIMITS,
): Promise<NettedCrif> {
  const netter = new CrifFileNetter(side, limits);
  for await (const chunk of source) {
    netter.push(chunk);
    await netter.settle(READER_BATCH);
    if (netter.stopped) break;
  }
  netter.end();
  await netter.settle(1);
  return netter.result();
}

class CrifFileNetter {
  readonly netting: CrifNetting;
  stopped = false;
  private readonly problems: FileProblem[] = [];
  private readonly seen = new SeenRows();
  private readonly destinations = new Destinations();
  private header: Uint8Array = new Uint8Array(0);
  private headerReported = false;
  private line: CrifLine | null = null;
  private reader: CrifRowReader | null = null;
  private tradeId = -1;
  private sensitivityId = -1;
  private left: Uint8Array = new Uint8Array(0);
  private lineNumber = 0;
  private recordCount = 0;
  private rowCount = 0;
  private noRows: FileProblem | null = null;
  private bytesRead = 0;
  private insideQuotes = false;
  private forReader: { bytes: Uint8Array; line: number }[] = [];

  constructor(
    side: 'collect' | 'post',
    private readonly limits: FileLimits,
  ) {
    this.netting = new CrifNetting(side);
  }

  push(chunk: Uint8Array): void {
    this.bytesRead += chunk.length;
    if (this.bytesRead > this.limits.maxBytes) {
      this.refuse('too-large', `The file is larger than ${this.limits.maxBytes / 1024 / 1024} MiB.`);
      return;
    }
    const bytes = this.left.length === 0 ? chunk : joined([this.left, chunk]);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    this.takeLines(bytes, end);
    // a copy: the source may use its buffer again
    this.left = bytes.slice(end);
  }

  end(): void {
    if (this.left.length > 0 && !this.stopped) {
      const whole = joined([this.left, Uint8Array.of(LINE_FEED)]);
      this.takeLines(whole, whole.length);
    }
    this.left = new Uint8Array(0);
    this.destinations.settle();
  }

  /** Gives the kept lines to the reader of every CRIF, where there are at least so many. */
  async settle(atLeast: number): Promise<void> {
    const isEnd = atLeast === 1;
    if (!this.headerReported && (isEnd || this.rowCount > 0)) await this.read([]);
    if (this.forReader.length < atLeast || (this.insideQuotes && !isEnd)) return;
    const lines = this.forReader;
    this.forReader = [];
    await this.read(lines);
  }

  result(): NettedCrif {
    const isEmpty = this.noRows !== null && this.rowCount === 0 && !this.problems.some(({ severity }) => severity === 'error');
    const problems = [
      ...this.problems,
      ...(this.seen.isFull ? [TOO_MANY_TO_COMPARE] : []),
      ...this.netting.models.problems(),
      ...(isEmpty && this.noRows ? [this.noRows] : []),
    ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return { netting: this.netting, problems, rowCount: this.rowCount };
  }

  /** Takes the lines up to `end`, which stands behind a line feed. */
  private takeLines(bytes: Uint8Array, end: number): void {
    let start = 0;
    while (start < end && !this.stopped) {
      this.lineNumber += 1;
      start = (this.line === null || this.insideQuotes ? this.takeText(bytes, start) : this.takeLine(this.line, bytes, start)) + 1;
    }
  }

  /** A line that is no row, or of a file that only the reader of every CRIF can cut; the place of its end. */
  private takeText(bytes: Uint8Array, start: number): number {
    const end = bytes.indexOf(LINE_FEED, start);
    if (this.lineNumber === 1) {
      this.header = bytes.slice(start, end);
      this.openHeader();
    } else this.keepForReader(bytes, start, end);
    return end;
  }

  private takeLine(line: CrifLine, bytes: Uint8Array, start: number): number {
    const end = line.take(bytes, start);
    if (!line.isPlain) {
      this.keepForReader(bytes, start, end);
      return end;
    }
    let number = this.destinations.find(line);
    if (number < 0) number = this.destinations.put(line, this.firstOf(line));
    const to = this.destinations.at(number);
    if (to === 'reader') {
      this.keepForReader(bytes, start, end);
      return end;
    }
    if (!this.countRecord()) return end;
    this.rowCount += 1;
    if (this.seen.see(line.otherHash, Math.imul(line.keyHash ^ line.units, 0x5bd1e995) ^ line.nanos))
      this.reportDuplicate(line.text(this.tradeId));
    if (to !== 'nowhere' && this.destinations.count(number, line.units, line.nanos) <= NAMED_ROWS)
      this.netting.mention(to, line.text(this.tradeId) || line.text(this.sensitivityId) || `line ${this.lineNumber}`);
    return end;
  }

  /** Counts one more record; false where the file has too many. */
  private countRecord(): boolean {
    this.recordCount += 1;
    if (this.recordCount <= this.limits.maxRows) return true;
    this.refuse(
      'too-many-rows',
      `The file has more than ${this.limits.maxRows.toLocaleString('en-US')} rows, the most that one CRIF may have.`,
    );
    return false;
  }

  private firstOf(line: CrifLine): Destination {
    const read = this.reader?.read(line.record(this.lineNumber));
    // add-ons are few, and their amounts count without sign or once only
    if (!read || read.row === null || read.problems.length > 0) return 'reader';
    const slot = this.netting.slotOf(read.row);
    if (slot?.type === 'add-on') return 'reader';
    return slot ?? 'nowhere';
  }

  private openHeader(): void {
    const text = new TextDecoder().decode(this.header).replace(/\r$/, '');
    if (text.includes('"')) return;
    const spec = { kind: 'CRIF', columns: CRIF_COLUMNS, required: ['RiskType'], limits: this.limits };
    const read = DELIMITERS.map((delimiter) => ({ delimiter, ...readHeader({ line: 1, cells: text.split(delimiter) }, spec) }));
    const best = read.reduce((a, b) => (b.columns.at.size > a.columns.at.size ? b : a));
    if (best.problems.some(({ severity }) => severity === 'error')) return;
    const { at, names } = best.columns;
    const placesOf = (columns: readonly string[]) => columns.flatMap((name) => at.get(name) ?? []);
    this.tradeId = at.get('TradeID') ?? -1;
    this.sensitivityId = at.get('SensitivityId') ?? -1;
    this.reader = new CrifRowReader(at);
    this.line = new CrifLine(best.delimiter.charCodeAt(0), names.length, {
      amount: at.get('Amount') ?? -1,
      amountUsd: at.get('AmountUSD') ?? -1,
      currency: at.get('AmountCurrency') ?? -1,
      identifiers: placesOf(['TradeID', 'SensitivityId']),
      dates: placesOf(['ValuationDate', 'EndDate']),
      key: placesOf([...KEY_COLUMNS, ...REGULATIONS]).sort((a, b) => a - b),
    });
  }

  private keepForReader(bytes: Uint8Array, start: number, end: number): void {
    if (!this.insideQuotes) {
      const stop = end > start && bytes[end - 1] === RETURN ? end - 1 : end;
      if (stop === start || !this.countRecord()) return;
    }
    for (let at = start; at < end; at += 1) if (bytes[at] === QUOTE) this.insideQuotes = !this.insideQuotes;
    this.forReader.push({ bytes: bytes.slice(start, end), line: this.lineNumber });
  }

  /** Rows of the kept lines, under the file's own header. What is wrong with the header is told once. */
  private async read(lines: readonly { readonly bytes: Uint8Array; readonly line: number }[]): Promise<void> {
    const newline = Uint8Array.of(LINE_FEED);
    const text = joined([this.header, newline, ...lines.flatMap(({ bytes }) => [bytes, newline])]);
    const lineOf = (line: number | null) => (line === null || line === 1 ? line : (lines[line - 2]?.line ?? line));
    for await (const batch of readCrif(once(text), { limits: this.limits })) {
      for (const problem of batch.problems) {
        const ofFile = problem.line === null || problem.line === 1;
        if (problem.code === 'no-rows') this.noRows = problem;
        if (problem.code === 'no-rows' || (ofFile && problem.severity === 'warning' && this.headerReported)) continue;
        if (ofFile && problem.severity === 'error' && this.headerReported && this.problems.some(({ code }) => code === problem.code))
          continue;
        // told over the whole file here
        if (problem.code === 'repeated-row' || problem.code === 'mixed-models') continue;
        this.problems.push({ ...problem, line: lineOf(problem.line) });
      }
      this.rowCount += batch.rowCount;
      for (const row of batch.rows) {
        this.netting.add({ ...row, line: lineOf(row.line) ?? row.line });
      }
    }
    this.headerReported = true;
    for (const { bytes, line } of lines) this.seeKept(bytes, line);
  }

  private seeKept(bytes: Uint8Array, line: number): void {
    let first = 0x7fed7fed;
    let second = 0x3c6ef372;
    for (const byte of bytes) {
      first = Math.imul(first ^ byte, 0x01000193);
      second = Math.imul(second ^ byte, 0x5bd1e995) ^ (second >>> 13);
    }
    if (bytes.some((byte) => byte > 32) && this.seen.see(first, second)) this.reportDuplicate('', line);
  }

  private reportDuplicate(value: string, line = this.lineNumber): void {
    this.problems.push({
      severity: 'warning',
      code: 'repeated-row',
      line,
      column: 'TradeID',
      value: value.slice(0, 80) || null,
      message: DUPLICATE,
    });
  }

  private refuse(code: string, message: string): void {
    this.stopped = true;
    this.problems.push({ severity: 'error', code, line: null, column: null, value: null, message });
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
