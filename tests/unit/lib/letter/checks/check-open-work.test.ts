import { describe, expect, it } from 'vitest';
import { checkHeldBack } from '@/lib/letter/checks/check-held-back';
import { CHECK_KINDS, withSeverities } from '@/lib/letter/checks/check-kinds';
import { checkOpenWork } from '@/lib/letter/checks/check-open-work';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { doc, letter, p, section, text } from '@/tests/support/letters';

const SECTIONS = [
  { id: 'a', title: 'Costs' },
  { id: 'b', title: 'Benefits' },
];

describe('what waits', () => {
  it('is told at its section, suggestions of one section together', () => {
    const findings = checkOpenWork(SECTIONS, {
      threads: [{ sectionId: 'b', nodeId: 'n', quote: '  is this\nright? ' }],
      suggestions: [
        { sectionId: 'a', authorName: 'Cora' },
        { sectionId: 'a', authorName: 'Lee' },
        { sectionId: 'a', authorName: 'Cora' },
      ],
      missingSignatures: [
        { sectionId: 'a', capacities: ['legal', 'risk'] },
        { sectionId: 'b', capacities: [] },
      ],
    });
    expect(findings.map(({ code, message, place }) => [code, place.sectionId, place.nodeId, message])).toEqual([
      ['sign-off-missing', 'a', null, '“Costs” is not signed for legal and risk.'],
      ['suggestion-open', 'a', null, '3 suggestions of Cora, Lee in “Costs” are not decided.'],
      ['comment-open', 'b', 'n', 'A comment in “Benefits” is not resolved: “is this right?”.'],
    ]);
  });

  it('is nothing where all is settled', () => {
    expect(checkOpenWork(SECTIONS, { threads: [], suggestions: [], missingSignatures: [] })).toEqual([]);
  });
});

describe('what is held back', () => {
  const marked = (protection: string) => text('quietly', { type: 'protectedText', attrs: { protection } });
  const content = letter([section('discussion', 'Costs', doc(p('open ', marked('confidential'), ' open ', marked('privileged'))))]);

  it.each([
    ['clean', ['confidential-in-clean', 'privileged-left-out']],
    ['redline', ['confidential-in-clean', 'privileged-left-out']],
    ['public', ['privileged-left-out']],
    ['confidential', ['privileged-left-out']],
  ] as const)('concerns the %s file: %s', (build, codes) => {
    expect(checkHeldBack(content, build).map(({ code }) => code)).toEqual(codes);
  });

  it('is told where it can be read elsewhere in the public file', () => {
    const said = 'the spread of the desk is forty points';
    const twice = letter([
      section(
        'discussion',
        'Costs',
        doc(p(text(said, { type: 'protectedText', attrs: { protection: 'confidential' } })), p(`Indeed ${said}.`)),
      ),
    ]);
    expect(checkHeldBack(twice, 'public').map(({ code }) => code)).toEqual(['words-open-elsewhere']);
  });

  it('concerns nobody where nothing is marked', () => {
    expect(checkHeldBack(letter([section('discussion', 'Costs', doc(p('open')))]), 'clean')).toEqual([]);
  });
});

describe('what a firm decided', () => {
  const finding = (code: string, severity: LetterFinding['severity']): LetterFinding => ({
    code,
    severity,
    message: code,
    place: { sectionId: null, nodeId: null, label: '' },
  });

  it('makes findings errors or warnings, errors first', () => {
    const findings = [finding('comment-open', 'warning'), finding('re-missing', 'error'), finding('date-missing', 'warning')];
    const decided = withSeverities(findings, { 'date-missing': 'error', 're-missing': 'warning' });
    expect(decided.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'date-missing error',
      'comment-open warning',
      're-missing warning',
    ]);
  });

  it('is about codes that are told apart', () => {
    expect(new Set(CHECK_KINDS.map(({ code }) => code)).size).toBe(CHECK_KINDS.length);
  });
});
