/** The fields of federalregister.gov's API (version 1) that are used; every one may be missing. */
export interface ApiDocument {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A text field, trimmed; null where it is missing, empty or no text. */
export function textField(document: ApiDocument, name: string): string | null {
  const value = document.fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The texts of a list field; members that are no texts are left out. */
export function listField(document: ApiDocument, name: string): string[] {
  const value = document.fields[name];
  return Array.isArray(value) ? value.filter((member): member is string => typeof member === 'string' && member.trim() !== '') : [];
}

/** The objects of a list field. */
export function objectsField(document: ApiDocument, name: string): ApiDocument[] {
  const value = document.fields[name];
  return Array.isArray(value) ? value.filter(isRecord).map((fields) => ({ fields })) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
