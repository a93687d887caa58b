import type { FileProblem } from '@/lib/core/file-problem';
import { failure, type Result, success } from '@/lib/core/result';
import { documentNumberIn } from '../identifiers';
import { rawText, tidy } from '../inline-marks';
import { splitPreamble } from '../preamble';
import type { RawDocument } from '../raw-document';
import { readError, readWarning } from '../read-problem';
import { REQUEST_LIMITS } from '../request-limits';
import { readPlainText } from '../text/read-plain-text';
import { htmlBlocks } from './html-blocks';
import { classesOf, type HtmlElement, type HtmlNode, htmlText, isHtmlElement, parseHtml } from './html-tree';

/** The share of a page's characters in one PRE from which the page is only a wrapper around a plain text. */
const WRAPPED_SHARE = 0.6;

/** A page of federalregister.gov, govinfo or an agency: marked-up text, or the plain text inside one PRE. */
export function readHtml(text: string): Result<RawDocument, FileProblem> {
  const { root, unfinished, tooDeep } = parseHtml(text, REQUEST_LIMITS.htmlDepth);
  if (tooDeep)
    return failure(
      readError('html-depth', `Elements are nested deeper than ${REQUEST_LIMITS.htmlDepth} levels. No page of a document is.`),
    );
  const elements = allElements(root.childNodes);
  const pre = elements.find((element) => element.tagName === 'pre');
  const wrapped = pre ? htmlText(pre) : '';
  if (pre && wrapped.length > WRAPPED_SHARE * root.childNodes.map(htmlText).join('').length) {
    return readPlainText(wrapped, (pre.sourceCodeLocation?.startLine ?? 1) - 1);
  }
  const content = htmlBlocks(root.childNodes);
  const filing = content.blocks.findIndex((block) => /^\[FR Doc\.? /.test(block.text));
  const { head, blocks, labels } = splitPreamble(filing === -1 ? content.blocks : content.blocks.slice(0, filing));
  if (labels < 2) {
    return failure(
      readError(
        'not-a-request',
        'This page has none of the parts of a Federal Register document (AGENCY, ACTION, SUMMARY, SUPPLEMENTARY INFORMATION).',
      ),
    );
  }
  if (unfinished) {
    return failure(
      readError(
        'truncated',
        `The page ends in the middle: the ${unfinished.element} of line ${unfinished.line} is not closed. Save it again.`,
        { line: unfinished.line },
      ),
    );
  }
  const warnings =
    content.leftOut > 0
      ? [readWarning('left-out', `${content.leftOut} table(s) or picture(s) are not taken over; read them in the release.`)]
      : [];
  const title = pageTitle(elements) ?? head.title;
  return success({
    head: { ...head, title, documentNumber: documentNumberIn(content.blocks[filing]?.text ?? '') },
    blocks,
    footnotes: content.footnotes,
    warnings,
  });
}

/** The document's own title where the page marks it; the window's title is the last resort of `head.title`. */
function pageTitle(elements: readonly HtmlElement[]): string | null {
  const marked = elements.find((element) =>
    classesOf(element).some((name) => name === 'title' || name === 'document-title' || name === 'subject'),
  );
  const text = marked ? tidy(rawText(htmlText(marked))) : '';
  return text === '' ? null : text;
}

function allElements(nodes: readonly HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isHtmlElement(node)) continue;
    found.push(node);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child) stack.push(child);
    }
  }
  return found;
}
