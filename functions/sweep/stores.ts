import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

export { openAppointmentSlots as appointmentSlots } from "../../shared/storage/appointment-slots.ts";
export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openExchangeFiles as exchangeFiles } from "../../shared/storage/exchange-files.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openResolutionNumbers as resolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openUploads as waitingAttachments } from "../../shared/storage/uploads.ts";
export { openVisits as visits } from "../../shared/storage/visits.ts";
export { openWorkLists as workLists } from "../../shared/storage/work-lists.ts";
export { openWorkerQueue as documentWork, openWorkerQueue as uploadTasks } from "../../shared/storage/worker-tasks.ts";

export const calendarBook = (table: Table) => openCalendars(table, seedOf(tenant));
