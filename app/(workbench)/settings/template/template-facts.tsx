import type { ReactNode } from 'react';
import type { FurnitureKind, TemplateSummary } from '@/lib/word/template/house-template';

const PAGES: Readonly<Record<FurnitureKind, string>> = { default: 'every page', first: 'the first page', even: 'even pages' };

const inches = (length: number) => `${(length / 1440).toFixed(2).replace(/\.?0+$/, '')}″`;

/** What of a template is used, and what is added to it. */
export function TemplateFacts({ summary }: { summary: TemplateSummary }) {
  const { page, fonts, headers, footers, pictures, numbersPages, numbersHeadings, defined, added } = summary;
  const on = (kinds: readonly FurnitureKind[]) =>
    kinds.length === 0 ? 'none: ours are used' : `for ${kinds.map((kind) => PAGES[kind]).join(', ')}`;
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5 border-line border-t px-4 py-3 text-sm">
      <Fact name="Typefaces">{fonts.length === 0 ? 'as in each style' : fonts.join(', ')}</Fact>
      <Fact name="Page">
        {inches(page.width)} × {inches(page.height)}, margins {inches(page.top)} above, {inches(page.right)} right, {inches(page.bottom)}{' '}
        below, {inches(page.left)} left
      </Fact>
      <Fact name="Headers">{on(headers)}</Fact>
      <Fact name="Footers">{on(footers)}</Fact>
      <Fact name="Pictures">{pictures === 0 ? 'none' : String(pictures)}</Fact>
      <Fact name="Page numbers">{numbersPages ? 'the template’s' : 'none: “Page X of Y” is added'}</Fact>
      <Fact name="Heading numbers">{numbersHeadings ? 'the template’s' : 'none: I., A., 1., a. are added'}</Fact>
      <Fact name="Its styles">{defined.join(', ')}</Fact>
      <Fact name="Added styles">{added.length === 0 ? 'none' : added.join(', ')}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
