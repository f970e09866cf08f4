import { afterEach, expect, it, vi } from "vitest";
import { api } from "../../../functions/runtime/api.ts";
import { serve } from "../../../functions/runtime/serve.ts";
import { uses } from "../../../infra/costs/month.ts";
import { lookUpReceipt } from "../../../shared/contract/receipt-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { call, originKey } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";

afterEach(() => vi.restoreAllMocks());

/**
 * What the gateway's line (`infra/routes-stack.ts`) and the platform's START, END and REPORT have, and CloudWatch adds.
 */
const others = 145 + 75 + 51 + 140 + 5 * 26;

it("a look-up leaves no more in the log than its costs count", async () => {
  const lines = captureLog();
  const handler = api(
    { lookUpReceipt },
    { lookUpReceipt: serve(lookUpReceipt, async () => refused("receipt-not-found")) },
    { originKey },
  );
  const body = { supplyCode: "00012345", receiptNumber: "S001-00045001", total: "58.90" };
  await call(handler, lookUpReceipt, { body });
  const [line] = lines();
  const written = JSON.stringify({ ...line, trace: "Xk1abcDEIAMEf-g=", requestId: "Xk1abcDEIAMEf-g=" });
  expect(line).toMatchObject({ event: "completed", status: 404 });
  expect(written.length + 1 + others).toBeLessThanOrEqual(uses["a look-up without sign-in"].logGigabytes * 1e9);
});
