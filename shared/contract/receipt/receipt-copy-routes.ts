import * as z from "zod";
import { defineRoute } from "../route.ts";
import { period, supplyLink } from "../visit/fields.ts";

export const printReceipt = defineRoute({
  method: "GET",
  path: "/me/supplies/{linkId}/receipts/{period}/pdf",
  audience: "customer",
  summary: "Returns a receipt of a linked supply as a PDF, made when it is asked for; only its code and hash are kept.",
  params: z.strictObject({ linkId: supplyLink, period }),
  status: 200,
  answer: z.object({ fileName: z.string(), sha256: z.string(), pdf: z.base64() }),
  refusals: ["supply-not-linked", "receipt-not-found"],
});
