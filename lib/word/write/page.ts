/** US Letter with one-inch margins; lengths in twentieths of a point (DXA). */
export const PAGE = { width: 12240, height: 15840, margin: 1440, headerDistance: 720, footerDistance: 620 } as const;

/** Width of the column of text. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
