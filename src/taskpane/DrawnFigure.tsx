import { useEffect, useRef } from "react";

/**
 * A drawing as wide as the pane, with a text for who cannot see it.
 * @param props - The text, and what draws; the same function as long as it draws the same thing.
 * @returns A figure.
 */
export function DrawnFigure(props: {
  readonly label: string;
  readonly draw: (width: number) => Element;
}) {
  const { label, draw } = props;
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = holder;
    if (current === null) return;
    const watcher = new ResizeObserver(() => {
      // A hidden screen has no width.
      if (current.clientWidth > 0) current.replaceChildren(draw(current.clientWidth));
    });
    watcher.observe(current);
    return () => {
      watcher.disconnect();
    };
  }, [draw]);
  return (
    <figure className="drawn">
      <div ref={holder} role="img" aria-label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
