import { listSupplies as route } from "../../shared/contract/receipt-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

export const listSupplies = ({ supplyLinks }: ReceiptDeps) =>
  serve(route, async ({ caller }) => ok({ supplies: [...(await supplyLinks.list(caller.sub))] }));
