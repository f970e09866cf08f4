import { registers, templates, tenant } from "../../settings.ts";
import { openAccessChanges } from "../../shared/storage/access-changes.ts";
import { openUserPools } from "../../shared/storage/account-contacts.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openImportTickets, openReportDownloads } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openOpenings } from "../../shared/storage/openings.ts";
import { openStaffAccounts } from "../../shared/storage/staff-accounts.ts";
import { openWorkLists } from "../../shared/storage/work-lists.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recordingExchange } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), pool: openUserPools() };
const stores = openStores("administration", clients, {
  ...recordingExchange,
  workLists: openWorkLists,
  calendarBook: calendarsOf(tenant),
  slotsReadOnly: openAppointmentSlots,
  importRegister: openImportRegister,
  importTickets: openImportTickets,
  reportDownloads: openReportDownloads,
  openings: openOpenings,
  accessChanges: openAccessChanges,
  staffAccounts: openStaffAccounts,
});

export const deps = {
  ...stores,
  holds: stores.exchangedHolds,
  calendars: stores.calendarBook,
  appointmentSlots: stores.slotsReadOnly,
  tenant,
  registers,
  templates,
};
