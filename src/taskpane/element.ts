/**
 * Makes an element; texts are text, never markup.
 *
 * @param tag - For example "p".
 * @param attributes - Attributes by name; false leaves one out, true sets it empty.
 * @param children - Elements and texts.
 * @returns The element.
 */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}
