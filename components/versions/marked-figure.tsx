import { FigureBody } from '@/components/editor/figure-body';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { figureOf, figureWords, type RedlineFigures, runWords } from './figure-words';
import type { MarkedNode } from './marked-node';
import { InlineSigns, signAttributes, signLabel } from './sign-attributes';

interface MarkedFigureProps {
  node: MarkedNode;
  figures: RedlineFigures;
}

/** A number in a sentence; one that changed is written out both ways with the runs: 5.30% 5.41% run 12 → 15. */
export function MarkedFigureNumber({ node, figures }: MarkedFigureProps) {
  const now = figureWords(node, figures);
  if (!node.was) {
    return (
      <InlineSigns signs={node.signs}>
        <span className="redline-figure">{now}</span>
      </InlineSigns>
    );
  }
  const before = figureWords(node.was, figures);
  const runs = runWords(node.was, node, figures);
  const { className: _, ...attributes } = signAttributes(node.signs);
  return (
    <span {...attributes}>
      {before === now ? (
        <span className="redline-figure redline-form">{now}</span>
      ) : (
        <>
          <del className="redline-out redline-figure">{before}</del> <ins className="redline-in redline-figure">{now}</ins>
        </>
      )}
      {runs ? <span className="redline-label"> {runs}</span> : null}
    </span>
  );
}

/** A table or chart of a run; one that changed shows how it was above how it is. */
export function MarkedFigure({ node, figures }: MarkedFigureProps) {
  const runs = node.was ? runWords(node.was, node, figures) : '';
  return (
    <figure {...signAttributes(node.signs)} data-figure="">
      <figcaption>
        <span className="font-semibold">{textAttribute(node, 'caption')}</span> {signLabel(node.signs, 'span')}
        {runs ? <span className="redline-label">{runs}</span> : null}
      </figcaption>
      {node.was && runs ? (
        <div className="redline-out">
          <p className="redline-label">before</p>
          <Content node={node.was} figures={figures} />
        </div>
      ) : null}
      {node.was && runs ? <p className="redline-label">now</p> : null}
      <Content node={node} figures={figures} />
    </figure>
  );
}

function Content({ node, figures }: { node: ProseNode; figures: RedlineFigures }) {
  const figure = figureOf(node, figures);
  return figure ? (
    <FigureBody name={figure.name} value={figure.value} />
  ) : (
    <p className="figure-missing">This figure is not among the published figures of your firm.</p>
  );
}
