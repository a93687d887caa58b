import { citedSourceIds } from '../citations/cited-source-ids';
import { boundFigures, figureKey } from '../figures/collect-figures';
import type { LetterContent } from '../letter-content';

/** A content with the figures that are bound and the sources that are cited in its text, and no others. */
export function withoutUnused(content: LetterContent): LetterContent {
  const bound = new Set(boundFigures(content.sections).map(figureKey));
  const cited = new Set(citedSourceIds(content.sections));
  const kept = <T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
  return {
    ...content,
    figures: kept(content.figures, bound),
    ...(content.sources === undefined ? {} : { sources: kept(content.sources, cited) }),
  };
}
