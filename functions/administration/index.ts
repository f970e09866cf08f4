import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as calendarRoutes from "../../shared/contract/calendar-routes.ts";
import * as deskRoutes from "../../shared/contract/desk-routes.ts";
import * as exchangeRoutes from "../../shared/contract/exchange-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openImportTickets, openReportDownloads, openS3 } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { administration } from "./administration.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("administration", process.env);
const calendars = openCalendars({ client, name: names.calendarBook }, seedOf(tenant));

const served = inForce(calendars.known, ({ versions, outages }) =>
  administration({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    importRegister: openImportRegister({ client, name: names.importRegister }),
    importTickets: openImportTickets({ client: s3, name: names.importTickets }),
    reportDownloads: openReportDownloads({ client: s3, name: names.reportDownloads }),
    calendarBook: calendars,
    appointmentSlots: openAppointmentSlots({ client, name: names.slotsReadOnly }),
  }),
);

export const handler = api({ ...deskRoutes, ...exchangeRoutes, ...calendarRoutes }, served, environment());
