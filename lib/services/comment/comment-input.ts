import { z } from 'zod';

export const MAX_COMMENT_LENGTH = 10_000;
const MAX_QUOTE = 2_000;
/** A paragraph longer than this is no place for a comment; the text itself has no such limit. */
const MAX_BLOCK = 200_000;

const UNWANTED = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Plain text with line breaks; control characters and those that turn the direction of reading are taken out. */
export const commentInput = z.strictObject({
  text: z
    .string()
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(UNWANTED, (character) => ('\n\t'.includes(character) ? character : ''))
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(1, 'Write something first.')
        .max(MAX_COMMENT_LENGTH, `A comment has at most ${MAX_COMMENT_LENGTH.toLocaleString('en-US')} characters.`),
    ),
  mentions: z.array(z.uuid()).max(50, 'At most 50 members can be mentioned at once.').default([]),
});

export type CommentInput = z.output<typeof commentInput>;

const offset = z.number().int().min(0).max(10_000_000);

/** An Anchor as a client sends it. */
export const anchorInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section') }),
  z
    .strictObject({
      kind: z.literal('text'),
      blockId: z.string().min(1).max(100),
      from: offset,
      to: offset,
      quote: z
        .string()
        .max(MAX_BLOCK)
        .transform((quote) => quote.slice(0, MAX_QUOTE)),
      blockText: z.string().max(MAX_BLOCK, 'This paragraph is too long to comment on; comment on the section.'),
    })
    .refine((anchor) => anchor.from < anchor.to && anchor.to <= anchor.blockText.length, 'Select the words first.'),
  z.strictObject({
    kind: z.literal('node'),
    nodeId: z.string().min(1).max(100),
    quote: z
      .string()
      .max(MAX_BLOCK)
      .transform((quote) => quote.slice(0, MAX_QUOTE)),
  }),
]);

export const threadInput = z.strictObject({
  sectionId: z.uuid(),
  anchor: anchorInput,
  privileged: z.boolean().default(false),
  assigneeId: z.uuid().nullable().default(null),
  ...commentInput.shape,
});

export type ThreadInput = z.output<typeof threadInput>;
