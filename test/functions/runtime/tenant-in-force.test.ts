import type { Context, SQSEvent } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { apiInForce } from "../../../functions/runtime/api.ts";
import { serve } from "../../../functions/runtime/serve.ts";
import { workerInForce } from "../../../functions/runtime/worker.ts";
import { tenant } from "../../../settings.ts";
import { seedOf } from "../../../shared/casework/term/calendars-in-force.ts";
import { defineRoute } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { KnownCalendars } from "../../../shared/storage/term/calendars.ts";
import { callUndescribed, originKey } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";

const seed = seedOf(tenant);
const first = { number: 1, changes: [], moves: [], calendars: seed, inForceFrom: "2026-01-01T00:00:00.000Z" };
const company = { ...seed.COMPANY, version: "the second" };
const second = {
  ...first,
  number: 2,
  calendars: { ...seed, COMPANY: company },
  inForceFrom: "2026-11-24T15:00:00.000Z",
};
const known = async () => ({ versions: [first, second], outages: [] }) as unknown as KnownCalendars;
const deps = { tenant, calendars: { known }, office: "MOQ" };
type Deps = typeof deps;

const shown = (depsNow: Deps): string => `${depsNow.office} ${depsNow.tenant.calendars.COMPANY.value.version}`;

beforeEach(() => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.stubEnv("ORIGIN_KEY", originKey);
  vi.stubEnv("BUILD", "test");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe.each([
  ["before a change", "2026-11-24T14:59:59.999Z", `MOQ ${seed.COMPANY.version}`],
  ["from the instant of a change", "2026-11-24T15:00:00.000Z", "MOQ the second"],
])("the tenant in force %s", (_, now, expected) => {
  it("is that of a request's operations", async () => {
    vi.setSystemTime(now);
    const route = defineRoute({
      method: "GET",
      path: "/version",
      audience: "anyone",
      summary: "Answers the version of a calendar.",
      status: 200,
      answer: z.object({ version: z.string() }),
      refusals: [],
    });
    const make = (depsNow: Deps) => ({ show: serve(route, async () => ok({ version: shown(depsNow) })) });
    const answered = await callUndescribed(apiInForce({ show: route }, deps, make), route, {});
    expect(answered.body).toEqual({ version: expected });
  });

  it("is that of a message's handler, which gets the message and its record", async () => {
    vi.setSystemTime(now);
    const handled = vi.fn();
    const handler = workerInForce(
      deps,
      (depsNow) =>
        async (body, { messageId }) =>
          handled(shown(depsNow), body, messageId),
    );
    const record = { messageId: "m1", body: '"a"', attributes: {} };
    expect(await handler({ Records: [record] } as unknown as SQSEvent, {} as Context)).toEqual({
      batchItemFailures: [],
    });
    expect(handled.mock.calls).toEqual([[expected, "a", "m1"]]);
  });
});
