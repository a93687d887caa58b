/** Elements between blocks and between runs alike that mark where a move or a custom range begins and ends, and hold no text. */
export const RANGE_MARKS: readonly string[] = [
  'w:customXmlPr',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
];
