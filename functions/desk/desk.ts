import type { CaseDesk } from "../../shared/casework/record.ts";
import { acknowledgeHolds } from "./acknowledge-holds.ts";
import { downloadReport } from "./download-report.ts";
import type { ImportDesk } from "./import-desk.ts";
import { listHolds } from "./list-holds.ts";
import { listImports } from "./list-imports.ts";
import { showImport } from "./show-import.ts";
import { startImport } from "./start-import.ts";

/** Files of the commercial system, in and out: every operation. */
export const desk = (on: ImportDesk & CaseDesk) => ({
  startImport: startImport(on),
  listImports: listImports(on),
  showImport: showImport(on),
  downloadReport: downloadReport(on),
  listHolds: listHolds(on),
  acknowledgeHolds: acknowledgeHolds(on),
});
