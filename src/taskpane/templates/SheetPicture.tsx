/** The sheets that there is a picture of: files of assets/templates, made by `npm run screenshots`. */
export type PicturedSheet =
  | "assumptions"
  | "backtest"
  | "claim-check"
  | "coupon-stack"
  | "dashboard"
  | "data"
  | "published-speeds"
  | "scenarios"
  | "trade-ticket";

/**
 * A small picture of a sheet with the sample book's numbers; the words beside it say what the sheet has.
 * @param props - Which sheet.
 * @returns Its view.
 */
export function SheetPicture({ of }: { readonly of: PicturedSheet }) {
  return (
    <img
      className="sheet-picture"
      src={`assets/templates/${of}.png`}
      alt=""
      width={480}
      height={200}
      loading="lazy"
    />
  );
}
