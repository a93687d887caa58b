import { z } from 'zod';

const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;

/** A name of a person or firm: one line, 1 to 120 characters. */
export const nameField = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(120, 'Use at most 120 characters.')
  .regex(NO_CONTROL_CHARACTERS, 'Use one line without control characters.');

/** An e-mail address in lower case: what one signs in with. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('This is not an e-mail address.'));
