import { contentHash, sha256Hex } from '@/lib/core/hash';
import type { FigureFormat, ResolvedFigure } from '@/lib/letter/figures/figure';

/**
 * The tag of a figure's content control: "mf:<figure>:<run>:<hash>". Word allows 64 characters, so the identifiers are written in 22
 * characters each, and path, format and value stand together in the hash, which anybody who holds the publication can compute again.
 */
export function figureTag(figure: ResolvedFigure, format: FigureFormat | null): string {
  const hash = contentHash({ path: figure.path, format, value: figure.value }).slice(0, 12);
  return `mf:${shortId(figure.figureId)}:${shortId(figure.runId)}:${hash}`;
}

/** The bookmark around a figure, for programs that lose content controls: the last 16 digits of figure and run, and its place in the letter. */
export function figureBookmark(figure: Pick<ResolvedFigure, 'figureId' | 'runId'>, ordinal: number): string {
  return `Fig${hexId(figure.figureId).slice(-16)}${hexId(figure.runId).slice(-16)}_${ordinal}`;
}

/** The bookmark around a section: its whole identifier, by which a returned file finds its way home. */
export function sectionBookmark(sectionId: string): string {
  return `Sec_${hexId(sectionId)}`;
}

/** The bookmark around a citation or cross-reference: the whole identifier of its node. */
export function objectBookmark(nodeId: string): string {
  return `Obj_${hexId(nodeId)}`;
}

/** The tag of the content control around a citation or cross-reference. */
export function objectTag(nodeId: string): string {
  return `mo:${shortId(nodeId)}`;
}

/** The bookmark at a letter's beginning that names the version it was written from: the first 32 digits of its content's hash. */
export function versionBookmark(versionHash: string): string {
  return `Ver_${versionHash.slice(0, 32).toLowerCase()}`;
}

/** A UUID's 32 digits; of any other text the first 32 digits of its hash. */
export function hexId(id: string): string {
  const digits = id.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? digits : sha256Hex(id).slice(0, 32);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The 128 bits in 22 letters of base64url. */
function shortId(id: string): string {
  let bits = BigInt(`0x${hexId(id)}`) << 4n;
  let text = '';
  for (let digit = 0; digit < 22; digit++) {
    text = `${ALPHABET[Number(bits & 63n)]}${text}`;
    bits >>= 6n;
  }
  return text;
}
