import { SearchBox } from "@fluentui/react-components";

/**
 * A field that narrows a list down while it is typed into.
 * @param props - What is searched, the text so far, what takes a new one, and what Enter does.
 * @returns The field.
 */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
  readonly onEnter?: () => void;
}) {
  const { label, value, onSearch, onEnter } = props;
  return (
    <SearchBox
      className="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(_, { value: text }) => {
        onSearch(text);
      }}
      onKeyDown={({ key }) => {
        if (key === "Enter") onEnter?.();
      }}
    />
  );
}
