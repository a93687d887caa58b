import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { sectionExtensions } from './section-extensions';

/** The ProseMirror schema of a section, built from the same extensions as the editor's. */
export const sectionSchema: Schema = getSchema(sectionExtensions());
