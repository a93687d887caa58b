import { type Face, faceOf } from './advance-widths';
import type { RunFormat } from './formats';

/** Of the type size: the height of small capitals, and of raised and lowered figures, as office programs set them. */
const SMALL_CAPITALS = 0.8;
const RAISED = 0.58;

/** A face at a size: how wide its words and how high its lines are, in twentieths of a point. */
export interface Typeface {
  readonly ascent: number;
  readonly descent: number;
  /** Between the lines, above the descent of the one before. */
  readonly leading: number;
  /** What a slanting face keeps free at the end of a line. */
  readonly overhang: number;
  width(text: string): number;
}

/** The typefaces of one layout, each made once. */
export class Typefaces {
  private readonly made = new Map<string, Typeface>();
  private readonly byFormat = new WeakMap<RunFormat, Typeface>();

  of(format: RunFormat): Typeface {
    const given = this.byFormat.get(format) ?? this.ofValues(format);
    this.byFormat.set(format, given);
    return given;
  }

  private ofValues(format: RunFormat): Typeface {
    const { font, size, bold, italic, smallCaps, raised, spacing } = format;
    const key = `${font}/${size}/${bold}${italic}${smallCaps}${raised}/${spacing}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const typeface = make(format);
    this.made.set(key, typeface);
    return typeface;
  }
}

/** Heights of a serif and of a monospaced face, in thousandths of the size; each part is rounded by itself, as programs do. */
function make(format: RunFormat): Typeface {
  const { font, bold, italic, raised, spacing, smallCaps } = format;
  const size = format.size * 10;
  const face = faceOf(font, bold, italic);
  const [ascent, descent, leading] = /courier|mono/i.test(font) ? [0.8333, 0.3003, 0] : [0.8911, 0.2163, 0.0424];
  const scale = (raised ? size * RAISED : size) / 1000;
  const heights = { ascent: Math.ceil(size * ascent), descent: Math.ceil(size * descent), leading: Math.round(size * leading) };
  const measure = smallCaps ? smallCapitals : plain;
  const widths = new Map<string, number>();
  return {
    ...heights,
    overhang: italic ? Math.floor((heights.ascent + heights.descent + heights.leading) / 12) : 0,
    width: (text) => {
      const known = widths.get(text);
      if (known !== undefined) return known;
      const width = measure(text, face, scale, spacing);
      widths.set(text, width);
      return width;
    },
  };
}

function plain(text: string, face: Face, scale: number, spacing: number): number {
  let thousandths = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    thousandths += face(unit);
  }
  return thousandths * scale + spacing * text.length;
}

function smallCapitals(text: string, face: Face, scale: number, spacing: number): number {
  let width = 0;
  for (const character of text) {
    const capital = character.toUpperCase();
    width += plain(capital, face, capital === character ? scale : scale * SMALL_CAPITALS, spacing);
  }
  return width;
}
