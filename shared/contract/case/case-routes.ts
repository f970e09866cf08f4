import { attachmentDownload, caseReaders, claimParams, documentPages, idField } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { caseView } from "./case-view.ts";

export const showCase = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}",
  audience: "staff",
  roles: [...caseReaders, "inspector"],
  summary: "Returns the whole case file; to an inspector, only if a visit of it is theirs.",
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
    "Returns addresses, good for a minute, to download a document or an attachment of the case and the pictures of its pages.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: attachmentDownload,
  refusals: ["claim-not-found", "document-not-found"],
});

export const showDocumentPages = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/documents/{documentId}/pages",
  audience: "staff",
  roles: [...caseReaders, "inspector"],
  summary:
    "Returns addresses, good for a minute, of the pictures of the first pages of a document that the office made; the first look has them drawn, and asks again.",
  params: claimParams.extend({ documentId: idField("Ese documento no existe.") }),
  status: 200,
  answer: documentPages,
  refusals: ["claim-not-found", "document-not-found"],
});
