import * as z from "zod";
import { download, idField } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { letterState } from "../submission/submission-fields.ts";

const outageView = z.object({
  outageId: z.string(),
  number: z.string(),
  from: z.string(),
  to: z.string(),
  certificate: letterState,
});

export const listOutages = defineRoute({
  method: "GET",
  path: "/outages",
  audience: "anyone",
  summary: "Returns the outages of the document desk in the last 30 days, as its monitor saw them, the last first.",
  status: 200,
  answer: z.object({ outages: z.array(outageView) }),
  refusals: [],
});

export const downloadOutageCertificate = defineRoute({
  method: "GET",
  path: "/outages/{outageId}/certificate",
  audience: "anyone",
  summary: "Returns an address, good for a minute, to download the certificate of an outage of the document desk.",
  params: z.strictObject({ outageId: idField("Esa caída no existe.") }),
  status: 200,
  answer: download,
  refusals: ["outage-not-found", "document-not-ready"],
});
