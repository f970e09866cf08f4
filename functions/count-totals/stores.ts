import { tenant } from "../../settings.ts";
import { openLookUpCounts } from "../../shared/storage/board/look-up-counts.ts";
import { openOfficeTotals } from "../../shared/storage/board/office-totals.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";

const stores = openStores(
  "count-totals",
  { table: openDynamoDb() },
  {
    calendars: calendarsOf(tenant),
    caseReader: openCaseFiles,
    lookUpCounts: openLookUpCounts,
    officeTotals: openOfficeTotals,
  },
);

export const deps = { ...stores, tenant };
