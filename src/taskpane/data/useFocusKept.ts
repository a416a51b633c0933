import { useEffect, useRef, type RefObject } from "react";

/**
 * Keeps the focus in a part of the screen: what had it goes when the kind of the part's state changes, and
 * a keyboard would begin at the top of the page.
 *
 * @param kind - The kind of the state.
 * @returns What to give the part's heading as its `ref`; it needs a `tabIndex` of −1.
 */
export function useFocusKept(kind: string): RefObject<HTMLHeadingElement | null> {
  const top = useRef<HTMLHeadingElement>(null);
  const before = useRef(kind);
  useEffect(() => {
    if (before.current === kind) return;
    before.current = kind;
    if (document.activeElement === document.body) top.current?.focus();
  }, [kind]);
  return top;
}
