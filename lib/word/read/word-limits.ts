const MEGABYTE = 1024 * 1024;

/** What a returned file may be. A letter of 60 pages is 0.3 MB, with 2,000 parts and a picture on each page it is far below all of these. */
export const WORD_LIMITS = {
  fileBytes: 100 * MEGABYTE,
  parts: 5000,
  /** of all parts together, as the zip's directory states them */
  unpackedBytes: 512 * MEGABYTE,
  /** of the parts that are read as XML, together */
  xmlBytes: 64 * MEGABYTE,
  /** unpacked over packed, for parts of more than a megabyte: text of the most repetitive kind reaches 300 */
  ratio: 400,
  /** elements inside one another */
  depth: 200,
  /** elements of all parts that are read */
  elements: 3_000_000,
} as const;
