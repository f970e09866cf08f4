import { beforeEach, describe, expect, it } from "vitest";
import { serve } from "../../../functions/runtime/serve.ts";
import { supervised } from "../../../functions/runtime/supervised.ts";
import { showCase } from "../../../shared/contract/case/case-routes.ts";
import { showOffice } from "../../../shared/contract/office-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import type { SupervisedRead, SupervisorAccess } from "../../../shared/domain/register/supervision.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import type { Supervisor } from "../../../shared/storage/register/supervision.ts";
import { eventOf, staff } from "../api-call.ts";

const now = "2026-11-23T15:00:00.000Z";
const access = (from: string, until: string): SupervisorAccess => ({
  from: calendarDay(from),
  until: calendarDay(until),
  letter: "OFICIO DE PRUEBA 1",
  by: "admin-1",
  at: now,
});

const reads: SupervisedRead[] = [];
const order: string[] = [];
beforeEach(() => {
  reads.splice(0);
  order.splice(0);
});

function routesWith(known: Supervisor | undefined) {
  const shown = (route: Route) =>
    serve({ ...route, answer: showOffice.answer.partial() } as Route, async () => {
      order.push("answered");
      return { ok: true, value: {} };
    });
  return supervised(
    {
      office: "MOQ",
      supervision: {
        find: async () => known,
        note: async (_, read) => {
          order.push("noted");
          reads.push(read);
        },
      },
    },
    { showCase: shown(showCase) },
  );
}

const of = (...accesses: SupervisorAccess[]): Supervisor => ({
  sub: "staff-1",
  name: "SUPERVISORA DE PRUEBA",
  accesses,
});
const asked = eventOf(showCase, { params: { claimId: "c1" }, claims: staff("external-supervisor") });

describe("who supervises from outside", () => {
  it.each<[string, Supervisor | undefined, boolean]>([
    ["is let in on the first day", of(access("2026-11-23", "2026-12-23")), true],
    ["and on the last", of(access("2026-10-23", "2026-11-23")), true],
    ["not before", of(access("2026-11-24", "2026-12-23")), false],
    ["not after", of(access("2026-10-23", "2026-11-22")), false],
    ["nor without an access", of(), false],
    ["nor when nobody entered them", undefined, false],
    [
      "the last access counts: one that ends another",
      of(access("2026-11-01", "2026-12-23"), access("2026-11-01", "2026-11-20")),
      false,
    ],
    [
      "the last access counts: one that renews another",
      of(access("2026-01-01", "2026-01-31"), access("2026-11-01", "2026-11-30")),
      true,
    ],
  ])("%s", async (_, known, isIn) => {
    const answer = await routesWith(known).showCase.answer(asked, now);
    expect(answer.ok).toBe(isIn);
    if (!answer.ok) expect(answer.error).toBe("access-over");
    expect(order).toEqual(isIn ? ["noted", "answered"] : []);
  });

  it("records nothing under a name that the route does not know", async () => {
    const more = { ...asked, queryStringParameters: { constructor: "x", ["__proto__"]: "x", other: "x" } };
    await routesWith(of(access("2026-11-01", "2026-11-30"))).showCase.answer(more, now);
    expect(reads.map((read) => read.asked)).toEqual([{ claimId: "c1" }]);
  });

  it("records who, when and what before anything is shown", async () => {
    await routesWith(of(access("2026-11-01", "2026-11-30"))).showCase.answer(asked, now);
    expect(reads).toEqual([
      {
        at: now,
        requestId: "request-1",
        sub: "staff-1",
        name: "SUPERVISORA DE PRUEBA",
        route: "GET /desk/claims/{claimId}",
        asked: { claimId: "c1" },
      },
    ]);
  });

  it("is shown nothing where the log cannot be written", async () => {
    const routes = supervised(
      {
        office: "MOQ",
        supervision: {
          find: async () => of(access("2026-11-01", "2026-11-30")),
          note: async () => {
            throw new Error("the table is away");
          },
        },
      },
      { showCase: routesWith(undefined).showCase },
    );
    await expect(routes.showCase.answer(asked, now)).rejects.toThrow("the table is away");
    expect(order).toEqual([]);
  });
});

it("the office's own people pass as before, and leave nothing there; also one who is a supervisor besides", async () => {
  const routes = routesWith(undefined);
  for (const roles of [["manager"], ["manager", "external-supervisor"]]) {
    const event = eventOf(showCase, { params: { claimId: "c1" }, claims: staff(...roles) });
    expect((await routes.showCase.answer(event, now)).ok).toBe(true);
  }
  expect(reads).toEqual([]);
});
