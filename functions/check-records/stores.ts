import { tenant } from "../../settings.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openCheckPlaces } from "../../shared/storage/check-place.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openKeptObjects } from "../../shared/storage/kept-objects.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openNamedItems } from "../../shared/storage/named-items.ts";
import { openLooks } from "../../shared/storage/openings.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { openGivenCodes } from "../../shared/storage/taken-codes.ts";
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
