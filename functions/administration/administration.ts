import type { AccessDeps } from "./access-deps.ts";
import { acknowledgeExchange } from "./billing/acknowledge-exchange.ts";
import { decideImport } from "./billing/decide-import.ts";
import { listHolds } from "./billing/list-holds.ts";
import { listImports } from "./billing/list-imports.ts";
import { listNotes } from "./billing/list-notes.ts";
import { listUnanswered } from "./billing/list-unanswered.ts";
import { showImport } from "./billing/show-import.ts";
import { startImport } from "./billing/start-import.ts";
import type { CalendarDeps } from "./calendar-deps.ts";
import type { ImportDeps } from "./import-deps.ts";
import { downloadReport } from "./register/download-report.ts";
import { changeCalendars } from "./term/change-calendars.ts";
import { previewCalendars } from "./term/preview-calendars.ts";
import { showCalendars } from "./term/show-calendars.ts";
import { listValues, type ValueDeps } from "./value/list-values.ts";
import { addStaff } from "./work/add-staff.ts";
import { changeRoles } from "./work/change-roles.ts";
import { endAccess } from "./work/end-access.ts";
import { listAccessChanges } from "./work/list-access-changes.ts";

/**
 * Returns every operation on imports, on exchanges with the commercial system, on calendars, on the access of staff and
 * on the values of the law, each with the stores of `deps`.
 */
export const administration = (deps: ImportDeps & CalendarDeps & AccessDeps & ValueDeps) => ({
  startImport: startImport(deps),
  listImports: listImports(deps),
  showImport: showImport(deps),
  decideImport: decideImport(deps),
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
