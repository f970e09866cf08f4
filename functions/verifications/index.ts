import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as verificationRoutes from "../../shared/contract/verification-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDigestReader } from "../../shared/storage/digest-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidenceCheck } from "../../shared/storage/evidence.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSealKeys, publicHalf } from "../../shared/storage/seals.ts";
import { openVerificationIndex } from "../../shared/storage/verification-index.ts";
import { api } from "../runtime/api.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { publishedIn } from "./published.ts";
import { verifications } from "./verifications.ts";

const client = openDynamoDb();
const names = wired("verifications", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));
/** Asked of the key service once a day and environment: a key is replaced by a deployment. */
const sealKey = cacheFor(() => publicHalf(names.sealKey), 86_400);

const published = publishedIn(join(import.meta.dirname, "published.json"));

const served = inForce(calendars.known, ({ versions, outages }) =>
  verifications({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseReader }),
    verificationIndex: openVerificationIndex({ client, name: names.verificationIndex }),
    published,
    documents: openEvidenceCheck({ client: openS3(), name: names.documentDownloads }, "documents"),
    digests: openDigestReader({ client: openS3(), name: names.digestReader }),
    sealKeys: openSealKeys({ client, name: names.sealKeys }),
    sealKey: () => sealKey(now()),
  }),
);

export const handler = api(verificationRoutes, served, environment());
