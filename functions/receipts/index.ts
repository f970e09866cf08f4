import * as receiptRoutes from "../../shared/contract/receipt/receipt-routes.ts";
import { api } from "../runtime/api.ts";
import { receipts } from "./receipts.ts";
import { deps } from "./stores.ts";

export const handler = api(receiptRoutes, receipts(deps));
