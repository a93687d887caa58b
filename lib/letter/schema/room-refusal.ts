/**
 * Why the server refuses a room or closes one, as the code that travels and what a client does next: `retry` tries again by itself,
 * `reload` needs the page anew, `renew` asks for the present copy (openFork), hands over what it had not sent (carryOver) and goes on there,
 * `stop` needs a person.
 */
export const ROOM_REFUSALS = {
  'signed-out': { next: 'stop', sentence: 'You are signed out. Sign in again in another tab; what you typed is kept on this computer.' },
  'not-found': { next: 'stop', sentence: 'This section is not there any more, or is not yours to read.' },
  forbidden: { next: 'stop', sentence: 'You may not read this section any more.' },
  'rights-changed': { next: 'retry', sentence: 'Your rights in this letter changed.' },
  'schema-version': { next: 'reload', sentence: 'Marginalia was updated. Load the page again to go on.' },
  generation: { next: 'reload', sentence: 'This section was replaced by another version. Load the page again to see it.' },
  'fork-generation': { next: 'renew', sentence: 'Something you suggested was decided. Your copy is being brought up to date.' },
  'load-failed': { next: 'retry', sentence: 'The section could not be loaded. Trying again.' },
  'not-saved': { next: 'retry', sentence: 'The server could not save the last change. It is kept on this computer; trying again.' },
  'too-large': { next: 'stop', sentence: 'The section is too large to take more. Move part of it to another section.' },
  malformed: { next: 'reload', sentence: 'The server could not read a change. Load the page again.' },
  'too-many': { next: 'retry', sentence: 'Too many sections are open at once. Close other tabs of Marginalia.' },
  'shutting-down': { next: 'retry', sentence: 'The server is restarting. What you type is kept on this computer.' },
} as const satisfies Record<string, { next: 'retry' | 'reload' | 'renew' | 'stop'; sentence: string }>;

export type RoomRefusal = keyof typeof ROOM_REFUSALS;

export function isRoomRefusal(text: string): text is RoomRefusal {
  return Object.hasOwn(ROOM_REFUSALS, text);
}
