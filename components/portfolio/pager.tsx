import { ButtonLink } from '@/components/ui/button-link';

interface PagerProps {
  /** Tells two pagers of a page apart, e.g. "Pages, above the table". */
  label: string;
  page: number;
  pages: number;
  /** The address of a page. */
  href: (page: number) => string;
}

/** Earlier and later pages of a table, and where one is. */
export function Pager({ label, page, pages, href }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center gap-2">
      {page > 1 ? (
        <ButtonLink size="sm" href={href(page - 1)} rel="prev" scroll={false}>
          Previous
        </ButtonLink>
      ) : null}
      <span className="figures text-muted text-sm">
        Page {page.toLocaleString('en-US')} of {pages.toLocaleString('en-US')}
      </span>
      {page < pages ? (
        <ButtonLink size="sm" href={href(page + 1)} rel="next" scroll={false}>
          Next
        </ButtonLink>
      ) : null}
    </nav>
  );
}
