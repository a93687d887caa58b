import { expect, it } from 'vitest';
import { gravestState, type SavingState, savingWords } from '@/components/editor/saving-state';
import { ROOM_REFUSALS } from '@/lib/letter/schema/room-refusal';

const saved: SavingState = { kind: 'saved' };
const offline: SavingState = { kind: 'offline', keptHere: true };
const blocked: SavingState = { kind: 'blocked', refusal: 'not-saved', unsaved: true };

it('the word of a letter is that of its gravest section', () => {
  expect(gravestState([])).toEqual(saved);
  expect(gravestState([saved, { kind: 'saving' }, saved])).toEqual({ kind: 'saving' });
  expect(gravestState([offline, blocked, { kind: 'saving' }])).toEqual(blocked);
});

it('the words say where the text is, and why it is not saved', () => {
  expect(savingWords(saved)).toBe('Saved');
  expect(savingWords(offline)).toBe('Offline, kept on this computer');
  expect(savingWords({ kind: 'offline', keptHere: false })).not.toContain('kept on this computer');
  expect(savingWords(blocked)).toBe(`Cannot save: ${ROOM_REFUSALS['not-saved'].sentence}`);
});
