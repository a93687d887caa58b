import type { Source } from './source';

/** What pasted words were recognised as: a kind with the fields that they say, and the pinpoint behind them. */
export interface ParsedSource extends Pick<Source, 'kind' | 'fields'> {
  readonly pinpoint: string;
}

/** No citation is longer; a page that was pasted by mistake is not searched. */
const LONGEST = 2_000;

/**
 * Recognises one citation of the usual patterns in pasted text and takes its fields from it; what the text does not say stays empty. Null where it
 * is none of them.
 */
export function parseSource(pasted: string): ParsedSource | null {
  const text = pasted.slice(0, LONGEST).replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  for (const read of READERS) {
    const found = read(text);
    if (found) return { ...found, fields: Object.fromEntries(Object.entries(found.fields).filter(([, value]) => value !== '')) };
  }
  return null;
}

type Reader = (text: string) => ParsedSource | null;

const PARAGRAPHS = '((?:\\([0-9A-Za-z]{1,6}\\))*)';

const release: Reader = (text) => {
  const match =
    /(?:^|[\s,])((?:Exchange Act |Securities Act |Investment Company Act |Investment Advisers Act |SEC |CFTC )?)(?:Rel(?:ease|\.)?) No\.? ?([0-9A-Z][0-9A-Z-]*\d)/i.exec(
      text,
    );
  if (!match) return null;
  const [, series = '', number = ''] = match;
  const register = REGISTER.exec(text);
  return {
    kind: 'release',
    fields: {
      title: titleBefore(text.slice(0, match.index)),
      series: series.trim() || (number.startsWith('34-') ? 'Exchange Act' : number.startsWith('33-') ? 'Securities Act' : ''),
      number,
      date: dateIn(text),
      volume: register?.[1] ?? '',
      page: digits(register?.[2]),
    },
    pinpoint: pageRange(register?.[3]),
  };
};

/** 91 FR 37873, 37880 · 85 Fed. Reg. 70,536 */
const REGISTER = /\b(\d{1,3}) (?:FR|Fed\. ?Reg\.) (\d{1,3},\d{3}|\d{1,6})(?:(?:,| at) ?(\d[\d,]*(?:[-\u2013]\d[\d,]*)?))?/;

const register: Reader = (text) => {
  const match = REGISTER.exec(text);
  if (!match) return null;
  return {
    kind: 'federal-register',
    fields: {
      title: titleBefore(text.slice(0, match.index)),
      volume: match[1] ?? '',
      page: digits(match[2]),
      date: dateIn(text.slice(match.index)),
    },
    pinpoint: pageRange(match[3]),
  };
};

const regulations: Reader = (text) => {
  const match = new RegExp(
    `\\b(\\d{1,2}) (?:CFR|C\\.F\\.R\\.)(?: §+| sec(?:tion|\\.))? ?(parts? \\d+|\\d+\\.[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*|\\d+)${PARAGRAPHS}`,
    'i',
  ).exec(text);
  if (!match) return null;
  const section = (match[2] ?? '').toLowerCase().startsWith('part') ? (match[2] ?? '').toLowerCase() : (match[2] ?? '');
  return {
    kind: 'cfr',
    fields: { title: match[1] ?? '', section, name: titleBefore(text.slice(0, match.index)), year: yearBehind(text, match) },
    pinpoint: match[3] ?? '',
  };
};

const code: Reader = (text) => {
  const match = new RegExp(`\\b(\\d{1,2}) (?:USC|U\\.S\\.C\\.(?:A\\.)?)(?: §+)? ?(\\d+[0-9A-Za-z]*(?:-\\d+[a-z]?)?)${PARAGRAPHS}`).exec(
    text,
  );
  if (!match) return null;
  return {
    kind: 'statute',
    fields: {
      name: titleBefore(text.slice(0, match.index)),
      title: match[1] ?? '',
      section: match[2] ?? '',
      year: yearBehind(text, match),
    },
    pinpoint: match[3] ?? '',
  };
};

const publicLaw: Reader = (text) => {
  const match = /\b(?:Pub(?:lic|\.) ?L(?:aw|\.)(?: No\.)?|P\.L\.) ?(\d{2,3}[-\u2013]\d{1,4})/.exec(text);
  if (!match) return null;
  const statutes = /\b(\d{1,3} Stat\. [\d,]+)/.exec(text)?.[1] ?? '';
  return {
    kind: 'statute',
    fields: {
      name: titleBefore(text.slice(0, match.index)),
      publicLaw: (match[1] ?? '').replace('\u2013', '-'),
      statutes,
      year: yearBehind(text, match),
    },
    pinpoint: '',
  };
};

const decision: Reader = (text) => {
  const match = /^(.{3,200}? v\.? .{2,200}?), (\d{1,4} [A-Z][A-Za-z0-9. ]{0,14}? \d{1,5})(?:, ([\d-]+))? \(([^()]*?) ?(\d{4})\)/.exec(text);
  if (!match) return null;
  return {
    kind: 'case',
    fields: { name: match[1] ?? '', reporter: match[2] ?? '', court: match[4] ?? '', year: match[5] ?? '' },
    pinpoint: match[3] ?? '',
  };
};

const letter: Reader = (text) => {
  const match = /^Letter from (.{2,200}?) to (.{2,200}?)(?=,? \(|, File|, available|$)/i.exec(text);
  if (!match) return null;
  const file = /,\s*(File (?:No\.|Number) [\w-]+)/.exec(text)?.[1] ?? '';
  return {
    kind: 'letter',
    fields: { from: match[1] ?? '', to: match[2] ?? '', file, date: dateIn(text), url: addressIn(text) },
    pinpoint: '',
  };
};

const page: Reader = (text) => {
  const url = addressIn(text);
  if (url === '') return null;
  const title = text
    .slice(0, text.indexOf(url))
    .replace(/,? ?(?:available at|at)?:? ?$/i, '')
    .trim();
  return { kind: 'webpage', fields: { title: title.replace(/ \([^()]*\d{4}\)$/, ''), url, date: dateIn(title) }, pinpoint: '' };
};

/** A release may name its Federal Register page, a letter an address: the more telling pattern comes first. */
const READERS: readonly Reader[] = [decision, letter, release, register, regulations, code, publicLaw, page];

/** What stands before the pattern, where it reads as a title: it ends with a comma. */
function titleBefore(text: string): string {
  const match = /^(?:(?:but )?see(?:,? (?:also|e\.g\.),?)? |cf\. )?(.+?),$/i.exec(text.trim());
  return (match?.[1] ?? '').trim();
}

const digits = (text: string | undefined): string => (text ?? '').replaceAll(',', '');

function pageRange(text: string | undefined): string {
  return digits(text).replace('\u2013', '-');
}

function yearBehind(text: string, match: RegExpExecArray): string {
  return /^[^()]{0,40}\((\d{4})\)/.exec(text.slice(match.index + match[0].length))?.[1] ?? '';
}

function addressIn(text: string): string {
  return /https?:\/\/[^\s<>"]+/.exec(text)?.[0].replace(/[).,;]+$/, '') ?? '';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first date that a text names, as ISO: "June 24, 2026", "Oct. 22, 2020". Empty where it names none. */
function dateIn(text: string): string {
  const match = /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (\d{1,2}), (\d{4})\b/.exec(text);
  if (!match) return '';
  const month = MONTHS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase()) + 1;
  return `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
}
