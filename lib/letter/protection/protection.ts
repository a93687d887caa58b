/** Why words or blocks are held back. `confidential`: treatment is asked of the agencies; `privileged`: they leave in no file that is filed. */
const PROTECTIONS = ['confidential', 'privileged'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** What an attribute or mark of a text says of its protection; null for none or nonsense. */
export function protectionOf(value: unknown): Protection | null {
  return PROTECTIONS.find((protection) => protection === value) ?? null;
}
