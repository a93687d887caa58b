/** Numbers that a document carries in its head: releases, files and dockets. */
export interface DocketNumbers {
  readonly releases: string[];
  readonly docketIds: string[];
}

/** Dashes of every kind as hyphens: Federal Register files since 2024 print numbers with en dashes. */
export function plainDashes(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** "[Release No. 34-90246; File No. S7-15-20]" and the like, one or several in a text, each number once. */
export function docketNumbers(texts: readonly string[]): DocketNumbers {
  const releases = new Set<string>();
  const docketIds = new Set<string>();
  for (const piece of texts.flatMap((text) => plainDashes(text).replace(/[[\]]/g, ' ').split(/[;,]/))) {
    const text = piece.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const release = text.match(/^(?:and )?(?:Release )?(?:Nos?\.? ?)?((?:33|34|IA|IC|39)-\d{2,7})$/i)?.[1];
    const file = text.match(/^(?:and )?(?:File )?(?:Numbers?|Nos?\.?)? ?((?:S7|SR)-[A-Z0-9-]+)$/i)?.[1];
    if (release) releases.add(release.toUpperCase());
    else if (file) docketIds.add(file.toUpperCase());
    else docketIds.add(text);
  }
  return { releases: [...releases], docketIds: [...docketIds] };
}

/** Regulation identifier numbers in a text, in order, each once. */
export function rinsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => plainDashes(text).match(/\b\d{4}-[A-Z]{2}\d{2}\b/g) ?? []))];
}

/** "2020-23928" out of "[FR Doc. 2020–23928 Filed 11–4–20; 8:45 am]" or "[FR Doc No: 2020-23928]". */
export function documentNumberIn(text: string): string | null {
  return plainDashes(text).match(/FR Doc\.?(?: No)?[:.]? ?([A-Z0-9]{1,5}-\d{3,6})/i)?.[1] ?? null;
}

/** An agency's name in the case of running text: "COMMODITY FUTURES TRADING COMMISSION" → "Commodity Futures Trading Commission". */
export function agencyName(text: string): string {
  const name = text
    .replace(/\s+/g, ' ')
    .replace(/[.;,]+$/, '')
    .trim();
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/[a-z’']+/g, (word, at: number) => (at > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to']);
