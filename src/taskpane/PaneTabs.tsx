/* The tabs of the pane: one row at 350 pixels, so that screens that are used now and then are behind *More*. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
} from "@fluentui/react-components";
import { IN_MORE, isInMore, TABS, type Screen } from "./paneContext";
import { texts } from "./texts";

/**
 * The tabs.
 * @param props - The screen that is shown, those that were, and what shows another one.
 * @returns Their row.
 */
export function PaneTabs(props: {
  readonly screen: Screen;
  readonly visited: ReadonlySet<Screen>;
  readonly onShow: (screen: Screen) => void;
}) {
  const { screen, visited, onShow } = props;
  return (
    <div className="pane-tabs">
      <TabList
        size="small"
        aria-label={texts.title}
        selectedValue={isInMore(screen) ? null : screen}
        onTabSelect={(_, { value }) => {
          onShow(value as Screen);
        }}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            {...(visited.has(name) ? { "aria-controls": `screen-${name}` } : {})}
          >
            {texts.tabs[name]}
          </Tab>
        ))}
      </TabList>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            id="tab-more"
            size="small"
            appearance="subtle"
            {...(isInMore(screen) ? { "aria-current": "page" } : {})}
          >
            {isInMore(screen) ? texts.tabs[screen] : texts.more}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {IN_MORE.map((name) => (
              <MenuItem
                key={name}
                id={`tab-${name}`}
                onClick={() => {
                  onShow(name);
                }}
              >
                {texts.tabs[name]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
