import * as z from "zod";
import { download, idField, page, uploadIds, words } from "./claim-fields.ts";
import { filedClaim } from "./claim-views.ts";
import { problemForm, problemParams, problemView } from "./problem-fields.ts";
import { defineRoute } from "./route.ts";

export const fileProblem = defineRoute({
  method: "POST",
  path: "/problems",
  audience: "customer",
  once: true,
  summary: "Asks that a problem with the service of a linked supply be solved (Formato 1): it comes before a claim.",
  body: problemForm.extend({ linkId: idField("Elige el suministro.") }),
  status: 201,
  answer: problemView,
  refusals: ["supply-not-linked"],
});

export const listProblems = defineRoute({
  method: "GET",
  path: "/problems",
  audience: "customer",
  summary: "The customer's requests for attention, the last filed first.",
  query: page,
  status: 200,
  answer: z.object({ problems: z.array(problemView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showProblem = defineRoute({
  method: "GET",
  path: "/problems/{problemId}",
  audience: "customer",
  summary: "A request for attention: how it stands, what was done, by when, and what may be done now.",
  params: problemParams,
  status: 200,
  answer: problemView,
  refusals: ["problem-not-found"],
});

export const downloadProblemForm = defineRoute({
  method: "GET",
  path: "/problems/{problemId}/form",
  audience: "customer",
  summary: "An address to download the form of a request for attention (Formato 1), for a minute.",
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
  summary: "Says that a problem told as solved is not.",
  params: problemParams,
  body: z.strictObject({ text: words("Cuéntanos qué sigue mal.", 1000) }),
  status: 200,
  answer: problemView,
  refusals: ["problem-not-found", "not-now"],
});

export const claimProblem = defineRoute({
  method: "POST",
  path: "/problems/{problemId}/claim",
  audience: "customer",
  once: true,
  summary: "Claims for a problem that was not solved in its time (Formato 2).",
  params: problemParams,
  body: z.strictObject({ grounds: words("Cuéntanos con tus palabras qué pasó.", 1500), uploadIds }),
  status: 201,
  answer: filedClaim,
  refusals: ["problem-not-found", "upload-not-found", "not-now"],
});
