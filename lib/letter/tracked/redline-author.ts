/** Whose the tracked changes of a redline are: no member's, because they are the letter's. */
export const REDLINE_AUTHOR = 'Redline';
