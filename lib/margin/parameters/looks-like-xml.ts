/** True where a text can only be XML, not JSON. */
export function looksLikeXml(text: string): boolean {
  return /^\ufeff?\s*</.test(text);
}
