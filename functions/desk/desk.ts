import { acknowledgeExchange } from "./acknowledge-exchange.ts";
import type { CalendarDesk } from "./calendar-desk.ts";
import { changeCalendars } from "./change-calendars.ts";
import { downloadReport } from "./download-report.ts";
import type { ImportDesk } from "./import-desk.ts";
import { listHolds } from "./list-holds.ts";
import { listImports } from "./list-imports.ts";
import { listNotes } from "./list-notes.ts";
import { listUnanswered } from "./list-unanswered.ts";
import { previewCalendars } from "./preview-calendars.ts";
import { showCalendars } from "./show-calendars.ts";
import { showImport } from "./show-import.ts";
import { startImport } from "./start-import.ts";

/** Files of the commercial system, in and out: every operation. */
export const desk = (on: ImportDesk & CalendarDesk) => ({
  startImport: startImport(on),
  listImports: listImports(on),
  showImport: showImport(on),
  downloadReport: downloadReport(on),
  listHolds: listHolds(on),
  listNotes: listNotes(on),
  listUnanswered: listUnanswered(on),
  acknowledgeExchange: acknowledgeExchange(on),
  showCalendars: showCalendars(on),
  previewCalendars: previewCalendars(on),
  changeCalendars: changeCalendars(on),
});
