import { success } from '@/lib/core/result';
import type { RequestDocument } from '../request-document';
import { type EditResult, finishOutline } from './draft-outline';
import { editQuestions } from './edit-questions';
import { editSections } from './edit-sections';
import type { OutlineEdit } from './outline-edit';

/**
 * The document after one correction of its outline; the given one is untouched. Keys and labels follow from the new headings,
 * numbers and order. Fails with a sentence where the correction names something that is not there or makes no sense.
 */
export function editOutline(document: RequestDocument, edit: OutlineEdit): EditResult<RequestDocument> {
  const edited = isSectionEdit(edit) ? editSections(document.sections, edit) : editQuestions(document.sections, edit);
  return edited.ok ? success({ ...document, sections: finishOutline(edited.value) }) : edited;
}

/** The document after several corrections, each of which names keys as the one before left them. */
export function editOutlineAll(document: RequestDocument, edits: readonly OutlineEdit[]): EditResult<RequestDocument> {
  let current = document;
  for (const edit of edits) {
    const edited = editOutline(current, edit);
    if (!edited.ok) return edited;
    current = edited.value;
  }
  return success(current);
}

type SectionEdit = Parameters<typeof editSections>[1];

function isSectionEdit(edit: OutlineEdit): edit is SectionEdit {
  return edit.kind.endsWith('-section') || edit.kind === 'set-level';
}
