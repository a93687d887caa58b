/** 1 is "I", 4 is "IV". Throws RangeError outside 1 to 3999, which have no roman form. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) throw new RangeError(`romanNumeral: ${value}`);
  let rest = value;
  let text = '';
  for (const [amount, letters] of ROMAN) {
    while (rest >= amount) {
      text += letters;
      rest -= amount;
    }
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 is "A", 26 is "Z", 27 is "AA", 28 is "BB": as word processors count letters. Throws RangeError below 1. */
export function letterNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`letterNumeral: ${value}`);
  const index = (value - 1) % 26;
  return String.fromCharCode(65 + index).repeat((value - 1 - index) / 26 + 1);
}
