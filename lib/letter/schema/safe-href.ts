const ALLOWED = /^(https?:\/\/|mailto:)[^\s"'<>]+$/i;

/** True for an address that a letter may link to: http, https or mailto, without white space or quotes. Nothing that runs code. */
export function isSafeHref(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 2000 && ALLOWED.test(href);
}
