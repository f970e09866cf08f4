import { listSupplies as route } from "../../shared/contract/receipt-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";

/** The supplies the customer linked. */
export const listSupplies = ({ supplyLinks }: ReceiptDesk) =>
  serve(route, async ({ caller }) => ok({ supplies: [...(await supplyLinks.list(caller.sub))] }));
