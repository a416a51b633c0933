import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { SCHEMA } from "../../assumptions/keys";
import { layoutOf, migrated } from "../../assumptions/migrations";
import { renewTable } from "../../templates/assumptionEdits";
import type { OpenTable } from "../../templates/assumptionsTable";
import { usePane } from "../paneContext";
import { texts } from "../texts";

/**
 * Offers to renew a table of an older layout.
 * @param props - The table.
 * @returns A bar; nothing for a table of today's layout.
 */
export function MigrationBar({ table }: { readonly table: OpenTable }) {
  const { workbook, attempt, busy } = usePane();
  const words = texts.assumptions;
  const renewed = migrated(table.cells);
  if (renewed === null) return null;
  const from = layoutOf(table.cells);
  const renew = () =>
    attempt(texts.status.writing, async () => {
      await renewTable(workbook, table, renewed);
      return words.migrated(from, SCHEMA);
    });
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{words.migrate(from, SCHEMA)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={busy} onClick={() => void renew()}>
          {words.migrateDo}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
