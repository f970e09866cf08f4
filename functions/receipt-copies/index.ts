import * as receiptCopyRoutes from "../../shared/contract/receipt/receipt-copy-routes.ts";
import { api } from "../runtime/api.ts";
import { printReceipt } from "./print-receipt.ts";
import { deps } from "./stores.ts";

export const handler = api(receiptCopyRoutes, { printReceipt: printReceipt(deps) });
