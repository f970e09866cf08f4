import * as z from "zod";
import { deskCopyKinds, guardedCopies, pieceStates } from "../../domain/case-copy/case-copy.ts";
import { caseView } from "../case/case-view.ts";
import { caseReaders, claimParams, download, receiver, words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { instant } from "../visit/fields.ts";
import { copyParams, copyView, pieceView } from "./case-file-views.ts";

export const showCaseFile = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/case-file",
  audience: "staff",
  roles: caseReaders,
  summary: "Returns the index of the case file, and the last copy that staff ordered of it for each reader.",
  params: claimParams,
  status: 200,
  answer: z.object({
    claimId: z.string(),
    code: z.string(),
    version: z.number(),
    pieces: z.array(
      pieceView.extend({
        /**
         * The readers from whom its entry is kept back until the office decides, and how it stands in the copy of each.
         */
        access: z.array(z.object({ copy: z.enum(guardedCopies), state: z.enum(pieceStates) })),
      }),
    ),
    copies: z.array(copyView),
    mayDecide: z.boolean(),
    mayOrder: z.boolean(),
    mayHandOver: z.boolean(),
  }),
  refusals: ["claim-not-found"],
});

export const orderCaseFile = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/case-file",
  audience: "staff",
  roles: ["operator", "clerk", "analyst", "resolver", "signer", "manager"],
  summary:
    "Orders a copy of the case file as it stands; ordered again the same day with nothing new in the file, it is the same copy.",
  params: claimParams,
  body: z.strictObject({ copy: z.enum(deskCopyKinds, { error: "Elige para quién es la copia." }) }),
  status: 202,
  answer: copyView,
  refusals: ["claim-not-found"],
});

export const downloadCaseFile = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/case-file/{copyId}/files/{name}",
  audience: "staff",
  roles: caseReaders,
  summary:
    "Returns an address, good for a minute, to download a file of a finished copy; never of the copy that the claimant ordered.",
  params: copyParams,
  status: 200,
  answer: download,
  refusals: ["claim-not-found", "document-not-found"],
});

export const handOverCopy = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/case-file/{copyId}/handover",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  versioned: true,
  summary: "Records to whom and when the office's copy for the claimant was handed over.",
  params: copyParams.omit({ name: true }),
  body: z.strictObject({ handedAt: instant("Escribe cuándo se entregó."), receiver }),
  status: 200,
  answer: caseView,
  refusals: ["claim-not-found", "document-not-found", "not-now"],
});

export const decideAccess = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/case-file/access",
  audience: "staff",
  roles: ["clerk", "manager"],
  once: true,
  versioned: true,
  summary:
    "Decides whether a third party or the claimant may have what an entry contains, where it may reveal the data of other people.",
  params: claimParams,
  body: z.strictObject({
    seq: z.number({ error: "Elige el asiento." }).int().min(1),
    copy: z.enum(guardedCopies, { error: "Elige para quién." }),
    open: z.boolean({ error: "Elige si se entrega." }),
    reason: words("Escribe por qué.", 500),
  }),
  status: 200,
  answer: caseView,
  refusals: ["claim-not-found", "not-now"],
});
