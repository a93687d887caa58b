import { diffSequences } from '../compare/diff-sequences';
import { plainTitle } from './match-sections';

/** Neighbouring lines outside of the sections that differ between what was sent and the file. */
export interface LineDifference {
  readonly sent: string;
  readonly file: string;
}

/** What differs outside of the sections: letterhead, addressees, Re: lines, closing; spaces and unseen characters apart. */
export function compareLines(sent: readonly string[], file: readonly string[]): readonly LineDifference[] {
  const [own, its] = [sent, file].map((lines) => lines.map(plainTitle).filter((line) => line !== ''));
  if (!own || !its) return [];
  return diffSequences(own, its).map(([from, to, nowFrom, nowTo]) => ({
    sent: own.slice(from, to).join('\n'),
    file: its.slice(nowFrom, nowTo).join('\n'),
  }));
}
