import type { BaseXmlComponent } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { XmlElement } from './xml-element';

export interface ContentControlOptions {
  readonly id: number;
  /** At most 64 characters, as Word allows. */
  readonly tag: string;
  /** What Word shows on the control's handle. */
  readonly title: string;
}

/** A content control around a bound figure: Word shows what it is and keeps the tag through edits. It stands around runs or around blocks. */
export function contentControl({ id, tag, title }: ContentControlOptions, children: readonly BaseXmlComponent[]): XmlElement {
  return new XmlElement('w:sdt', {}, [
    new XmlElement('w:sdtPr', {}, [
      new XmlElement('w:alias', { 'w:val': [...cleanLine(title)].slice(0, 32).join('') }),
      new XmlElement('w:tag', { 'w:val': tag }),
      new XmlElement('w:id', { 'w:val': id }),
    ]),
    new XmlElement('w:sdtContent', {}, children),
  ]);
}
