import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openMail, type Sender } from "../../shared/storage/mail.ts";
import { required } from "../runtime/environment.ts";

export { openCaseFiles as caseFiles } from "../../shared/storage/case-files.ts";
export { openConfirmations as confirmations } from "../../shared/storage/confirmations.ts";
export { openFixedNotices as fixedNotices } from "../../shared/storage/fixed-notices.ts";
export { openHolds as holds } from "../../shared/storage/holds.ts";
export { openStaffRegister as staffRegister } from "../../shared/storage/staff-register.ts";
export { openSubmissions as submissions } from "../../shared/storage/submissions.ts";
export { openTexts as texts } from "../../shared/storage/texts.ts";

export const calendars = (table: Table) => openCalendars(table, seedOf(tenant));
export const mail = (sender: Sender) => openMail(sender, required("MAIL_EVENTS"));
