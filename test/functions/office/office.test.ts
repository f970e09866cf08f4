import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { office as operations } from "../../../functions/office/office.ts";
import { parseRevision } from "../../../functions/office/revision.ts";
import { api } from "../../../functions/runtime/api.ts";
import { tenant } from "../../../settings.ts";
import * as officeRoutes from "../../../shared/contract/office-routes.ts";
import { describeApi } from "../../../shared/contract/openapi.ts";
import { routes } from "../../../shared/contract/routes.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { call, callUndescribed, originKey } from "../api-call.ts";

const descriptionFile = join(mkdtempSync(join(tmpdir(), "caudal-office-")), "openapi.json");
writeFileSync(descriptionFile, JSON.stringify(describeApi(routes)));

const authority = (name: string) => ({ issuer: `https://${name}.example`, clientId: name });

function officeOf(of: Tenant, revision = "local") {
  const tenantAt = async () => of;
  const signIn = { customers: authority("customers"), staff: authority("staff") };
  const totals = { ofMonth: async (_: string, month: string) => ({ counts: counts[month] ?? {}, ahead: {} }) };
  return api(
    officeRoutes,
    operations({
      tenantAt,
      signIn,
      build: "b1",
      revision: parseRevision(revision),
      totals,
      office: "MOQ",
      descriptionFile,
    }),
    {
      originKey,
    },
  );
}
/** The totals by month. */
const counts: Record<string, Readonly<Record<string, number>>> = {};
const office = officeOf(tenant);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the legal clock", () => {
  it.each([
    [{ from: "2026-07-20", days: "30" }, "2026-09-04", "COMPANY", "day 30 of a claim filed on 20 July"],
    [{ from: "2026-07-20", days: "35" }, "2026-09-11", "COMPANY", "day 35 of it"],
    [
      { from: "2026-11-21", days: "30", calendar: "user" },
      "2027-01-08",
      "USER",
      "25 November is no working day of the user",
    ],
    [{ from: "2026-11-21", days: "30", calendar: "company" }, "2027-01-07", "COMPANY", "for the company it is"],
  ])("%j: %s on %s (%s)", async (query, dueDate, calendar, _reason) => {
    const { status, body } = await call(office, officeRoutes.dueDates, { query });
    expect(status).toBe(200);
    expect(body).toMatchObject({ dueDate, calendar, calendarVersion: "semilla-2026-11-24" });
    expect(body.days.at(0)).toMatchObject({ date: query.from, counted: false, reason: "start" });
    expect(body.days.at(-1)).toMatchObject({ date: dueDate, counted: true, ordinal: Number(query.days) });
  });

  it.each([
    [{ days: "3" }, "query.from", "no day to start from"],
    [{ from: "2026-02-30", days: "3" }, "query.from", "a day that does not exist"],
    [{ from: "20/07/2026", days: "3" }, "query.from", "another form"],
    [{ from: "9999-12-31", days: "3" }, "query.from", "a year no calendar knows"],
    [{ from: "1991-12-31", days: "3" }, "query.from", "a year before the law"],
    [{ from: "2026-07-20" }, "query.days", "no number of days"],
    [{ from: "2026-07-20", days: "0" }, "query.days", "no day at all"],
    [{ from: "2026-07-20", days: "401" }, "query.days", "too many"],
    [{ from: "2026-07-20", days: "1.5" }, "query.days", "half a day"],
    [{ from: "2026-07-20", days: "3", calendar: "lunar" }, "query.calendar", "another calendar"],
    [{ from: "2026-07-20", days: "3", months: "2" }, "query.days", "two terms at once"],
    [{ from: "2026-07-20", months: "13" }, "query.months", "too many months"],
    [{ from: "2026-07-20", calendarDays: "401" }, "query.calendarDays", "too many calendar days"],
  ])("refuses %j at %s (%s)", async (query, field, _reason) => {
    const { status, body } = await call(office, officeRoutes.dueDates, { query });
    expect(status).toBe(400);
    expect(body.errors.map((each: { field: string }) => each.field)).toEqual([field]);
  });

  it.each([
    [{ from: "2025-12-31", months: "2" }, "months", 2, "2026-03-02", "2026-03-03T05:00:00.000Z"],
    [{ from: "2026-06-10", calendarDays: "15" }, "calendar-days", 15, "2026-06-25", "2026-06-26T05:00:00.000Z"],
    [{ from: "2026-07-20", days: "30" }, "working-days", 30, "2026-09-04", "2026-09-05T05:00:00.000Z"],
  ])("counts %j in %s", async (query, unit, amount, dueDate, lapsesAt) => {
    const { body } = await call(office, officeRoutes.dueDates, { query });
    expect(body).toMatchObject({ unit, amount, dueDate, lapsesAt });
  });

  it("counts to the last day that is known", async () => {
    expect((await call(office, officeRoutes.dueDates, { query: { from: "2100-12-31", days: "400" } })).status).toBe(
      200,
    );
  });
});

describe("the office", () => {
  it.each([
    ["2026-11-24T13:00:00.000Z", true, "2026-11-24T18:00:00.000Z", "a Tuesday at eight, until one"],
    [
      "2026-11-24T18:00:00.000Z",
      false,
      "2026-11-26T13:00:00.000Z",
      "at one it closes; the 25th is a holiday in Moquegua",
    ],
    ["2026-11-28T15:00:00.000Z", false, "2026-11-30T13:00:00.000Z", "a Saturday"],
  ])("at %s: open %s, until or from %s (%s)", async (now, openNow, change, _reason) => {
    vi.setSystemTime(now);
    const { body } = await call(office, officeRoutes.showOffice);
    const byChannel = new Map(body.channels.map((each: { channel: string }) => [each.channel, each]));
    expect(byChannel.get("telephone")).toMatchObject({ openNow, [openNow ? "openUntil" : "opensAt"]: change });
    expect(byChannel.get("document-desk")).toEqual({ channel: "document-desk", hours: "a toda hora", openNow: true });
  });

  it("says where to sign in, and that its data are not confirmed", async () => {
    const { body } = await call(office, officeRoutes.showOffice);
    expect(body.signIn).toEqual({ customers: authority("customers"), staff: authority("staff") });
    expect(body.testData).toBe(true);
  });

  it("says nothing of test data once every value it shows is confirmed", async () => {
    const confirmed: Tenant = JSON.parse(
      JSON.stringify(tenant).replaceAll(/"status":"(assumed|stand-in)"/g, '"status":"confirmed"'),
    );
    expect((await call(officeOf(confirmed), officeRoutes.showOffice)).body.testData).toBe(false);
  });
});

describe("what concerns no person", () => {
  it.each([
    {
      revision: "9f66838 2026-11-28T07:10:00.000Z",
      health: { commit: "9f66838", committedAt: "2026-11-28T07:10:00.000Z" },
      version: "9f66838, del 28/11/2026 a las 02:10",
    },
    { revision: "local", health: { commit: "local" }, version: undefined },
  ])("says which build and commit answer: $revision", async ({ revision, health, version }) => {
    const of = officeOf(tenant, revision);
    expect((await call(of, officeRoutes.health)).body).toEqual({
      status: "ok",
      build: "b1",
      ...health,
      now: expect.any(String),
    });
    expect((await call(of, officeRoutes.showOffice)).body.version).toBe(version);
  });

  it("describes every route", async () => {
    const { body } = await call(office, officeRoutes.showDescription);
    expect(Object.keys(body.paths)).toContain("/api/receipt-lookups");
  });

  it("answers an unknown path with a problem", async () => {
    const { status, headers } = await callUndescribed(office, { method: "GET", path: "/nothing" });
    expect([status, headers["content-type"]]).toEqual([404, "application/problem+json"]);
  });
});

describe("what is published of a month", () => {
  const results = (month?: string) =>
    call(office, officeRoutes.showResults, { ...(month !== undefined && { query: { month } }) });
  beforeEach(() => {
    vi.setSystemTime(new Date("2026-12-03T15:00:00.000Z"));
    counts["2026-11"] = {
      "attended-claim-web": 30,
      "attended-contact-telephone": 12,
      "resolved-web": 27,
      "resolved-type-F01": 20,
      "resolved-type-F04": 6,
      "resolved-type-F08": 1,
      "in-term": 20,
      silences: 2,
      "tribunal-reversed": 1,
    };
  });

  it("is the last month that is over, without the small counts and what gives them away", async () => {
    expect((await results()).body).toEqual({
      month: "2026-11",
      last: "2026-11",
      attended: 42,
      resolved: 27,
      inTerm: 20,
      silences: null,
      byType: [
        { type: "F01", count: 20 },
        { type: "F04", count: null },
        { type: "F08", count: null },
      ],
    });
  });

  it("is a month without anything, said as such", async () => {
    expect((await results("2026-05")).body).toMatchObject({
      attended: 0,
      resolved: 0,
      inTerm: 0,
      silences: 0,
      byType: [],
    });
  });

  it("is no month that still runs", async () => {
    expect(await results("2026-12")).toMatchObject({ status: 404, body: { type: "urn:caudal:month-not-over" } });
  });

  it("hides how many were in term when hardly any was not", async () => {
    counts["2026-11"] = { ...counts["2026-11"], "in-term": 25 };
    expect((await results()).body).toMatchObject({ resolved: 27, inTerm: null });
  });
});
