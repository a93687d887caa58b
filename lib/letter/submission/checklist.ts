import { longDate } from '@/lib/core/long-date';
import { AGENCIES } from '@/lib/request/agencies/agencies';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import type { CatalogueRequest } from '@/lib/request/catalogue/catalogue-request';
import type { Standing } from '@/lib/request/fact';
import type { RequestDocument } from '@/lib/request/request-document';
import { contentForAgency } from '../agencies/content-for-agency';
import type { LetterContent } from '../letter-content';

/** One line of a checklist; a null value is not known, and is to be found out by a person. */
export interface ChecklistItem {
  readonly label: string;
  readonly value: string | null;
  readonly standing: Standing | 'letter' | null;
  readonly sources: readonly string[];
  readonly note: string | null;
}

export interface AgencyChecklist {
  readonly agency: AgencyKey;
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistInput {
  readonly content: LetterContent;
  readonly request: RequestDocument | null;
  readonly catalogue: CatalogueRequest | null;
  readonly confidential: boolean;
}

const METHODS = { web: 'Web form', 'e-mail': 'E-mail', mail: 'Mail', 'hand delivery': 'Hand delivery' } as const;

/** What has to be right on the day of sending to one agency, with where each fact is from. Nothing is guessed. */
export function agencyChecklist(input: ChecklistInput, key: AgencyKey): AgencyChecklist {
  const agency = AGENCIES.find((each) => each.key === key);
  if (!agency) throw new RangeError(`There is no agency ${key}.`);
  const { furniture } = contentForAgency(input.content, key);
  const { confidential } = input;
  return {
    agency: key,
    name: agency.name,
    items: [
      ofLetter('Docket line', furniture.reLines.filter(filled).join('\n')),
      ofLetter('Addressee', furniture.addressees.map(({ agency: name, lines }) => [name, ...lines].filter(filled).join('\n')).join('\n\n')),
      {
        label: 'Secretary',
        value: agency.secretary.value ? `${agency.secretary.value.name}, ${agency.secretary.value.title}` : null,
        standing: agency.secretary.standing,
        sources: agency.secretary.sources,
        note: agency.secretary.note ?? null,
      },
      ...methods(input, key),
      deadline(input),
      {
        ...unknown('Closing time'),
        note: 'No source read here states an hour. Times of the agencies are Eastern: check the agency’s page on the day.',
      },
      unknown('File format'),
      unknown('Largest file'),
      ...(confidential
        ? [
            {
              label: 'Confidential treatment',
              value: `${agency.confidentialTreatment.citation}: ${agency.confidentialTreatment.summary}`,
              standing: 'primary' as const,
              sources: [agency.confidentialTreatment.citation],
              note: 'Send the confidential file and the request apart from the public file, as the rule says.',
            },
          ]
        : []),
    ],
  };
}

function methods({ request, catalogue }: ChecklistInput, key: AgencyKey): readonly ChecklistItem[] {
  const channels = catalogue?.channels.value?.filter(({ agency }) => agency === key) ?? [];
  if (catalogue && channels.length > 0) {
    return channels.map(({ method, where, identifyBy }) => ({
      label: METHODS[method],
      value: identifyBy === null ? where : `${where} (name ${identifyBy})`,
      standing: catalogue.channels.standing,
      sources: catalogue.channels.sources,
      note: catalogue.channels.note ?? null,
    }));
  }
  const own = key === 'CFTC' ? /\bcftc\b|commodity futures trading commission/i : /\bsec\b|securities and exchange commission/i;
  const said = request?.addresses.filter((paragraph) => own.test(paragraph)) ?? [];
  if (said.length === 0) return [unknown('Method')];
  const sources = [request?.citation ?? request?.documentNumber ?? 'the imported request'];
  return [{ label: 'Method', value: said.join('\n'), standing: 'primary', sources, note: null }];
}

function deadline({ request, catalogue }: ChecklistInput): ChecklistItem {
  const stated = request?.dates.commentsClose ?? null;
  if (request && stated !== null) {
    const sources = [request.citation ?? request.documentNumber ?? 'the imported request'];
    return { label: 'Comments due', value: `${longDate(stated)}, Eastern time`, standing: 'primary', sources, note: request.dates.text };
  }
  const known = catalogue?.commentsClose;
  if (known?.value)
    return {
      label: 'Comments due',
      value: `${longDate(known.value)}, Eastern time`,
      standing: known.standing,
      sources: known.sources,
      note: known.note ?? null,
    };
  return { ...unknown('Comments due'), note: request?.dates.text ?? null };
}

function ofLetter(label: string, value: string): ChecklistItem {
  return { label, value: value === '' ? null : value, standing: value === '' ? null : 'letter', sources: [], note: null };
}

function unknown(label: string): ChecklistItem {
  return { label, value: null, standing: null, sources: [], note: null };
}

const filled = (line: string) => line.trim() !== '';

/** The checklist as plain text, a box before each line. */
export function checklistText({ name, items }: AgencyChecklist, letter: { readonly title: string; readonly version: number }): string {
  const lines = items.map(({ label, value, standing, sources, note }) => {
    const words = (value ?? 'not known').split('\n').join('\n      ');
    const from = standing === 'letter' ? 'from the letter' : standing === null ? 'to be found out' : [standing, ...sources].join('; ');
    return [`[ ] ${label}`, `      ${words}`, `      (${from})`, ...(note ? [`      ${note}`] : [])].join('\n');
  });
  return [`Checklist: ${name}`, `${letter.title}, version ${letter.version}`, '', ...lines, ''].join('\n');
}
