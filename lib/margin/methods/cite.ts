import type { Citation } from './margin-node';

/** A paragraph of title 17 whose text was read, e.g. cfr('23.154', '(c)(1)'); the link opens the section as it stands today. */
export function cfr(section: string, paragraph = ''): Citation {
  return {
    paragraph: `17 CFR ${section}${paragraph}`,
    standing: 'primary',
    url: `https://www.ecfr.gov/current/title-17/section-${section}`,
  };
}

/** A paragraph of 17 CFR 240.15c3-1(c)(2)(vi), the percentage deductions; e.g. haircutRule('(P)(1)(ii)'). */
export function haircutRule(paragraph: string): Citation {
  return cfr('240.15c3-1', `(c)(2)(vi)${paragraph}`);
}
