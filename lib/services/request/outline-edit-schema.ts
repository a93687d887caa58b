import { z } from 'zod';
import type { OutlineEdit } from '@/lib/request/edit/outline-edit';

const key = z.string().min(1).max(300);
const number = z.string().max(12).nullable();
const text = z.string().max(20_000);
const parts = z.array(z.object({ label: z.string().max(8), text })).max(40);
const level = z.number().int().min(1).max(6);

/** The corrections of an outline as they come over the wire; what they mean is checked by `editOutline`. */
const outlineEdit: z.ZodType<OutlineEdit> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename-section'), section: key, heading: z.string().max(500) }),
  z.object({ kind: z.literal('set-level'), section: key, level }),
  z.object({ kind: z.literal('add-section'), after: key.nullable(), heading: z.string().max(500), level }),
  z.object({ kind: z.literal('move-section'), section: key, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ kind: z.literal('merge-section'), section: key }),
  z.object({ kind: z.literal('delete-section'), section: key }),
  z.object({ kind: z.literal('add-question'), section: key, number, text, parts }),
  z.object({ kind: z.literal('edit-question'), question: key, number, text, parts }),
  z.object({ kind: z.literal('split-question'), question: key, at: z.number().int().min(0), number }),
  z.object({ kind: z.literal('merge-question'), question: key }),
  z.object({ kind: z.literal('move-question'), question: key, section: key, index: z.number().int().min(0) }),
  z.object({ kind: z.literal('take-paragraph'), section: key, paragraph: z.number().int().min(0), number }),
  z.object({ kind: z.literal('release-question'), question: key }),
  z.object({ kind: z.literal('delete-question'), question: key }),
]);

export const correctionSchema = z.object({
  fromVersionId: z.uuid(),
  edits: z.array(outlineEdit).min(1).max(1_000),
  note: z.string().max(500).default(''),
});
