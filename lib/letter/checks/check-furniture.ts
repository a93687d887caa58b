import type { LetterFurniture } from '../letter-content';
import type { LetterFinding } from './letter-finding';

/** File numbers, releases and RINs as the agencies print them: "S7-15-20", "34-90246", "3038-AF07", "RIN 3235-AM64". */
const IDENTIFIER = /\b(S7-\d{1,4}-\d{2,4}|(RIN\s*)?\d{4}-[A-Z]{2}\d{2}|Release No\.?\s*\S+|Docket|File (No|Number))/i;

/** What a letter needs around its text: date, addressees, a Re: line that names the docket, salutation, signatory. */
export function checkFurniture(furniture: LetterFurniture): readonly LetterFinding[] {
  const findings: LetterFinding[] = [];
  const note = (severity: LetterFinding['severity'], code: string, label: string, message: string) =>
    findings.push({ severity, code, message, place: { sectionId: null, nodeId: null, label } });
  const reLines = furniture.reLines.filter(filled);
  if (reLines.length === 0) note('error', 're-missing', 'Re: line', 'The letter has no Re: line.');
  else if (!reLines.some((line) => IDENTIFIER.test(line))) {
    note(
      'error',
      'docket-missing',
      'Re: line',
      'The Re: line names no file number, docket or RIN, so the agencies cannot file the letter.',
    );
  }
  if (furniture.addressees.filter((addressee) => filled(addressee.agency) || addressee.lines.some(filled)).length === 0) {
    note('error', 'addressee-missing', 'Addressees', 'The letter is addressed to nobody.');
  }
  if (furniture.signatories.filter((signatory) => filled(signatory.name)).length === 0) {
    note('error', 'signatory-missing', 'Signature block', 'Nobody is named to sign the letter.');
  }
  if (furniture.date === null) note('warning', 'date-missing', 'Date', 'The letter is not dated.');
  if (!filled(furniture.salutation)) note('warning', 'salutation-missing', 'Salutation', 'The letter has no salutation.');
  if (!filled(furniture.deliveryLine)) note('warning', 'delivery-missing', 'Delivery line', 'The letter does not say how it is delivered.');
  if (!filled(furniture.letterhead.firm)) note('warning', 'letterhead-missing', 'Letterhead', 'The letterhead names no firm.');
  return findings;
}

const filled = (text: string): boolean => text.trim() !== '';
