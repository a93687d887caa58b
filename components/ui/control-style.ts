/** The classes that text inputs, text areas and select triggers share. */
export const CONTROL_STYLE =
  'control rounded-md border border-line-strong bg-raised px-2.5 text-base text-ink transition-colors duration-100 placeholder:text-faint hover:border-faint focus-visible:border-focus disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted data-invalid:border-red data-disabled:bg-sunken';
