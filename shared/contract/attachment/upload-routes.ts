import { defineRoute } from "../route.ts";
import { uploadParams } from "../submission/submission-fields.ts";
import { announced, announcedByStaff, renewed, ticket, uploadView } from "./upload-fields.ts";

/** Roles that upload files: photos of a visit, records of a delivery, scans of what came on paper. */
const staffWithAttachments = [
  "operator",
  "clerk",
  "analyst",
  "inspector",
  "conciliator",
  "resolver",
  "signer",
  "manager",
] as const;

export const startUpload = defineRoute({
  method: "POST",
  path: "/uploads",
  audience: "customer",
  summary: "Gives a ticket to upload one file; the file counts as received once it arrived and passed its check.",
  body: announced,
  status: 201,
  answer: ticket,
  refusals: ["too-many-uploads", "upload-not-taken"],
});

export const showUpload = defineRoute({
  method: "GET",
  path: "/uploads/{uploadId}",
  audience: "customer",
  summary: "Returns whether a file of the customer arrived and passed its check.",
  params: uploadParams,
  status: 200,
  answer: uploadView,
  refusals: ["upload-not-found"],
});

export const renewUpload = defineRoute({
  method: "POST",
  path: "/uploads/{uploadId}/ticket",
  audience: "customer",
  summary:
    "Gives another ticket for a file of the customer that was announced and did not arrive, for the same bytes only.",
  params: uploadParams,
  body: renewed,
  status: 201,
  answer: ticket,
  refusals: ["upload-not-found", "upload-settled", "upload-not-taken"],
});

export const startStaffUpload = defineRoute({
  method: "POST",
  path: "/desk/uploads",
  audience: "staff",
  roles: staffWithAttachments,
  summary: "Gives a member of the staff a ticket to upload one file.",
  body: announcedByStaff,
  status: 201,
  answer: ticket,
  refusals: ["too-many-uploads", "upload-not-taken"],
});

export const showStaffUpload = defineRoute({
  method: "GET",
  path: "/desk/uploads/{uploadId}",
  audience: "staff",
  roles: staffWithAttachments,
  summary: "Returns whether a file of a member of the staff arrived and passed its check.",
  params: uploadParams,
  status: 200,
  answer: uploadView,
  refusals: ["upload-not-found"],
});

export const renewStaffUpload = defineRoute({
  method: "POST",
  path: "/desk/uploads/{uploadId}/ticket",
  audience: "staff",
  roles: staffWithAttachments,
  summary: "Gives another ticket for a file of a member of the staff that did not arrive, for the same bytes only.",
  params: uploadParams,
  body: renewed,
  status: 201,
  answer: ticket,
  refusals: ["upload-not-found", "upload-settled", "upload-not-taken"],
});
