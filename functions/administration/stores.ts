import { registers, templates, tenant } from "../../settings.ts";
import { openImportTickets, openReportDownloads } from "../../shared/storage/billing/import-files.ts";
import { openImportRegister } from "../../shared/storage/billing/import-register.ts";
import { openImportWork } from "../../shared/storage/billing/import-work.ts";
import { openUserPools } from "../../shared/storage/claim/account-contacts.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openAccessChanges } from "../../shared/storage/work/access-changes.ts";
import { openStaffAccounts } from "../../shared/storage/work/staff-accounts.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recordingExchange } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), pool: openUserPools(), queue: openSqs() };
const stores = openStores("administration", clients, {
  ...recordingExchange,
  workLists: openWorkLists,
  calendarBook: calendarsOf(tenant),
  slotsReadOnly: openAppointmentSlots,
  importRegister: openImportRegister,
  importTickets: openImportTickets,
  importWork: openImportWork,
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
