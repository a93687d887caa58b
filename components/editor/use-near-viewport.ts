import { type RefObject, useEffect, useState } from 'react';

/** True from the moment at which an element comes near what is seen; it never turns false again. */
export function useNearViewport(element: RefObject<HTMLElement | null>, margin = '800px'): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observed = element.current;
    if (!observed || near) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element, margin, near]);
  return near;
}
