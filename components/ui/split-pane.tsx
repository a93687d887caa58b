import type { ReactNode } from 'react';

interface SplitPaneProps {
  left?: ReactNode;
  right?: ReactNode;
  leftLabel?: string;
  rightLabel?: string;
  /** Narrower sides leave the centre more room. */
  sides?: 'normal' | 'narrow';
  children: ReactNode;
}

/** Left list, centre, right panel: each scrolls by itself on a wide window; below each other on a narrow one. */
export function SplitPane({ left, right, leftLabel = 'Outline', rightLabel = 'Details', sides = 'normal', children }: SplitPaneProps) {
  return (
    <div className="flex flex-col lg:h-full lg:flex-row lg:overflow-hidden">
      {left ? (
        <ScrollRegion
          label={leftLabel}
          className={`shrink-0 bg-sunken max-lg:border-b lg:border-r ${sides === 'narrow' ? 'lg:w-52' : 'lg:w-64'}`}
        >
          {left}
        </ScrollRegion>
      ) : null}
      <ScrollRegion label="Content" className="flex-1">
        {children}
      </ScrollRegion>
      {right ? (
        <ScrollRegion label={rightLabel} className={`shrink-0 max-lg:border-t lg:border-l ${sides === 'narrow' ? 'lg:w-72' : 'lg:w-80'}`}>
          {right}
        </ScrollRegion>
      ) : null}
    </div>
  );
}

function ScrollRegion({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={label} className={`min-w-0 lg:overflow-y-auto ${className}`}>
      {children}
    </section>
  );
}
