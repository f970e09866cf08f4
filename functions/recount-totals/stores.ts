import { tenant } from "../../settings.ts";
import { openAttentions } from "../../shared/storage/attentions.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openObservations } from "../../shared/storage/observations.ts";
import { openOfficeTotals } from "../../shared/storage/office-totals.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openOwnedClaims } from "../../shared/storage/staff-register.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";

const stores = openStores(
  "recount-totals",
  { table: openDynamoDb() },
  {
    calendars: calendarsOf(tenant),
    caseReader: openCaseFiles,
    monthRegister: openMonthRegister,
    registeredProblems: openProblems,
    registeredObservations: openObservations,
    enteredContacts: openAttentions,
    officeTotals: openOfficeTotals,
    ownedClaims: openOwnedClaims,
  },
);

export const deps = {
  ...stores,
  months: stores.monthRegister,
  problems: stores.registeredProblems,
  observations: stores.registeredObservations,
  attentions: stores.enteredContacts,
  tenant,
};
