import { describe, expect, it } from 'vitest';
import { checkCitations } from '@/lib/letter/checks/check-citations';
import { checkReferences } from '@/lib/letter/checks/check-references';
import { checkTerms } from '@/lib/letter/checks/check-terms';
import type { Source } from '@/lib/letter/citations/source';
import { doc, letter, p, section, text } from '@/tests/support/letters';

const refer = (targetId: string) => ({
  type: 'crossReference',
  attrs: { target: 'section', targetId, form: null, nodeId: `to ${targetId}` },
});
const cite = (sourceId: string, nodeId = `of ${sourceId}`) => ({ type: 'citation', attrs: { sourceId, nodeId } });
const source = (id: string, fields: Record<string, string>): Record<string, Source> => ({ [id]: { id, kind: 'cfr', fields } });

describe('the checks of references, citations and terms', () => {
  it('find references that lead nowhere', () => {
    const content = letter([
      section('discussion', 'Costs', doc(p(refer('gone'))), { id: 'costs' }),
      section('discussion', 'More', doc(p(refer('costs')))),
    ]);
    expect(checkReferences(content)).toEqual([
      {
        severity: 'error',
        code: 'reference-broken',
        message: 'A cross-reference in "Costs" leads nowhere. The section is not in the letter any more.',
        place: { sectionId: 'costs', nodeId: 'to gone', label: 'Costs' },
      },
    ]);
  });

  it('find citations without a source, and incomplete sources once', () => {
    const body = doc(p(cite('whole'), cite('gone'), cite('part'), cite('part', 'again')));
    const content = {
      ...letter([section('discussion', 'Costs', body, { id: 'costs' })]),
      sources: { ...source('whole', { title: '17', section: '1.25' }), ...source('part', { title: '17' }) },
    };
    expect(checkCitations(content).map(({ severity, code, message, place }) => [severity, code, message, place.nodeId])).toEqual([
      ['error', 'citation-without-source', 'A citation in "Costs" names a source that the library does not have.', 'of gone'],
      ['warning', 'citation-incomplete', '"17 CFR " is cited, but: Section or part is missing.', 'of part'],
    ]);
  });

  it('find what is wrong with defined terms', () => {
    const body = doc(p('The Rule'), p(text('Rule', { type: 'definedTerm' }), ' ', text('Order', { type: 'definedTerm' })));
    expect(checkTerms(letter([section('discussion', 'Costs', body, { id: 'costs' })])).map(({ code, message }) => [code, message])).toEqual(
      [
        ['term-never-used', '"Order" is defined and never used.'],
        ['term-used-before-defined', '"Rule" is used before it is defined.'],
      ],
    );
  });
});
