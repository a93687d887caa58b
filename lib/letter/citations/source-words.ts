import { longDate } from '@/lib/core/long-date';
import type { CitedRun } from './cited-runs';
import { behindShort, isPage, isParagraph } from './pinpoint';
import type { Source, SourceKind } from './source';

type Fields = Readonly<Record<string, string>>;
type Words = (fields: Fields, pinpoint: string) => readonly CitedRun[];

/** The full citation of a source, with its pinpoint (as barePinpoint gives it) where its kind has it. */
export function longForm(source: Pick<Source, 'kind' | 'fields'>, pinpoint = ''): readonly CitedRun[] {
  return LONG[source.kind](source.fields, pinpoint);
}

/** The short form of a source that was cited before. */
export function shortForm(source: Pick<Source, 'kind' | 'fields'>, pinpoint = ''): readonly CitedRun[] {
  return SHORT[source.kind](source.fields, pinpoint);
}

/** What stands before "supra": the short name where one is given, else author, series or title. */
export function supraName({ kind, fields }: Pick<Source, 'kind' | 'fields'>): readonly CitedRun[] {
  const own = fields.shortName;
  if (own) return [plain(own)];
  if (kind === 'release') return [plain(releaseNumber(fields))];
  if (kind === 'letter') return [plain(`${fields.from ?? ''} Letter`)];
  if (kind === 'webpage') return fields.author ? [plain(fields.author)] : [italic(fields.title ?? '')];
  return shortForm({ kind, fields });
}

/** The number that follows "Id." where a paragraph of the same rule or statute is cited: "§ 240.15c3-1(c)(2)"; null for other kinds. */
export function sectionOfCode({ kind, fields }: Pick<Source, 'kind' | 'fields'>, pinpoint: string): string | null {
  if ((kind !== 'cfr' && kind !== 'statute') || (pinpoint !== '' && !isParagraph(pinpoint)) || !fields.section) return null;
  return /^part\b/i.test(fields.section) ? null : `§ ${fields.section}${pinpoint}`;
}

const plain = (text: string): CitedRun => ({ text });
const italic = (text: string): CitedRun => ({ text, italic: true });
const before = (text: string | undefined): string => (text ? `${text}, ` : '');
const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

/** "June 24, 2026" where it is short, else with the month as releases and letters abbreviate it: "Oct. 22, 2020". */
function shortDate(iso: string | undefined): string {
  return longDate(iso ?? '').replace(/^(Jan|Feb|Aug|Sept|Oct|Nov|Dec)[a-z]+ /, '$1. ');
}

/** A page behind the first one is set apart by a comma, a paragraph is written to the number. */
function pinned(text: string, pinpoint: string): string {
  if (pinpoint === '') return text;
  return isParagraph(pinpoint) ? `${text}${pinpoint}` : `${text}, ${pinpoint}`;
}

const LONG: Readonly<Record<SourceKind, Words>> = {
  cfr: ({ title = '', section = '', name, year = '' }, pinpoint) => [
    plain(before(name) + pinned(`${title} CFR ${section}`, pinpoint) + inBrackets(year)),
  ],
  'federal-register': ({ title = '', volume = '', page = '', date }, pinpoint) => [
    plain(`${before(title)}${pinned(`${volume} FR ${page}`, pinpoint)}${inBrackets(longDate(date ?? ''))}`),
  ],
  release: (fields, pinpoint) => {
    const { title, volume = '', page = '', date } = fields;
    const number = `${before(title)}${releaseNumber(fields)}`;
    const day = inBrackets(shortDate(date));
    if (volume !== '') return [plain(`${number}${day}, ${pinned(`${volume} FR ${page}`, pinpoint)}`)];
    return [plain(`${number}${isPage(pinpoint) ? `, at ${pinpoint}` : pinned('', pinpoint)}${day}`)];
  },
  statute: ({ name, title = '', section = '', publicLaw = '', statutes = '', year = '' }, pinpoint) => {
    if (title !== '') return [plain(before(name) + pinned(`${title} U.S.C. ${section}`, pinpoint) + inBrackets(year))];
    const law = `${before(name)}Pub. L. ${publicLaw}`;
    if (pinpoint === '' || isPage(pinpoint))
      return [plain(pinned(law + (statutes === '' ? '' : `, ${statutes}`), pinpoint) + inBrackets(year))];
    return [plain(pinned(law, pinpoint) + (statutes === '' ? '' : `, ${statutes}`) + inBrackets(year))];
  },
  case: ({ name = '', reporter = '', court = '', year = '' }, pinpoint) => [
    italic(name),
    plain(`, ${pinned(reporter, pinpoint)}${inBrackets([court, year].filter(Boolean).join(' '))}`),
  ],
  letter: ({ from = '', to, series, file, date, url }, pinpoint) => {
    const head = series ? `${from}, ${series}${to ? ` to ${to}` : ''}` : `Letter from ${from} to ${to ?? ''}`;
    const at = isPage(pinpoint) ? `, at ${pinpoint}` : pinned('', pinpoint);
    return [plain(`${head}${file ? `, ${file}` : ''}${at}${inBrackets(shortDate(date))}`), ...availableAt(url)];
  },
  webpage: ({ author, title = '', date, url, visited }, pinpoint) => [
    plain(before(author)),
    italic(title),
    plain(`${isPage(pinpoint) ? `, at ${pinpoint}` : pinned('', pinpoint)}${inBrackets(date ? shortDate(date) : '')}`),
    ...availableAt(url),
    plain(visited ? ` (last visited ${shortDate(visited)})` : ''),
  ],
};

function availableAt(url: string | undefined): readonly CitedRun[] {
  return url ? [plain(', '), italic('available at'), plain(` ${url}`)] : [];
}

/** "Exchange Act Release No. 34-90246" */
function releaseNumber({ series, number = '' }: Fields): string {
  return `${series ? `${series} ` : ''}Release No. ${number}`;
}

const SHORT: Readonly<Record<SourceKind, Words>> = {
  cfr: ({ shortName, title = '', section = '' }, pinpoint) => [plain(pinned(shortName ?? `${title} CFR ${section}`, pinpoint))],
  'federal-register': ({ shortName, volume = '', page = '' }, pinpoint) => [
    plain(before(shortName) + (isPage(pinpoint) ? `${volume} FR at ${pinpoint}` : pinned(`${volume} FR ${page}`, pinpoint))),
  ],
  release: (fields, pinpoint) => [...supraName({ kind: 'release', fields }), plain(behindName(pinpoint))],
  statute: ({ shortName, title = '', section = '', publicLaw = '' }, pinpoint) => {
    const number = title === '' ? `Pub. L. ${publicLaw}` : `${title} U.S.C. ${section}`;
    return [plain(title === '' && shortName ? pinned(shortName, pinpoint) : before(shortName) + pinned(number, pinpoint))];
  },
  case: ({ name = '', shortName, reporter = '' }, pinpoint) => [
    italic(shortName ?? name),
    plain(`, ${isPage(pinpoint) ? `${reporter.replace(/\s\d+$/, '')} at ${pinpoint}` : pinned(reporter, pinpoint)}`),
  ],
  letter: (fields, pinpoint) => [...supraName({ kind: 'letter', fields }), plain(behindName(pinpoint))],
  webpage: (fields, pinpoint) => [...supraName({ kind: 'webpage', fields }), plain(behindName(pinpoint))],
};

/** ", at 12", ", § 4" */
function behindName(pinpoint: string): string {
  return isPage(pinpoint) ? `, at ${pinpoint}` : behindShort(pinpoint);
}
