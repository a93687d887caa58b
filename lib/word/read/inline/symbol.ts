/** The characters of the Symbol font that texts use, by their code without the private area's F0. Others are told and stand as U+FFFD. */
const SYMBOL: Readonly<Record<number, string>> = {
  34: '∀',
  36: '∃',
  39: '∋',
  42: '∗',
  45: '−',
  64: '≅',
  94: '⊥',
  126: '∼',
  162: '′',
  163: '≤',
  165: '∞',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  182: '∂',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  210: '®',
  211: '©',
  212: '™',
  213: '∏',
  214: '√',
  226: '®',
  227: '©',
  228: '™',
  229: '∑',
};

const GREEK = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SMALL_GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

/** Of Wingdings: check marks, boxes, arrows. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  167: '▪',
  168: '◻',
  216: '➢',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** The character that a w:sym means; null where it is not known. */
export function symbolText(font: string | undefined, code: string | undefined): string | null {
  if (code === undefined || !/^[0-9a-f]{1,4}$/i.test(code)) return null;
  const point = Number.parseInt(code, 16);
  const plain = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (/^symbol$/i.test(font ?? '')) {
    if (plain >= 0x41 && plain <= 0x5a) return GREEK[plain - 0x41] ?? null;
    if (plain >= 0x61 && plain <= 0x7a) return SMALL_GREEK[plain - 0x61] ?? null;
    return SYMBOL[plain] ?? (plain >= 0x20 && plain < 0x7f ? String.fromCharCode(plain) : null);
  }
  if (/^wingdings/i.test(font ?? '')) return WINGDINGS[plain] ?? null;
  return point >= 0xe000 && point <= 0xf8ff ? null : String.fromCharCode(point);
}
