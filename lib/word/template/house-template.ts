import type { HouseStyle } from '../letter-build';
import type { PageSetup } from '../write/page';

/** The pages that a header or footer is for. */
export type FurnitureKind = 'default' | 'first' | 'even';

export const FURNITURE_KINDS: readonly FurnitureKind[] = ['default', 'first', 'even'];

/** What of a template is used, for the person who brought it. */
export interface TemplateSummary {
  readonly page: PageSetup;
  /** Of running text and of headings, as the template names them. */
  readonly fonts: readonly string[];
  readonly headers: readonly FurnitureKind[];
  readonly footers: readonly FurnitureKind[];
  readonly pictures: number;
  /** Whether a header or footer of it shows the number of the page; if not, ours is added. */
  readonly numbersPages: boolean;
  /** Whether its headings are numbered by their styles; if not, ours number them. */
  readonly numbersHeadings: boolean;
  /** The styles of a letter that it defines, and those that are added to it, by name. */
  readonly defined: readonly string[];
  readonly added: readonly string[];
}

/** A template that letters can be written with. */
export interface HouseTemplate {
  readonly style: HouseStyle;
  readonly summary: TemplateSummary;
}
