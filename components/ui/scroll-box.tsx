'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A box that scrolls what does not fit; only then can it be reached by the Tab key, so that arrow keys scroll it. */
export function ScrollBox({ label, className = '', children }: { label: string; className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={box}
      {...(scrolls ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}
      className={`relative overflow-auto ${className}`}
    >
      {children}
    </div>
  );
}
