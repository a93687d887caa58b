import type { ReactNode } from 'react';

interface SplitPaneProps {
  left?: ReactNode;
  right?: ReactNode;
  leftLabel?: string;
  rightLabel?: string;
  /** Narrower sides leave the centre more room. */
  sides?: 'normal' | 'narrow';
  /** below: on windows that are not wide the right panel stands under the centre and leaves it its width. */
  rightWhenNarrow?: 'beside' | 'below';
  /** yields: on windows that are not wide the left list makes room while something stands at the right. */
  leftWhenNarrow?: 'stays' | 'yields';
  children: ReactNode;
}

/** Left list, centre, right panel: each scrolls by itself on a wide window; below each other on a narrow one. */
export function SplitPane({
  left,
  right,
  leftLabel = 'Outline',
  rightLabel = 'Details',
  sides = 'normal',
  rightWhenNarrow = 'beside',
  leftWhenNarrow = 'stays',
  children,
}: SplitPaneProps) {
  const width = sides === 'narrow' ? 'lg:w-72' : 'lg:w-80';
  return (
    <div className="flex flex-col lg:h-full lg:flex-row lg:overflow-hidden">
      {left ? (
        <ScrollRegion
          label={leftLabel}
          className={`shrink-0 bg-sunken max-lg:border-b lg:overflow-y-auto lg:border-r ${sides === 'narrow' ? 'lg:w-52' : 'lg:w-64'} ${right && leftWhenNarrow === 'yields' ? 'lg:max-xl:hidden' : ''}`}
        >
          {left}
        </ScrollRegion>
      ) : null}
      {right && rightWhenNarrow === 'below' ? (
        <div className="flex min-w-0 flex-1 flex-col min-[1400px]:flex-row min-[1400px]:overflow-hidden lg:max-[1399px]:overflow-y-auto">
          <ScrollRegion label="Content" className="flex-1 min-[1400px]:overflow-y-auto">
            {children}
          </ScrollRegion>
          <ScrollRegion
            label={rightLabel}
            className="shrink-0 max-[1399px]:border-t min-[1400px]:w-72 min-[1400px]:overflow-y-auto min-[1400px]:border-l"
          >
            {right}
          </ScrollRegion>
        </div>
      ) : (
        <>
          <ScrollRegion label="Content" className="flex-1 lg:overflow-y-auto">
            {children}
          </ScrollRegion>
          {right ? (
            <ScrollRegion label={rightLabel} className={`shrink-0 max-lg:border-t lg:overflow-y-auto lg:border-l ${width}`}>
              {right}
            </ScrollRegion>
          ) : null}
        </>
      )}
    </div>
  );
}

function ScrollRegion({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={label} className={`relative min-w-0 ${className}`}>
      {children}
    </section>
  );
}
