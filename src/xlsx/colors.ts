/* Colours of .xlsx files: by number of an old palette, of the theme with a tint, or plain. */
import { all, one, readXml, type XmlElement } from "./xml";

/** The palette of Excel 97, from number 8 on; 0 to 7 are the first eight of it. */
const PALETTE = `000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000
  800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff
  ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99
  3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366
  333399 333333`.split(/\s+/);

/** The colours of Office's theme, in the order in which cells count them. */
const OFFICE_THEME = `ffffff 000000 eeece1 1f497d 4f81bd c0504d 9bbb59 8064a2 4bacc6 f79646 0000ff
  800080`.split(/\s+/);
/** The theme's own order has dark before light, twice. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];
const TEXT_OF_THEME = "1";

/** Reads the colours of a workbook. */
export class Colors {
  private readonly theme: readonly string[];
  private readonly palette: readonly string[];

  /**
   * @param theme - The text of the theme part, if there is one.
   * @param styles - The root of the styles part, if there is one.
   */
  constructor(theme: string | undefined, styles: XmlElement | undefined) {
    this.theme = theme === undefined ? OFFICE_THEME : themeColors(theme);
    const own = all(one(one(styles, "colors"), "indexedColors"), "rgbColor").map(({ attributes }) =>
      (attributes["rgb"] ?? "").slice(-6).toLowerCase(),
    );
    this.palette = [...own, ...[...PALETTE.slice(0, 8), ...PALETTE].slice(own.length)];
  }

  /**
   * A colour.
   * @param element - The element that names it.
   * @returns As #rrggbb; undefined where it is as usual, or the system's.
   */
  colorOf(element: XmlElement | undefined): string | undefined {
    const { rgb, theme, indexed, tint, auto } = element?.attributes ?? {};
    if (auto === "1" || auto === "true") return undefined;
    if (theme === TEXT_OF_THEME && !Number(tint ?? 0)) return undefined;
    const plain =
      rgb !== undefined
        ? rgb.slice(-6).toLowerCase()
        : theme !== undefined
          ? this.theme[Number(theme)]
          : this.palette[Number(indexed ?? -1)];
    if (plain === undefined || !/^[\da-f]{6}$/.test(plain)) return undefined;
    return `#${tinted(plain, Number(tint ?? 0))}`;
  }
}

function themeColors(theme: string): readonly string[] {
  const scheme = one(one(readXml("xl/theme", theme), "themeElements"), "clrScheme");
  const colors = (scheme?.children ?? []).map(({ children }) => {
    const { val, lastClr } = children[0]?.attributes ?? {};
    return (lastClr ?? val ?? "").toLowerCase();
  });
  return THEME_ORDER.map((place, i) => colors[place] ?? OFFICE_THEME[i] ?? "000000");
}

/** ECMA-376, 18.8.19: the tint moves the luminance towards white, or towards black when negative. */
function tinted(color: string, tint: number): string {
  if (!tint || !Number.isFinite(tint)) return color;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (i) => parseInt(color.slice(i, i + 2), 16) / 255,
  );
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const before = (most + least) / 2;
  const after = tint < 0 ? before * (1 + tint) : before * (1 - tint) + tint;
  const range = (light: number) => 1 - Math.abs(2 * light - 1);
  const scale = range(before) === 0 ? 0 : range(after) / range(before);
  return [red, green, blue]
    .map((part) => Math.round(255 * Math.min(1, Math.max(0, after + (part - before) * scale))))
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("");
}
