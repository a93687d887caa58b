import type { ParagraphFormat } from './formats';

/** What makes a line high: the parts of its typefaces and its highest picture. */
export interface LineContent {
  readonly ascent: number;
  readonly descent: number;
  readonly leading: number;
  readonly picture: number;
}

/** The height of a line with its paragraph's line spacing, in twentieths of a point. */
export function lineHeight(content: LineContent, { line, lineRule }: Pick<ParagraphFormat, 'line' | 'lineRule'>): number {
  const text = content.ascent + content.descent + content.leading;
  const natural = content.picture > content.ascent ? content.picture + content.descent : text;
  if (lineRule === 'exact') return line;
  if (lineRule === 'atLeast') return Math.max(natural, line);
  return Math.round((natural * Math.round((line * 100) / 240)) / 100);
}
