import { romanValue } from '../outline/heading-number';

export type LabelStyle = 'named' | 'digit' | 'letter' | 'roman';

/** One reading of the label at the beginning of a paragraph. */
export interface LabelReading {
  readonly style: LabelStyle;
  /** How the label is set off: "1." and "(1)" are different lists. */
  readonly shape: string;
  readonly value: number;
}

export interface ItemLabel {
  /** As printed, bare: "4", "II.B.1", "a". */
  readonly printed: string;
  /** More than one where a letter may be a roman number. */
  readonly readings: readonly LabelReading[];
  /** What follows the label. */
  readonly rest: string;
}

const NAMED =
  /^(?:Question|Request for Comment)\s*(?:No\.?|Number|#)?\s*((?:[IVXLC]+\.)?(?:[A-Z]\.)?(?:\d{1,3}\.)*\d{1,3})(?:\s*[.:)]\s*|\s*[—–]\s*|\s+-\s+|\s*$)|^Q\.?\s?(\d{1,3})(?:\s*[.:)]\s*|\s*[—–]\s*|\s+|$)/i;
const PLAIN = /^(\()?(\d{1,3}|[a-z]|[ivx]{2,5})([.)])(?:\s+|(?=\uE000)|$)/;

/** The label with which a paragraph begins: "Question 1:", "Q1.", "1.", "(1)", "a.", "(ii)"; null where it has none. */
export function itemLabel(text: string): ItemLabel | null {
  const named = text.match(NAMED);
  if (named) {
    const printed = named[1] ?? named[2] ?? '';
    const value = Number.parseInt(printed.match(/\d+$/)?.[0] ?? '0', 10);
    return { printed, readings: [{ style: 'named', shape: 'named', value }], rest: text.slice(named[0].length).trim() };
  }
  const [whole, open = '', printed = '', close = ''] = text.match(PLAIN) ?? [];
  if (whole === undefined || (open === '(' && close !== ')')) return null;
  const shape = `${open}${close}`;
  const readings: LabelReading[] = [];
  if (/^\d/.test(printed)) readings.push({ style: 'digit', shape, value: Number.parseInt(printed, 10) });
  if (/^[a-z]$/.test(printed)) readings.push({ style: 'letter', shape, value: printed.charCodeAt(0) - 96 });
  if (/^[ivx]+$/.test(printed)) readings.push({ style: 'roman', shape, value: romanValue(printed) });
  return { printed, readings, rest: text.slice(whole.length).trim() };
}
