import type { BaseXmlComponent, IRunOptions } from 'docx';
import { TextRun } from 'docx';
import { XmlElement } from '../xml-element';
import { textRuns } from './text-runs';

/** A field with its result as it stands when the file is written. All of it is one row of runs, so that it goes wherever runs go. */
export function field(instruction: string, result: string, options: IRunOptions = {}): readonly BaseXmlComponent[] {
  return [
    fieldRun(fieldMark('begin'), fieldInstruction(instruction), fieldMark('separate')),
    ...textRuns(result, options),
    fieldRun(fieldMark('end')),
  ];
}

/** The number of a bookmark's page. Its result is filled in when the pages are known. */
export function pageField(bookmark: string, options: IRunOptions = {}): BaseXmlComponent {
  const run = new TextRun(options);
  for (const part of [fieldMark('begin'), fieldInstruction(`PAGEREF ${bookmark} \\h`), fieldMark('separate'), fieldMark('end')]) {
    run.addChildElement(part);
  }
  return run;
}

export function fieldRun(...children: readonly BaseXmlComponent[]): XmlElement {
  return new XmlElement('w:r', {}, children);
}

export function fieldMark(kind: 'begin' | 'separate' | 'end'): XmlElement {
  return new XmlElement('w:fldChar', { 'w:fldCharType': kind });
}

export function fieldInstruction(words: string): XmlElement {
  return new XmlElement('w:instrText', { 'xml:space': 'preserve' }, [words]);
}
