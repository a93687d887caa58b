import { documentNumberIn } from '../identifiers';
import { tidy } from '../inline-marks';
import { type IssueFacts, issueFacts } from './federal-register-xml';
import { elementsOf, findElements, plainText, type XmlElement } from './xml-element';

const DOCUMENTS = new Set(['RULE', 'PRORULE', 'NOTICE']);

/** One document inside a file that holds one or many. */
export interface IssueDocument {
  readonly element: XmlElement;
  readonly number: string | null;
  readonly title: string;
  readonly facts: IssueFacts;
}

/** The documents of a file in its order: its root, or what a daily issue (FEDREG) wraps. */
export function issueDocuments(root: XmlElement): IssueDocument[] {
  if (DOCUMENTS.has(root.name)) return [entry(root, { volume: null, published: null, page: null })];
  const facts = issueFacts(root);
  const documents: IssueDocument[] = [];
  let page: string | null = null;
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'PRTPAGE') page = child.attributes.P ?? page;
      else if (DOCUMENTS.has(child.name)) documents.push(entry(child, { ...facts, page }));
      if (child.name !== 'PRTPAGE') walk(child);
    }
  };
  walk(root);
  return documents;
}

function entry(element: XmlElement, facts: IssueFacts): IssueDocument {
  const text = (name: string) =>
    tidy(
      findElements(element, new Set([name]))
        .slice(0, 1)
        .map(plainText)
        .join(' '),
    );
  return { element, number: documentNumberIn(text('FRDOC')), title: text('SUBJECT'), facts };
}
