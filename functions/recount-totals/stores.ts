import { tenant } from "../../settings.ts";
import { openOfficeTotals } from "../../shared/storage/board/office-totals.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openAttentions } from "../../shared/storage/counter/attentions.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { openObservations } from "../../shared/storage/register/observations.ts";
import { openOwnedClaims } from "../../shared/storage/register/staff-register.ts";
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
