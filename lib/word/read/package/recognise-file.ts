import { type WordFileProblem, wordFileProblem } from '../word-file-problem';
import { PASSWORD } from './zip-directory';

const starts = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** What a file is where it is no zip; null where it may be a Word file. Told by its first bytes, whatever its name. */
export function recogniseFile(bytes: Uint8Array): WordFileProblem | null {
  if (starts(bytes, letters('PK\u0003\u0004'))) return null;
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return holds(bytes, 'EncryptedPackage') ? wordFileProblem('encrypted', PASSWORD) : other('a .doc of an older Word');
  }
  if (starts(bytes, letters('%PDF'))) return other('a PDF');
  if (starts(bytes, letters('{\\rtf'))) return other('an RTF file');
  if (/^\s*<(!doctype|html|\?xml|\?mso)/i.test(String.fromCharCode(...bytes.subarray(0, 200)).replace(/^ï»¿/, ''))) {
    return other('a web page or XML file');
  }
  if (bytes.length === 0) return wordFileProblem('damaged-zip', 'The file is empty. Ask for it again.');
  return other('no document that Word writes');
}

export function other(what: string): WordFileProblem {
  return wordFileProblem(
    'other-format',
    `The file is ${what}, and no .docx. Save it in Word as a Word document (.docx) and bring it again.`,
  );
}

/** Whether a name stands in a compound file's directory, where names are in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = letters(name).flatMap((code) => [code, 0]);
  const most = bytes.length - wanted.length;
  for (let at = 0; at <= most; at += 2)
    if (bytes[at] === wanted[0] && wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
