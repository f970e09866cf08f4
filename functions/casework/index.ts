import { tenant } from "../../settings.ts";
import * as caseFileRoutes from "../../shared/contract/case-file-routes.ts";
import * as caseworkRoutes from "../../shared/contract/casework-routes.ts";
import * as deskProblemRoutes from "../../shared/contract/desk-problem-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { api } from "../runtime/api.ts";
import { openStores } from "../runtime/open-stores.ts";
import { supervised } from "../runtime/supervised.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { casework } from "./casework.ts";
import { deskProblems } from "./desk-problems.ts";
import * as openers from "./stores.ts";

const { supervisorGate, ...stores } = openStores(
  "casework",
  { table: openDynamoDb(), bucket: openS3(), queue: openSqs() },
  openers,
);

export const handler = api(
  { ...caseworkRoutes, ...caseFileRoutes, ...deskProblemRoutes },
  tenantInForce(tenant, stores.calendars, (tenantNow) =>
    supervised(
      { supervision: supervisorGate, office: tenantNow.office.code.value },
      { ...casework({ ...stores, tenant: tenantNow }), ...deskProblems({ ...stores, tenant: tenantNow }) },
    ),
  ),
);
