import type { AccessDeps } from "./access-deps.ts";
import { acknowledgeExchange } from "./acknowledge-exchange.ts";
import { addStaff } from "./add-staff.ts";
import type { CalendarDeps } from "./calendar-deps.ts";
import { changeCalendars } from "./change-calendars.ts";
import { changeRoles } from "./change-roles.ts";
import { downloadReport } from "./download-report.ts";
import { endAccess } from "./end-access.ts";
import type { ImportDeps } from "./import-deps.ts";
import { listAccessChanges } from "./list-access-changes.ts";
import { listHolds } from "./list-holds.ts";
import { listImports } from "./list-imports.ts";
import { listNotes } from "./list-notes.ts";
import { listUnanswered } from "./list-unanswered.ts";
import { listValues, type ValueDeps } from "./list-values.ts";
import { previewCalendars } from "./preview-calendars.ts";
import { showCalendars } from "./show-calendars.ts";
import { showImport } from "./show-import.ts";
import { startImport } from "./start-import.ts";

/**
 * Returns every operation on imports, on exchanges with the commercial system, on calendars, on the access of staff and
 * on the values of the law, each with the stores of `deps`.
 */
export const administration = (deps: ImportDeps & CalendarDeps & AccessDeps & ValueDeps) => ({
  startImport: startImport(deps),
  listImports: listImports(deps),
  showImport: showImport(deps),
  downloadReport: downloadReport(deps),
  listHolds: listHolds(deps),
  listNotes: listNotes(deps),
  listUnanswered: listUnanswered(deps),
  acknowledgeExchange: acknowledgeExchange(deps),
  showCalendars: showCalendars(deps),
  previewCalendars: previewCalendars(deps),
  changeCalendars: changeCalendars(deps),
  listValues: listValues(deps),
  addStaff: addStaff(deps),
  changeRoles: changeRoles(deps),
  endAccess: endAccess(deps),
  listAccessChanges: listAccessChanges(deps),
});
