import { Paragraph } from 'docx';
import { trackMark } from '../tracked/track-paragraph';
import type { TrackingContext } from '../write-context';

/** The distance after a table that no note follows; it also keeps two tables from growing together. */
export function tableSpacer(context: TrackingContext | null = null): Paragraph {
  return new Paragraph({
    style: 'BodyText',
    ...(context ? trackMark(null, context) : {}),
    spacing: { before: 0, after: 0, line: 240, lineRule: 'exact' },
  });
}
