import { sha256Hex } from '@/lib/core/hash';

/**
 * The names under which a Word file holds what a letter binds, read: see figure-tag.ts, which writes them. Bookmarks keep less of an identifier
 * than tags do, so that those of a known letter are compared in the short form.
 */
export type ObjectName =
  | {
      readonly kind: 'figure';
      readonly figureId: string;
      readonly runId: string;
      readonly hash: string | null;
      readonly ordinal: number | null;
    }
  | { readonly kind: 'figure-short'; readonly prefix: string; readonly ordinal: number }
  | { readonly kind: 'object'; readonly nodeId: string }
  | { readonly kind: 'action'; readonly actionKey: string | null; readonly hash: string };

/** What a content control's tag names; null for one that is not of a letter. */
export function nameOfTag(tag: string): ObjectName | null {
  const figure = /^mf:([\w-]{22}):([\w-]{22}):([0-9a-f]{12})$/.exec(tag);
  if (figure?.[1] && figure[2] && figure[3]) {
    return { kind: 'figure', figureId: longId(figure[1]), runId: longId(figure[2]), hash: figure[3], ordinal: null };
  }
  const object = /^mo:([\w-]{22})$/.exec(tag);
  if (object?.[1]) return { kind: 'object', nodeId: longId(object[1]) };
  const action = /^ma:(.+)$/.exec(tag)?.[1];
  if (action === undefined) return null;
  return HASH.test(action)
    ? { kind: 'action', actionKey: null, hash: action }
    : { kind: 'action', actionKey: action, hash: actionHash(action) };
}

const HASH = /^[0-9a-f]{24}$/;

/** What a bookmark names; null for one that names no object of a letter. */
export function nameOfBookmark(bookmark: string): ObjectName | null {
  const figure = /^(Fig[0-9a-f]{32})_(\d{1,6})/.exec(bookmark);
  if (figure?.[1]) return { kind: 'figure-short', prefix: figure[1], ordinal: Number(figure[2]) };
  const object = /^Obj_([0-9a-f]{32})/.exec(bookmark);
  if (object?.[1]) return { kind: 'object', nodeId: uuidOf(object[1]) };
  const action = /^Act_([0-9a-f]{24})_\d+/.exec(bookmark);
  return action?.[1] ? { kind: 'action', actionKey: null, hash: action[1] } : null;
}

/** The id of the section that a bookmark stands around; null for another bookmark. */
export function sectionOfBookmark(bookmark: string): string | null {
  const digits = /^Sec_([0-9a-f]{32})/.exec(bookmark)?.[1];
  return digits ? uuidOf(digits) : null;
}

/** The digits of the version that a bookmark names; null for another bookmark. */
export function versionOfBookmark(bookmark: string): string | null {
  return /^Ver_([0-9a-f]{32})/.exec(bookmark)?.[1] ?? null;
}

/** The bookmarks around what the writer makes by itself: the contents and the table of figures. */
export const GENERATED = { contents: 'Gen_contents', figures: 'Gen_figures' } as const;

export function isGenerated(bookmark: string): boolean {
  return bookmark.startsWith('Gen_');
}

/** The bookmark around an action's citation: what it cites, and its place in the letter. */
export function actionBookmark(actionKey: string, ordinal: number): string {
  return `Act_${actionHash(actionKey)}_${ordinal}`;
}

/** The tag of the content control around an action's citation; Word takes 64 characters. */
export function actionTag(actionKey: string): string {
  return `ma:${actionKey}`.length <= 64 ? `ma:${actionKey}` : `ma:${actionHash(actionKey)}`;
}

export function actionHash(actionKey: string): string {
  return sha256Hex(actionKey).slice(0, 24);
}

/** 32 digits as a UUID. */
export function uuidOf(digits: string): string {
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The UUID of which 22 letters of base64url hold the 128 bits. */
function longId(letters: string): string {
  const bits = [...letters].reduce((total, letter) => (total << 6n) | BigInt(ALPHABET.indexOf(letter)), 0n) >> 4n;
  return uuidOf(bits.toString(16).padStart(32, '0'));
}
