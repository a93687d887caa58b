import { cleanLine } from './clean-text';

/** An address as a file's relationship may hold it: characters outside of a URI's are percent-encoded. Encoding it again changes nothing. */
export function webAddress(href: string): string {
  const encoded = encodeURI(cleanLine(href).replaceAll(' ', '%20')).replaceAll('%25', '%').replaceAll('[', '%5B').replaceAll(']', '%5D');
  return encoded.replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}
