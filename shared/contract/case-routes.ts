import { attachmentDownload, caseReaders, claimParams, idField } from "./claim-fields.ts";
import { caseView } from "./claim-views.ts";
import { defineRoute } from "./route.ts";

export const showCase = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}",
  audience: "staff",
  roles: [...caseReaders, "inspector"],
  summary: "The whole case file.",
  params: claimParams,
  status: 200,
  answer: caseView,
  refusals: ["claim-not-found"],
});

export const downloadCaseAttachment = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/documents/{documentId}",
  audience: "staff",
  roles: [...caseReaders, "inspector"],
  summary:
    "An address to download a paper or document of the case, and those of the pictures of its pages, for a minute.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: attachmentDownload,
  refusals: ["claim-not-found", "document-not-found"],
});
