import { returnSections } from "../../study/calibration";
import { holdAsStated, SHORT_PATHS } from "../../support/calibration";

describe("stated against measured, of returns", () => {
  holdAsStated(returnSections(SHORT_PATHS));
});
