import { tenant } from "../../settings.ts";
import { openKeptObjects } from "../../shared/storage/attachment/kept-objects.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openCheckPlaces } from "../../shared/storage/check/check-place.ts";
import { openGivenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openLooks } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openNamedItems } from "../../shared/storage/named-items.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";

const stores = openStores(
  "check-records",
  { table: openDynamoDb(), bucket: openS3() },
  {
    calendars: calendarsOf(tenant),
    caseReader: openCaseFiles,
    monthRegister: openMonthRegister,
    namedItems: openNamedItems,
    givenCodes: openGivenCodes,
    linkReader: openSupplyLinks,
    looks: openLooks,
    keptObjects: openKeptObjects,
    checkPlaces: openCheckPlaces,
  },
);

export const deps = { ...stores, months: stores.monthRegister, tenant };
