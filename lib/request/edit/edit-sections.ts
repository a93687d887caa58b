import { failure, success } from '@/lib/core/result';
import { type DraftSection, type EditResult, findSection, spliced } from './draft-outline';
import { editedHeading, editedLevel } from './edit-text';
import type { OutlineEdit } from './outline-edit';

export type SectionEdit = Extract<
  OutlineEdit,
  { kind: 'rename-section' | 'set-level' | 'add-section' | 'move-section' | 'merge-section' | 'delete-section' }
>;

/** The sections after a correction of one of them, keys still as before. */
export function editSections(sections: readonly DraftSection[], edit: SectionEdit): EditResult<DraftSection[]> {
  if (edit.kind === 'add-section') return addSection(sections, edit);
  const found = findSection(sections, edit.section);
  if (!found.ok) return found;
  const index = found.value;
  const section = sections[index];
  if (!section) return failure('There is no such section.');
  switch (edit.kind) {
    case 'rename-section': {
      const heading = editedHeading(edit.heading);
      return heading.ok ? success(spliced(sections, index, 1, { ...section, heading: heading.value })) : heading;
    }
    case 'set-level': {
      const level = editedLevel(edit.level);
      return level.ok ? success(spliced(sections, index, 1, { ...section, level: level.value })) : level;
    }
    case 'move-section': {
      const other = sections[index + edit.by];
      if (!other) return failure(edit.by < 0 ? 'This is the first section.' : 'This is the last section.');
      const first = Math.min(index, index + edit.by);
      return success(spliced(sections, first, 2, ...(edit.by < 0 ? [section, other] : [other, section])));
    }
    case 'merge-section': {
      const before = sections[index - 1];
      if (!before) return failure('There is no section before this one to join.');
      return success(
        spliced(sections, index - 1, 2, {
          ...before,
          paragraphs: [...before.paragraphs, ...section.paragraphs],
          questions: [...before.questions, ...section.questions],
        }),
      );
    }
    case 'delete-section':
      return success(spliced(sections, index, 1));
  }
}

function addSection(sections: readonly DraftSection[], edit: Extract<SectionEdit, { kind: 'add-section' }>): EditResult<DraftSection[]> {
  const heading = editedHeading(edit.heading);
  if (!heading.ok) return heading;
  const level = editedLevel(edit.level);
  if (!level.ok) return level;
  const after = edit.after === null ? success(-1) : findSection(sections, edit.after);
  if (!after.ok) return after;
  return success(
    spliced(sections, after.value + 1, 0, { key: '', heading: heading.value, level: level.value, paragraphs: [], questions: [] }),
  );
}
