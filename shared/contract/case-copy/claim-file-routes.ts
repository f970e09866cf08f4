import * as z from "zod";
import { claimSummary } from "../claim/claim-views.ts";
import { claimParams, download } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { copyParams, copyView, pieceView } from "./case-file-views.ts";

export const showFile = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/file",
  audience: "customer",
  summary: "Returns the index of the case file as its claimant may have it, and their last copy of it.",
  params: claimParams,
  status: 200,
  answer: z.object({ code: z.string(), pieces: z.array(pieceView), copy: copyView.optional() }),
  refusals: ["claim-not-found"],
});

export const orderFile = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/file",
  audience: "customer",
  summary:
    "Orders the claimant's copy of the case file as it stands, free; ordered again the same day with nothing new in the file, it is the same copy.",
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
  summary: "Returns an address, good for a minute, to download a file of the claimant's finished copy.",
  params: copyParams,
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "document-not-found"],
});

/**
 * A message sent to the claimant. An instant each; `to` shows only so much of the address as distinguishes it from
 * another.
 */
const sentMessage = z.object({
  seq: z.number(),
  subject: z.string(),
  sentAt: z.string(),
  channel: z.enum(["email", "sms"]),
  to: z.string().optional(),
  deliveredAt: z.string().optional(),
  bouncedAt: z.string().optional(),
  /** Present if it notifies an act: the key that opens it. */
  notifies: z
    .object({
      key: z.string(),
      acknowledgedAt: z.string().optional(),
      /** The last day to acknowledge it; absent if it no longer waits for that. */
      until: z.string().optional(),
    })
    .optional(),
});

export const listNotices = defineRoute({
  method: "GET",
  path: "/claims/{claimId}/notices",
  audience: "customer",
  summary: "Returns the messages sent to the claimant, the last first: whether each arrived, and what it notifies.",
  params: claimParams,
  status: 200,
  answer: z.object({ code: z.string(), notices: z.array(sentMessage) }),
  refusals: ["claim-not-found"],
});

export const openConfirmedClaim = defineRoute({
  method: "POST",
  path: "/claims/{claimId}/openings",
  audience: "customer",
  summary:
    "Gives this account access to a claim whose contact is the mobile or mail by which the account signs in, and answered a code of the claim.",
  params: claimParams,
  body: z.strictObject({}),
  status: 200,
  answer: claimSummary,
  refusals: ["claim-not-found", "supply-not-linked"],
});
