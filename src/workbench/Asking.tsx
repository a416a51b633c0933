/* A question before the workbook is replaced, in a dialog. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { PageView } from "./pageState";
import { words } from "./words";

/**
 * The question.
 * @param props - What is asked; nothing is shown without it.
 * @returns The dialog; leaving it by Escape is "cancel".
 */
export function Asking({ asked }: { readonly asked: PageView["asked"] }) {
  if (asked === null) return null;
  const { title, about, go, save, answer } = asked;
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) answer("cancel");
      }}
    >
      <DialogSurface className="asking">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{about}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                answer("save");
              }}
            >
              {save}
            </Button>
            <Button
              onClick={() => {
                answer("go");
              }}
            >
              {go}
            </Button>
            <Button
              onClick={() => {
                answer("cancel");
              }}
            >
              {words.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
