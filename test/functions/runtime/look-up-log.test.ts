import { afterEach, expect, it, vi } from "vitest";
import { api } from "../../../functions/runtime/api.ts";
import { serve } from "../../../functions/runtime/serve.ts";
import { uses } from "../../../infra/costs/month.ts";
import { lookUpReceipt } from "../../../shared/contract/receipt/receipt-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { call, originKey } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";

afterEach(() => vi.restoreAllMocks());

/** What CloudWatch adds to each line. */
const added = 26;

it("a look-up leaves no more in the log than its costs count", async () => {
  const lines = captureLog();
  const handler = api(
    { lookUpReceipt },
    { lookUpReceipt: serve(lookUpReceipt, async () => refused("receipt-not-found")) },
    { originKey },
  );
  const body = { supplyCode: "00012345", receiptNumber: "S001-00045001", total: "58.90" };
  await call(handler, lookUpReceipt, { body });
  const { level: _, ...line } = lines()[0] ?? {};
  const trace = "Xk1abcDEIAMEf-g=";
  const ours = JSON.stringify({ ...line, trace, ms: 12 });
  const { method, path } = lookUpReceipt;
  const gateways = JSON.stringify({ id: trace, route: `${method} /api${path}`, status: "200", error: "--" });
  expect(line).toMatchObject({ event: "completed", status: 404 });
  expect(ours.length + gateways.length + 2 * added).toBeLessThanOrEqual(
    uses["a look-up without sign-in"].logGigabytes * 1e9,
  );
});
