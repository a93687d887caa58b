import { decodeText } from './read/decode-text';
import { detectFormat } from './read/detect-format';
import { issueDocuments } from './read/xml/issue-documents';
import { parseXml } from './read/xml/parse-xml';

/** A document of a daily issue, for a person to choose by. */
export interface IssueEntry {
  readonly number: string | null;
  readonly title: string;
  readonly kind: string;
}

/** The documents in a Federal Register XML file, in its order; none where the file is no such file. */
export function listIssue(bytes: Uint8Array): IssueEntry[] {
  const text = decodeText(bytes);
  if (!text.ok || detectFormat(text.value) !== 'xml') return [];
  const root = parseXml(text.value);
  return root.ok ? issueDocuments(root.value).map(({ number, title, element }) => ({ number, title, kind: element.name })) : [];
}
