import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { SuggestedChange } from '@/lib/letter/tracked/track-suggestions';
import { renderLetter } from '@/lib/services/export/render-letter';
import type { BuildKind, WrittenThread } from '@/lib/word/letter-build';
import { anyEdits } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { named } from '@/tests/support/edit-letter';
import { anyHiddenLetter, found, type HiddenLetter } from '@/tests/support/hidden-letter';
import { suggestionsBetween, threadsOf } from '@/tests/support/review-letter';

/** Letters for each test; set higher for a long look. */
const RUNS = Number(process.env.REDACTION_RUNS ?? 60);
/** The same cases every time; another number asks for others. */
const SEED = Number(process.env.SEED ?? 20261122);
const PATIENCE = 3_600_000;

interface Work {
  readonly build: BuildKind;
  readonly content: LetterContent;
  readonly before?: LetterContent;
  readonly suggestions?: readonly SuggestedChange[];
  readonly threads?: readonly WrittenThread[];
  readonly privileged?: boolean;
}

function written({ build, content, before = content, suggestions = [], threads = [], privileged = false }: Work): Promise<Uint8Array> {
  return renderLetter({
    request: { build, agency: null, against: build === 'redline' ? 1 : null, privileged },
    ...{ content, versionHash: 'ab12'.repeat(16), threads, template: null },
    before: build === 'redline' ? { content: before, tracker: { author: 'Redline', at: '2026-11-20T00:00:00.000Z' } } : null,
    suggestions: suggestions.map((each, index) => ({ ...each, id: `${index}` })),
    marking: { words: 'Confidential Treatment Requested by Harbour & Lyle', identifierPrefix: 'HLS-' },
  });
}

/** The letter as it was before anything was marked in it. */
function unmarked(content: LetterContent): LetterContent {
  const walk = ({ marks = [], ...node }: ProseNode): ProseNode => {
    const { protection: _, ...attrs } = node.attrs ?? {};
    const kept = marks.filter(({ type }) => type !== 'protectedText');
    const inner = node.content ? { content: node.content.map(walk) } : {};
    return { ...node, ...(node.attrs ? { attrs } : {}), ...(kept.length > 0 ? { marks: kept } : {}), ...inner };
  };
  return { ...content, sections: content.sections.map((own) => ({ ...own, body: walk(own.body) })) };
}

function edited(content: LetterContent, edits: Parameters<typeof editBody>[1]): LetterContent {
  return { ...content, sections: content.sections.map((own, index) => ({ ...own, body: editBody(own.body, edits, `e${index}`) })) };
}

function ofAll(check: (letter: HiddenLetter, edits: Parameters<typeof editBody>[1]) => Promise<void>): Promise<void> {
  const letters = fc.asyncProperty(anyHiddenLetter, anyEdits(), async (hidden, edits) => {
    await check({ ...hidden, content: named(hidden.content) }, edits);
  });
  return fc.assert(letters, { numRuns: RUNS, seed: SEED, endOnFailure: true });
}

describe('what is privileged', () => {
  it.each<BuildKind>(['clean', 'confidential'])(
    'is nowhere in the %s file',
    (build) => ofAll(async ({ content, privileged }) => expect(found(await written({ build, content }), privileged)).toEqual([])),
    PATIENCE,
  );

  it(
    'is nowhere in a redline, whichever of the versions was marked',
    () =>
      ofAll(async ({ content, privileged }, edits) => {
        const later = edited(content, edits);
        expect(found(await written({ build: 'redline', content, before: unmarked(content) }), privileged)).toEqual([]);
        expect(found(await written({ build: 'redline', content, before: content }), privileged)).toEqual([]);
        const gone = {
          ...later,
          sections: later.sections.map((own) => ({ ...own, body: { type: 'doc', content: [{ type: 'paragraph' }] } })),
        };
        expect(found(await written({ build: 'redline', content: gone, before: content }), privileged)).toEqual([]);
      }),
    PATIENCE,
  );

  it(
    'is nowhere in a review that does not ask for it, whatever is suggested, and is in one that does',
    async () => {
      let [sought, shown] = [0, 0];
      await ofAll(async ({ content, privileged }, edits) => {
        const suggestions = suggestionsBetween(content, edited(content, edits));
        expect(found(await written({ build: 'review', content, suggestions, threads: threadsOf(content) }), privileged)).toEqual([]);
        sought += privileged.length;
        shown += found(await written({ build: 'review', content, suggestions, privileged: true }), privileged).length;
      });
      expect(shown).toBeGreaterThan(sought * 0.5);
    },
    PATIENCE,
  );
});

describe('comments, suggestions and who made them', () => {
  it.each<BuildKind>(['clean', 'redline', 'public', 'confidential'])(
    'are nowhere in the %s file',
    (build) =>
      ofAll(async ({ content }, edits) => {
        const author = 'Zqnameofauthor';
        const threads = threadsOf(content).map((thread) => ({
          ...thread,
          comments: thread.comments.map((comment) => ({ ...comment, author, text: 'zqsaidincomment' })),
        }));
        const suggestions = suggestionsBetween(content, edited(content, edits)).map((each) => ({ ...each, author }));
        expect(found(await written({ build, content, suggestions, threads }), [author, 'zqsaidincomment'])).toEqual([]);
      }),
    PATIENCE,
  );
});
