import { type IRunOptions, TextRun } from 'docx';
import { cleanText } from '@/lib/core/clean-text';
import { type InParagraph, inParagraph, XmlElement } from '../xml-element';

/** The runs of a text: a line end is a break, a tab a tab, and words written from right to left stand in runs of their own. */
export function textRuns(text: string, options: IRunOptions = {}): InParagraph[] {
  const words = cleanText(text);
  if (words !== '' && isPlain(options) && !NEEDS_MORE.test(words)) return [plainRun(words)];
  const runs: TextRun[] = [];
  words.split('\n').forEach((line, index) => {
    const parts = byDirection(line);
    if (index > 0 && parts.length === 0) parts.push({ text: '', rightToLeft: false });
    parts.forEach((part, place) => {
      runs.push(
        new TextRun({
          ...options,
          ...(part.rightToLeft ? { rightToLeft: true } : {}),
          ...(index > 0 && place === 0 ? { break: 1 } : {}),
          children: withTabs(part.text),
        }),
      );
    });
  });
  return runs;
}

/** Most runs of a letter: without the forty properties that the library asks after in each. */
function plainRun(text: string): InParagraph {
  return inParagraph(new XmlElement('w:r', {}, [new XmlElement('w:t', { 'xml:space': 'preserve' }, [text])]));
}

function isPlain(options: IRunOptions): boolean {
  for (const _ in options) return false;
  return true;
}

/** Line ends, tabs, and words written from right to left. */
const NEEDS_MORE = /[\n\t\u0590-\u08ff\ufb1d-\ufefe]/;

function withTabs(text: string): string[] {
  return text.split(/(\t)/).filter((piece) => piece !== '');
}

const RIGHT_TO_LEFT =
  /([\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe](?:[\s\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe]*[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe])?)/;

const HAS_RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefe]/;

function byDirection(line: string): { text: string; rightToLeft: boolean }[] {
  if (!HAS_RIGHT_TO_LEFT.test(line)) return line === '' ? [] : [{ text: line, rightToLeft: false }];
  return line
    .split(RIGHT_TO_LEFT)
    .map((text, index) => ({ text, rightToLeft: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
