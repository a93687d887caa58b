import { Paragraph } from 'docx';

/** The distance after a table that no note follows; it also keeps two tables from growing together. */
export function tableSpacer(): Paragraph {
  return new Paragraph({ style: 'BodyText', spacing: { before: 0, after: 0, line: 240, lineRule: 'exact' } });
}
