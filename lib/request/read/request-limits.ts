const MIB = 1024 * 1024;

/** What the readers accept at most; each is far above any real document of the Federal Register. */
export const REQUEST_LIMITS = {
  /** One file: a document, or a daily issue to choose one from. */
  fileBytes: 20 * MIB,
  xmlDepth: 64,
  xmlElements: 2_000_000,
  xmlAttributesPerElement: 32,
  attributeCharacters: 8_192,
  htmlDepth: 512,
  paragraphCharacters: 200_000,
  questions: 2_000,
} as const;
