import * as z from "zod";
import { uploadIds } from "../attachment/attachment-fields.ts";
import { filedClaim } from "../claim/claim-views.ts";
import { attachmentDownload, download, idField, words, writtenSupplyCode } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { deskProblemView, problemForm, problemParams, wholeDeskProblemView } from "./problem-fields.ts";

const roles = ["operator", "clerk", "analyst", "manager"] as const;
const channel = z.enum(["telephone", "counter"], { error: "Elige si llamó o vino a la oficina." });

export const takeProblem = defineRoute({
  method: "POST",
  path: "/desk/problems",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  summary:
    "Files a request for attention (Formato 1) that somebody makes by telephone or at the counter. A supply that does not exist is taken as it is written.",
  body: problemForm.extend({ supplyCode: writtenSupplyCode, channel, uploadIds }),
  status: 201,
  answer: wholeDeskProblemView,
  refusals: ["upload-not-found"],
});

export const listDeskProblems = defineRoute({
  method: "GET",
  path: "/desk/problems",
  audience: "staff",
  roles,
  summary: "Returns the requests for attention that wait for the office, the oldest first.",
  query: page,
  status: 200,
  answer: z.object({ problems: z.array(deskProblemView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showDeskProblem = defineRoute({
  method: "GET",
  path: "/desk/problems/{problemId}",
  audience: "staff",
  roles,
  summary: "Returns a request for attention, with its applicant.",
  params: problemParams,
  status: 200,
  answer: wholeDeskProblemView,
  refusals: ["problem-not-found"],
});

export const downloadDeskProblemForm = defineRoute({
  method: "GET",
  path: "/desk/problems/{problemId}/form",
  audience: "staff",
  roles,
  summary: "Returns an address, good for a minute, to download the form of a request for attention (Formato 1).",
  params: problemParams,
  status: 200,
  answer: download,
  refusals: ["problem-not-found", "document-not-ready"],
});

export const downloadProblemAttachment = defineRoute({
  method: "GET",
  path: "/desk/problems/{problemId}/attachments/{documentId}",
  audience: "staff",
  roles,
  summary:
    "Returns addresses, good for a minute, to download a photo or document of a request for attention and the pictures of its pages.",
  params: problemParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: attachmentDownload,
  refusals: ["problem-not-found", "document-not-found"],
});

export const attendProblem = defineRoute({
  method: "POST",
  path: "/desk/problems/{problemId}/attention",
  audience: "staff",
  roles: ["operator", "clerk", "analyst"],
  once: true,
  summary: "Records what was done about a problem, and whether that solved it.",
  params: problemParams,
  body: z.strictObject({
    solved: z.boolean({ error: "Di si quedó solucionado." }),
    text: words("Escribe qué se hizo.", 1000),
  }),
  status: 200,
  answer: wholeDeskProblemView,
  refusals: ["problem-not-found", "not-now"],
});

export const takeDispute = defineRoute({
  method: "POST",
  path: "/desk/problems/{problemId}/dispute",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  summary: "Records for the applicant that a problem which the office recorded as solved is not.",
  params: problemParams,
  body: z.strictObject({ text: words("Escribe qué sigue mal.", 1000) }),
  status: 200,
  answer: wholeDeskProblemView,
  refusals: ["problem-not-found", "not-now"],
});

export const promoteProblem = defineRoute({
  method: "POST",
  path: "/desk/problems/{problemId}/claim",
  audience: "staff",
  roles: ["operator"],
  once: true,
  summary: "Files a claim about a problem that was not solved, also where the law gives no time to solve it.",
  params: problemParams,
  body: z.strictObject({ channel, grounds: words("Escribe lo que la persona reclama.", 1500), uploadIds }),
  status: 201,
  answer: filedClaim,
  refusals: ["problem-not-found", "upload-not-found", "not-now"],
});
