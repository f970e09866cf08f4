import * as z from "zod";
import { copyParams, copyView, pieceView } from "./case-file-views.ts";
import { claimParams, download } from "./claim-fields.ts";
import { defineRoute } from "./route.ts";

export const showFile = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/file",
  audience: "customer",
  summary: "What the case file of the claim holds, and the last copy of it for its claimant.",
  params: claimParams,
  status: 200,
  answer: z.object({ code: z.string(), pieces: z.array(pieceView), copy: copyView.optional() }),
  refusals: ["claim-not-found"],
});

export const orderFile = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/file",
  audience: "customer",
  summary: "Asks for a copy of the case file as it stands, free; asked again the same day, it is the same copy.",
  params: claimParams,
  body: z.strictObject({}),
  status: 202,
  answer: copyView,
  refusals: ["claim-not-found"],
});

export const downloadFile = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/file/{copyId}/files/{name}",
  audience: "customer",
  summary: "An address to download a file of the claimant's copy, for a minute.",
  params: copyParams,
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "document-not-found"],
});
