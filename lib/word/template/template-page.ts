import { childOf, type Formatted, isOn, numberOf } from '../layout/formatted';
import { DEFAULT_PAGE, type PageSetup, textWidthOf } from '../write/page';
import { problem, type TemplateProblem } from './template-problem';

/** The narrowest column of text in which the tables of a letter can be read, and the lowest page, in twentieths of a point. */
const NARROWEST = 6480;
const LOWEST = 7200;
/** The largest page that Word knows: 22 inches. */
const LARGEST = 31_680;

/** The page of a template's first section; the page of our own where it does not say. */
export function templatePage(section: Formatted | undefined): PageSetup {
  const size = childOf(section, 'w:pgSz');
  const margins = childOf(section, 'w:pgMar');
  const length = (side: keyof PageSetup) => Math.round(Math.abs(numberOf(margins, `w:${side}`) ?? DEFAULT_PAGE[side]));
  return {
    width: Math.round(numberOf(size, 'w:w') ?? DEFAULT_PAGE.width),
    height: Math.round(numberOf(size, 'w:h') ?? DEFAULT_PAGE.height),
    top: length('top'),
    right: length('right'),
    bottom: length('bottom'),
    left: length('left'),
    header: length('header'),
    footer: length('footer'),
  };
}

/** What prevents a letter from being set on a page. */
export function pageProblems(section: Formatted | undefined, part: string): TemplateProblem[] {
  const page = templatePage(section);
  const inches = (length: number) => `${(length / 1440).toFixed(2)} inches`;
  const problems: TemplateProblem[] = [];
  if (page.width > LARGEST || page.height > LARGEST) problems.push(problem('page', part, 'The page is larger than Word can set.'));
  if (textWidthOf(page) < NARROWEST) {
    const width = inches(textWidthOf(page));
    problems.push(
      problem('page', part, `The column of text is ${width} wide. Tables of figures need ${inches(NARROWEST)}: make the margins smaller.`),
    );
  }
  if (page.height - page.top - page.bottom < LOWEST) {
    problems.push(problem('page', part, 'The page leaves less than five inches for text between its margins.'));
  }
  if ((numberOf(childOf(section, 'w:cols'), 'w:num') ?? 1) > 1) {
    problems.push(problem('page', part, 'The page is set in columns. Letters are set in one: use a template with one column.'));
  }
  return problems;
}

/** Whether the first page has a header and footer of its own. */
export function hasFirstPage(section: Formatted | undefined): boolean {
  return section !== undefined && isOn(section, 'w:titlePg') === true;
}
