import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openAppointmentSlots as slotsReadOnly } from "../../shared/storage/appointment-slots.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export {
  openImportTickets as importTickets,
  openReportDownloads as reportDownloads,
} from "../../shared/storage/import-files.ts";
export { openImportRegister as importRegister } from "../../shared/storage/import-register.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openWorkLists as workLists } from "../../shared/storage/work-lists.ts";

export const calendarBook = (table: Table) => openCalendars(table, seedOf(tenant));
