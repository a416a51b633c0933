import { useEffect, useRef, type RefObject } from "react";

/**
 * Brings what has just come of something into view, and gives it the focus: it may stand below the page's
 * edge, and a screen reader reads it out.
 *
 * @param news - Another value each time that there is something new.
 * @returns What to give the heading as its `ref`; it needs a `tabIndex` of −1.
 */
export function useIntoView(news: unknown): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: "start" });
    heading.current?.focus({ preventScroll: true });
  }, [news]);
  return heading;
}
