import { createElement, Fragment, type ReactNode } from 'react';
import { ObjectChip } from '@/components/citations/object-chip';
import { held, ProtectedWords } from '@/components/protection/protected-words';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import { isSafeHref } from '@/lib/letter/schema/safe-href';
import { actionWords } from './action-words';
import { bindingOf } from './figure-binding';
import { FigureBlock } from './figure-block';
import { FigureChip } from './figure-chip';

/**
 * A section's body drawn without an editor, looking as in it: for sections whose room is not open yet, for readers and for comparisons.
 * Footnotes are drawn closed, with their text for screen readers and on hover.
 */
export function StaticSection({ body }: { body: ProseNode }) {
  return <div className="section-text">{children(body)}</div>;
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
};

function children(node: ProseNode): ReactNode {
  return node.content?.map((child, index) => <Fragment key={keyOf(child, index)}>{draw(child)}</Fragment>);
}

function draw(node: ProseNode): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight<ReactNode>((content, mark) => marked(mark, content), node.text);
    case 'heading':
      return createElement(`h${headingLevel(node)}`, held(node), children(node));
    case 'orderedList':
      return (
        <ol start={numeric(node.attrs?.start, 1)} {...held(node)}>
          {children(node)}
        </ol>
      );
    case 'hardBreak':
      return <br />;
    case 'table':
      return (
        <table {...held(node)}>
          <tbody>{children(node)}</tbody>
        </table>
      );
    case 'tableCell':
    case 'tableHeader':
      return createElement(
        node.type === 'tableCell' ? 'td' : 'th',
        { colSpan: numeric(node.attrs?.colspan, 1), rowSpan: numeric(node.attrs?.rowspan, 1) },
        children(node),
      );
    case 'figureNumber':
      return (
        <span {...held(node)}>
          <FigureChip binding={bindingOf(node.attrs ?? {})} />
        </span>
      );
    case 'figureTable':
    case 'figureChart': {
      const binding = bindingOf(node.attrs ?? {});
      return (
        <div {...held(node)}>
          <FigureBlock kind={node.type === 'figureTable' ? 'table' : 'chart'} binding={binding} caption={binding.caption} />
        </div>
      );
    }
    case 'actionCitation':
      return <span className="action-citation">{actionWords(node.attrs?.actionKey)}</span>;
    case 'citation':
    case 'crossReference':
      return <ObjectChip type={node.type} attrs={node.attrs ?? {}} />;
    case 'footnote':
      return (
        <span className="footnote" {...held(node)}>
          <span className="footnote-mark" />
          <span className="footnote-box" role="note">
            <span className="footnote-text">
              {node.content?.map((paragraph, index) => (
                <span key={keyOf(paragraph, index)} className="footnote-paragraph">
                  {children(paragraph)}
                </span>
              ))}
            </span>
          </span>
        </span>
      );
    default: {
      const tag = TAGS[node.type];
      return tag ? createElement(tag, held(node), children(node) ?? <br />) : children(node);
    }
  }
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
  if (mark.type === 'protectedText') return <ProtectedWords mark={mark}>{content}</ProtectedWords>;
  if (mark.type === 'definedTerm') return <dfn className="defined-term">{content}</dfn>;
  if (mark.type === 'smallCaps') return <span className="small-caps">{content}</span>;
  if (mark.type === 'link') {
    const href = mark.attrs?.href;
    if (!isSafeHref(href)) return content;
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {content}
      </a>
    );
  }
  const tag = MARK_TAGS[mark.type];
  return tag ? createElement(tag, null, content) : content;
}

function headingLevel(node: ProseNode): 1 | 2 | 3 {
  const level = node.attrs?.level;
  return level === 2 || level === 3 ? level : 1;
}

function numeric(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1000 ? value : otherwise;
}

function keyOf(node: ProseNode, index: number): string {
  const id = node.attrs?.id ?? node.attrs?.nodeId;
  return typeof id === 'string' ? `${id}-${index}` : String(index);
}
