/** Advance widths by thousandths of the type size: the characters of each width. */
type Widths = Readonly<Record<number, string>>;

/** Times New Roman and the faces that are as wide (Liberation Serif, Tinos): the characters of letters in English. */
const SERIF: Readonly<Record<'regular' | 'bold' | 'italic' | 'boldItalic', Widths>> = {
  regular: {
    180: "'",
    200: '|¦',
    250: ' ,.\u00a0',
    276: 'ª',
    278: '/:;\\ijltìíîï',
    300: '²³¹',
    310: 'º',
    333: '!()-I[]`fr¡\u00a8\u00b4\u00b7\u00b8ÌÍÎÏ\u2018\u2019\u201a\u2039\u203a',
    350: '•',
    389: 'Jsš',
    400: '°',
    408: '"',
    444: '?acez¿àáâãäåçèéêë\u201c\u201d\u201ež',
    453: '¶',
    469: '^',
    480: '{}',
    500: '#$*0123456789_bdghknopquvxy¢£¤¥§«\u00af»ßðñòóôõöøùúûüýþÿ\u2013†‡€',
    541: '~',
    549: '±÷≤≥≈≠',
    556: 'FPSÞŠ',
    564: '+<=>¬×\u2212',
    576: 'µ',
    611: 'ELTZÈÉÊËŽ',
    667: 'BCRÇæ',
    722: 'ADGHKNOQUVXYwÀÁÂÃÄÅÐÑÒÓÔÕÖØÙÚÛÜÝœŸ',
    750: '¼½¾',
    760: '©®',
    778: '&m',
    833: '%',
    889: 'MÆŒ',
    921: '@',
    944: 'W',
    980: '™',
    1000: '\u2014…‰',
  },
  bold: {
    220: '|¦',
    250: ' ,.\u00a0',
    278: "'/\\ilìíîï",
    300: 'ª²³¹',
    330: 'º',
    333: '!()-:;[]`fjt¡\u00a8\u00b4\u00b7\u00b8\u2018\u2019\u201a\u2039\u203a',
    350: '•',
    389: 'IsÌÍÎÏš',
    394: '{}',
    400: '°',
    444: 'cerzçèéêëž',
    500: '#$*0123456789?J_agovxy¢£¤¥§«\u00af»¿àáâãäåðòóôõöøýÿ\u2013\u201c\u201d\u201e†‡€',
    520: '~',
    540: '¶',
    549: '±÷≤≥≈≠',
    555: '"',
    556: 'SbdhknpqußñùúûüþŠ',
    570: '+<=>¬×\u2212',
    576: 'µ',
    581: '^',
    611: 'FPÞ',
    667: 'BELTZÈÉÊËŽ',
    722: 'ACDNRUVXYwÀÁÂÃÄÅÇÐÑÙÚÛÜÝæœŸ',
    747: '©®',
    750: '¼½¾',
    778: 'GHKOQÒÓÔÕÖØ',
    833: '&m',
    930: '@',
    944: 'M',
    1000: '%WÆ\u2014…‰™Œ',
  },
  italic: {
    214: "'",
    250: ' ,.\u00a0\u00b7',
    275: '|¦',
    276: 'ª',
    278: '/\\fijltìíîï',
    300: '²³¹',
    310: 'º',
    333: '!()-:;I`\u00a8\u00b4\u00b8ÌÍÎÏ\u2018\u2019\u201a\u2039\u203a',
    350: '•',
    389: '[]rsz¡šž',
    400: '{}°',
    420: '"',
    422: '^',
    444: 'Jcekvxyçèéêëýÿ',
    500: '#$*0123456789?S_abdghnopqu¢£¤¥§«\u00af»¿ßàáâãäåðñòóôõöøùúûüþ\u2013†‡€Š',
    523: '¶',
    541: '~',
    549: '±÷≤≥≈≠',
    556: 'LTYZÝ\u201c\u201d\u201eŽŸ',
    576: 'µ',
    611: 'ABEFPRVXÀÁÂÃÄÅÈÉÊËÞ',
    667: 'CKNwÇÑæœ',
    675: '+<=>¬×\u2212',
    722: 'DGHOQUmÐÒÓÔÕÖØÙÚÛÜ',
    750: '¼½¾',
    760: '©®',
    778: '&',
    833: '%MW',
    889: 'Æ\u2014…',
    920: '@',
    944: 'Œ',
    980: '™',
    1000: '‰',
  },
  boldItalic: {
    220: '|¦',
    250: ' ,.\u00a0\u00b7',
    266: 'ª',
    278: "'/\\ijltìíîï",
    300: '²³¹º',
    333: '()-:;[]`f\u00a8\u00b4\u00b8\u2018\u2019\u201a\u2039\u203a',
    348: '{}',
    350: '•',
    389: '!Irsz¡ÌÍÎÏšž',
    400: '°',
    444: 'cevyçèéêëýÿ',
    500: '#$*0123456789?J_abdgkopqx¢£¤¥§«\u00af¶»¿ßàáâãäåðòóôõöøþ\u2013\u201c\u201d\u201e†‡€',
    549: '±÷≤≥≈≠',
    555: '"',
    556: 'ShnuñùúûüŠ',
    570: '+<=>^~×',
    576: 'µ',
    606: '¬\u2212',
    611: 'LPTYZÝÞŽŸ',
    667: 'ABCEFKRVXwÀÁÂÃÄÅÇÈÉÊË',
    722: 'DGNOQUÐÑÒÓÔÕÖØÙÚÛÜæœ',
    747: '©®',
    750: '¼½¾',
    778: '&Hm',
    832: '@',
    833: '%',
    889: 'MW',
    944: 'ÆŒ',
    1000: '\u2014…‰™',
  },
};

/** Every character of Courier New and the faces that are as wide. */
const MONOSPACED = 600;
const WIDE = 1000;
const AVERAGE = 500;

/** Every character that the tables list comes before this one. */
const LISTED = 0x2300;

/** How wide the characters of a face are, in thousandths of the type size. */
export type Face = (codePoint: number) => number;

/** The face of a font; any that is not monospaced is measured as the serif of letters. */
export function faceOf(font: string, bold: boolean, italic: boolean): Face {
  if (/courier|mono/i.test(font)) return (codePoint) => (isMark(codePoint) ? 0 : MONOSPACED);
  return FACES[bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'];
}

const FACES = { regular: face(SERIF.regular), bold: face(SERIF.bold), italic: face(SERIF.italic), boldItalic: face(SERIF.boldItalic) };

function face(widths: Widths): Face {
  const known = Float64Array.from({ length: LISTED }, (_, codePoint) => unlisted(codePoint));
  for (const [width, characters] of Object.entries(widths)) {
    for (const character of characters) known[character.codePointAt(0) ?? 0] = Number(width);
  }
  return (codePoint) => known[codePoint] ?? unlisted(codePoint);
}

/** What the table does not list: marks that stand on another letter, ideographs as wide as they are high, and an average letter. */
function unlisted(codePoint: number): number {
  if (isMark(codePoint)) return 0;
  return codePoint >= 0x2e80 ? WIDE : AVERAGE;
}

function isMark(codePoint: number): boolean {
  return (codePoint >= 0x300 && codePoint <= 0x36f) || (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint === 0xad;
}
