import * as z from "zod";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { filedClaim } from "../claim/claim-views.ts";
import { download, idField, words, written } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { problemForm, problemParams, problemView, wholeProblemView } from "./problem-fields.ts";
export const fileProblem = defineRoute({
  method: "POST",
  path: "/problems",
  audience: "customer",
  once: true,
  summary:
    "Files a request that a problem with the service of a linked supply be solved (Formato 1): it comes before a claim.",
  body: problemForm.extend({ linkId: idField("Elige el suministro."), uploadIds }),
  status: 201,
  answer: wholeProblemView,
  refusals: ["supply-not-linked", "upload-not-found"],
});

export const listProblems = defineRoute({
  method: "GET",
  path: "/problems",
  audience: "customer",
  summary: "Returns the customer's requests for attention, the last filed first.",
  query: page,
  status: 200,
  answer: z.object({ problems: z.array(problemView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showProblem = defineRoute({
  method: "GET",
  path: "/problems/{problemId}",
  audience: "customer",
  summary:
    "Returns a request for attention of the customer: its state, what was done, by when it must be solved, and what they may do now.",
  params: problemParams,
  status: 200,
  answer: wholeProblemView,
  refusals: ["problem-not-found"],
});

export const downloadProblemForm = defineRoute({
  method: "GET",
  path: "/problems/{problemId}/form",
  audience: "customer",
  summary:
    "Returns an address, good for a minute, to download the form of the customer's request for attention (Formato 1).",
  params: problemParams,
  status: 200,
  answer: download,
  refusals: ["problem-not-found", "document-not-ready"],
});

export const disputeSolution = defineRoute({
  method: "POST",
  path: "/problems/{problemId}/dispute",
  audience: "customer",
  once: true,
  summary: "Records that the customer says a problem is not solved which the office recorded as solved.",
  params: problemParams,
  body: z.strictObject({ text: words("Cuéntanos qué sigue mal.", 1000) }),
  status: 200,
  answer: wholeProblemView,
  refusals: ["problem-not-found", "not-now"],
});

export const claimProblem = defineRoute({
  method: "POST",
  path: "/problems/{problemId}/claim",
  audience: "customer",
  once: true,
  summary:
    "Files a claim (Formato 2) about a problem of the customer's that was not solved in its time, with what they wrote of it before.",
  params: problemParams,
  body: z.strictObject({
    /** What they add to what they wrote already. */
    grounds: written(1500).optional(),
    uploadIds,
  }),
  status: 201,
  answer: filedClaim,
  refusals: ["problem-not-found", "upload-not-found", "not-now"],
});
