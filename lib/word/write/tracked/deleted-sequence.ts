import type { ParagraphChild } from 'docx';
import { inParagraph, XmlElement } from '../xml-element';

/**
 * The number of a caption that goes, as a field: of the letter before, because a number that is taken out is not counted among those that stay.
 * It is written out where it is made, since fields are only filled in where they are not deleted.
 */
export function deletedSequence(label: string, number: number | null): ParagraphChild {
  const character = (type: string) => new XmlElement('w:fldChar', { 'w:fldCharType': type });
  return inParagraph(
    new XmlElement('w:r', {}, [
      character('begin'),
      new XmlElement('w:instrText', { 'xml:space': 'preserve' }, [`SEQ ${label}`]),
      character('separate'),
      ...(number === null ? [] : [new XmlElement('w:t', {}, [String(number)])]),
      character('end'),
    ]),
  );
}
