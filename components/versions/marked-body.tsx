import { createElement, Fragment, type ReactNode } from 'react';
import { ObjectChip } from '@/components/citations/object-chip';
import { actionWords } from '@/components/editor/action-words';
import { held, ProtectedWords } from '@/components/protection/protected-words';
import type { ProseMark } from '@/lib/letter/schema/prose-node';
import { isSafeHref } from '@/lib/letter/schema/safe-href';
import type { RedlineFigures } from './figure-words';
import { foldedRuns } from './folded-runs';
import { MarkedFigure, MarkedFigureNumber } from './marked-figure';
import type { MarkedNode } from './marked-node';
import { InlineSigns, signAttributes, signLabel } from './sign-attributes';
import '@/components/editor/section.css';
import './redline.css';

interface MarkedBodyProps {
  body: MarkedNode;
  figures: RedlineFigures;
  /** Folds long stretches without a sign away. */
  fold?: boolean;
}

/** A body with its signs, as text: a redline, or who wrote what. Footnotes are drawn open at their place, so that nothing is hidden. */
export function MarkedBody({ body, figures, fold = false }: MarkedBodyProps) {
  if (!fold) return <div className="section-text redline">{children(body, figures)}</div>;
  return (
    <div className="section-text redline">
      {foldedRuns(body.content ?? []).map(({ folded, nodes }, index) =>
        folded ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished text never moves
          <details key={index}>
            <summary className="redline-fold">{nodes.length} unchanged</summary>
            {children({ type: 'doc', content: nodes }, figures)}
          </details>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Fragment key={index}>{children({ type: 'doc', content: nodes }, figures)}</Fragment>
        ),
      )}
    </div>
  );
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};

function children(node: MarkedNode, figures: RedlineFigures): ReactNode {
  return node.content?.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a finished text never moves
    <Fragment key={index}>{draw(child, figures)}</Fragment>
  ));
}

function draw(node: MarkedNode, figures: RedlineFigures): ReactNode {
  switch (node.type) {
    case 'text':
      return (
        <InlineSigns signs={node.signs}>
          {(node.marks ?? []).reduceRight<ReactNode>((content, mark) => marked(mark, content), node.text)}
        </InlineSigns>
      );
    case 'hardBreak':
      return (
        <InlineSigns signs={node.signs}>
          {node.signs ? '↵' : null}
          <br />
        </InlineSigns>
      );
    case 'figureNumber':
      return <MarkedFigureNumber node={node} figures={figures} />;
    case 'actionCitation':
      return (
        <InlineSigns signs={node.signs}>
          <span className="action-citation">{actionWords(node.attrs?.actionKey)}</span>
        </InlineSigns>
      );
    case 'citation':
    case 'crossReference':
      return (
        <InlineSigns signs={node.signs}>
          <ObjectChip type={node.type} attrs={node.attrs ?? {}} />
        </InlineSigns>
      );
    case 'footnote':
      return (
        <InlineSigns signs={node.signs}>
          <span className="redline-note" {...held(node)}>
            <span className="redline-label">note</span> {footnoteText(node, figures)}
          </span>
        </InlineSigns>
      );
    case 'figureTable':
    case 'figureChart':
      return <MarkedFigure node={node} figures={figures} />;
    case 'table':
      return (
        <>
          {signLabel(node.signs, 'p')}
          <table {...held(node)} {...signAttributes(node.signs)}>
            <tbody>{children(node, figures)}</tbody>
          </table>
        </>
      );
    case 'bulletList':
    case 'orderedList':
      return (
        <>
          {signLabel(node.signs, 'p')}
          {block(node, figures, false)}
        </>
      );
    case 'tableRow':
      return block(node, figures, false);
    default:
      return block(node, figures, true);
  }
}

/** A block with its signs on it; its label stands inside where the element may hold words. */
function block(node: MarkedNode, figures: RedlineFigures, labelled: boolean): ReactNode {
  const tag = node.type === 'heading' ? `h${headingLevel(node)}` : TAGS[node.type];
  if (!tag) return children(node, figures);
  const { start, colspan, rowspan } = node.attrs ?? {};
  return createElement(
    tag,
    {
      ...held(node),
      ...signAttributes(node.signs),
      // looks as in the letter, and stands under the heading of its section
      ...(node.type === 'heading' ? { 'aria-level': headingLevel(node) + 2 } : {}),
      ...(node.type === 'orderedList' && typeof start === 'number' ? { start } : {}),
      ...(typeof colspan === 'number' && colspan > 1 ? { colSpan: colspan } : {}),
      ...(typeof rowspan === 'number' && rowspan > 1 ? { rowSpan: rowspan } : {}),
    },
    labelled ? signLabel(node.signs, 'span') : null,
    children(node, figures) ?? (node.type === 'paragraph' ? <br /> : null),
  );
}

function footnoteText(node: MarkedNode, figures: RedlineFigures): ReactNode {
  return node.content?.map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a finished text never moves
    <Fragment key={index}>
      {index > 0 ? ' ¶ ' : null}
      <InlineSigns signs={paragraph.signs}>{children(paragraph, figures)}</InlineSigns>
    </Fragment>
  ));
}

const MARK_TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

function marked(mark: ProseMark, content: ReactNode): ReactNode {
  const { type } = mark;
  const href = mark.attrs?.href;
  if (type === 'protectedText') return <ProtectedWords mark={mark}>{content}</ProtectedWords>;
  if (type === 'definedTerm') return <dfn className="defined-term">{content}</dfn>;
  if (type === 'smallCaps') return <span className="small-caps">{content}</span>;
  if (type === 'link' && isSafeHref(href)) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {content}
      </a>
    );
  }
  const tag = MARK_TAGS[type];
  return tag ? createElement(tag, null, content) : content;
}

function headingLevel(node: MarkedNode): 1 | 2 | 3 {
  const level = node.attrs?.level;
  return level === 2 || level === 3 ? level : 1;
}
