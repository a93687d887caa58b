/** Makes a new identifier (a UUID); given to whoever needs one, so that tests can fix it. */
export type IdSource = () => string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for the form in which every stored identifier is written. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
