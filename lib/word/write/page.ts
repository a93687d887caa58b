/** A page with its margins, and how far header and footer are from its edges; lengths in twentieths of a point (DXA). */
export interface PageSetup {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly header: number;
  readonly footer: number;
}

/** US Letter with one-inch margins. */
export const PAGE = { width: 12240, height: 15840, margin: 1440, headerDistance: 720, footerDistance: 620 } as const;

export const DEFAULT_PAGE: PageSetup = {
  width: PAGE.width,
  height: PAGE.height,
  top: PAGE.margin,
  right: PAGE.margin,
  bottom: PAGE.margin,
  left: PAGE.margin,
  header: PAGE.headerDistance,
  footer: PAGE.footerDistance,
};

/** Width of the column of text. */
export function textWidthOf({ width, left, right }: PageSetup): number {
  return width - left - right;
}

/** Width of the column of text on the page of our own. */
export const TEXT_WIDTH = textWidthOf(DEFAULT_PAGE);
