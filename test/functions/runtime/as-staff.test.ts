import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { meteredClient } from "../../../bench/metered-client.ts";
import { asStaff } from "../../../functions/runtime/as-staff.ts";
import { openedBy } from "../../../functions/runtime/opened-by.ts";
import { serve } from "../../../functions/runtime/serve.ts";
import { tenant } from "../../../settings.ts";
import { downloadCaseAttachment, showCase } from "../../../shared/contract/case/case-routes.ts";
import { admitClaim } from "../../../shared/contract/claim/admission-routes.ts";
import { searchSupplies } from "../../../shared/contract/counter/intake-routes.ts";
import { showOffice } from "../../../shared/contract/office-routes.ts";
import { showReading } from "../../../shared/contract/reading/reading-routes.ts";
import { listOpenings } from "../../../shared/contract/register/report-routes.ts";
import { downloadToSign } from "../../../shared/contract/resolution/signing-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { routes } from "../../../shared/contract/routes.ts";
import type { Opening } from "../../../shared/domain/counter/openings.ts";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import { openOpenings } from "../../../shared/storage/counter/openings.ts";
import { openStaffRegister } from "../../../shared/storage/register/staff-register.ts";
import { memoryDynamoDb } from "../../doubles/memory-dynamodb.ts";
import { eventOf, staff } from "../api-call.ts";

const now = "2026-11-23T15:00:00.000Z";
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const claimId = "0b8b6c1e-4a3d-4f63-9d0e-3f4b8b2f6a11";

let notes: Opening[] = [];
let failing = false;
beforeEach(() => {
  notes = [];
  failing = false;
});

/** A route that answers whatever it is asked, behind the guard, with a register that has one clerk in these roles. */
function guarded(route: Route, roles: readonly StaffRole[] = ["clerk", "manager", "operator", "signer"]) {
  const { one } = asStaff(
    {
      tenant,
      staffRegister: {
        recent: async () => [
          { sub: "staff-1", name: "PERSONA DE PRUEBA", extension: "1", roles, onDuty: true, openClaims: 0 },
        ],
      },
      openings: {
        note: async (_, made) => {
          if (failing) throw new Error("the table does not answer");
          notes.push(...made);
        },
      },
    },
    {
      one: serve(
        {
          ...route,
          body: undefined,
          once: false,
          versioned: false,
          answer: showOffice.answer.partial(),
        } as unknown as Route,
        async () => ({
          ok: true,
          value: {},
        }),
      ),
    },
  );
  return one;
}

const opening = { params: { claimId }, claims: staff("clerk") };

describe("what staff open of people", () => {
  it("is noted: who, what and when", async () => {
    expect(await guarded(showCase).answer(eventOf(showCase, opening), now)).toMatchObject({ ok: true });
    expect(notes).toEqual([{ what: "claim", id: claimId, at: now, by: "staff-1" }]);
  });

  it("once in a quarter of an hour, and then again", async () => {
    const one = guarded(showCase);
    for (const at of [now, later(1), later(14), later(15), later(16)]) await one.answer(eventOf(showCase, opening), at);
    expect(notes.map(({ at }) => at)).toEqual([now, later(15)]);
  });

  it("a file of it apart", async () => {
    const asked = { ...opening, params: { claimId, documentId: "d1" } };
    await guarded(downloadCaseAttachment).answer(eventOf(downloadCaseAttachment, asked), now);
    expect(notes).toMatchObject([{ what: "claim", id: claimId, part: "d1" }]);
  });

  it("and not answered if it cannot be noted; the next look notes it", async () => {
    const one = guarded(showCase);
    failing = true;
    await expect(one.answer(eventOf(showCase, opening), now)).rejects.toThrow("does not answer");
    failing = false;
    await one.answer(eventOf(showCase, opening), later(1));
    expect(notes).toHaveLength(1);
  });

  it("by their own role only: who may not open it leaves no note", async () => {
    const answered = await guarded(showCase).answer(eventOf(showCase, { ...opening, claims: staff() }), now);
    expect(answered).toMatchObject({ ok: false, error: "not-your-role" });
    expect(notes).toEqual([]);
  });

  it.each<[string, Route, object, readonly object[]]>([
    [
      "the documents of a signature",
      downloadToSign,
      { body: { documents: [{ claimId, documentId: "d1" }] } },
      [{ what: "claim", id: claimId }],
    ],
    [
      "the supply of a call, by its whole code",
      searchSupplies,
      { body: { supplyCode: "12345" } },
      [{ what: "supply", id: "00012345" }],
    ],
    [
      "the log itself, with what was asked of it",
      listOpenings,
      { query: { month: "2026-11", who: "ANA", limit: "50" } },
      [{ what: "log", id: "openings 2026-11 ANA" }],
    ],
    [
      "the supply of an atypical reading",
      showReading,
      { params: { readingId: "00012345-2026-11" } },
      [{ what: "supply", id: "00012345" }],
    ],
    [
      "the supply of a body that came in base 64",
      searchSupplies,
      { text: '{"supplyCode":"12345"}', base64: true },
      [{ what: "supply", id: "00012345" }],
    ],
    ["nothing of a body that is no JSON", searchSupplies, { text: '{"supplyCode":"12345"' }, []],
    ...[
      String.raw`{"supply\u0043ode":"12345"}`,
      String.raw`{"supplyCode":"1234\u0035"}`,
      '{"supplyCode":"9","supplyCode":"12345"}',
    ].map((text): [string, Route, object, readonly object[]] => [
      `the supply that ${text} is read as`,
      searchSupplies,
      { text },
      [{ what: "supply", id: "00012345" }],
    ]),
    ["nothing by an id that nothing has", showCase, { params: { claimId: "../x" } }, []],
  ])("%s", (_, route, request, opened) => {
    expect(openedBy(route, eventOf(route, request), 8)).toEqual(opened);
  });
});

/** Routes of staff that open nothing of one person, by why. */
const opensNothing = {
  "a list, of which each row is opened by a route of its own": [
    "countDeskSubmissions",
    "countWork",
    "drawSample",
    "listAttended",
    "listAttentions",
    "listBoardCases",
    "listCallBacks",
    "listDeliveries",
    "listHearings",
    "listDeskProblems",
    "listDeskSubmissions",
    "listFigureCases",
    "listHolds",
    "listImports",
    "listIndicators",
    "listInspections",
    "listLateRisks",
    "listNotes",
    "listObservations",
    "listOverridesAsked",
    "listQuejas",
    "listRetention",
    "listReadings",
    "listSignatures",
    "listToDispatch",
    "listUnconfirmed",
    "listCopiesToPost",
    "listUnanswered",
    "listWaitingAttachments",
    "listWork",
    "showBoard",
    "showRegister",
  ],
  "of the staff themselves": [
    "admitSupervisor",
    "giveBackWork",
    "handOverWork",
    "listStaff",
    "addStaff",
    "changeRoles",
    "endAccess",
    "listAccessChanges",
    "listSupervisors",
    "returnToDuty",
    "showMe",
  ],
  "of the calendar": ["changeCalendars", "previewCalendars", "showCalendars"],
  "of the law and the office": ["listValues"],
  "written by the caller that moment": [
    "buildRegister",

    "enterObservation",
    "startImport",
    "registerSubmission",
    "startStaffUpload",
  ],
  "of many receipts, without names": ["acknowledgeExchange"],
  "a question that a person asked in the book of the office": ["answerObservation"],
} as const;

it("each route of staff notes what it opens, or is known to open nothing", () => {
  const body = { claimId, supplyCode: "12345", documents: [{ claimId }], claims: [{ claimId }] };
  const quiet = Object.entries(routes).flatMap(([id, route]: [string, Route]) => {
    if (route.audience !== "staff") return [];
    const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, claimId]));
    const shape = route.body && JSON.stringify(z.toJSONSchema(route.body, { io: "input", unrepresentable: "any" }));
    const asked = { params, ...(shape?.match(/"(claimId|supplyCode)"/) && { body }) };
    return openedBy(route, eventOf(route, asked), 8).length > 0 ? [] : [id];
  });
  expect(quiet.sort()).toEqual(Object.values(opensNothing).flat().sort());
});

describe("who writes as staff", () => {
  const asked = { params: { claimId }, claims: staff("clerk") };

  it.each<[string, readonly StaffRole[], boolean]>([
    ["is in the register in a role of the route", ["clerk"], true],
    ["is refused in another role, whatever the token says", ["billing"], false],
    ["is refused once they left: without a role", [], false],
  ])("%s", async (_, roles, isAdmitted) => {
    const answered = await guarded(admitClaim, roles).answer(eventOf(admitClaim, asked), now);
    expect(answered.ok).toBe(isAdmitted);
    if (!answered.ok) expect(answered.error).toBe("not-your-role");
    expect(notes).toHaveLength(isAdmitted ? 1 : 0);
  });
});

it("costs a look one request and one unit, a second look nothing, and an act a register a minute", async () => {
  const { client, counted, reset } = meteredClient(memoryDynamoDb(async (made) => made()).client);
  const table = { client, name: "claims" };
  const answer = showOffice.answer.partial();
  const act = { ...admitClaim, body: undefined, once: false, versioned: false, answer } as unknown as Route;
  const { look, write } = asStaff(
    { tenant, staffRegister: openStaffRegister(table), openings: openOpenings(table) },
    {
      look: serve({ ...showCase, answer } as Route, async () => ({ ok: true, value: {} })),
      write: serve(act, async () => ({ ok: true, value: {} })),
    },
  );
  await openStaffRegister(table).save(tenant.office.code.value, {
    ...{ sub: "staff-1", name: "PERSONA DE PRUEBA", extension: "1", roles: ["clerk"], onDuty: true },
  });
  const costs = [];
  for (const [one, route] of [
    [look, showCase],
    [look, showCase],
    [write, admitClaim],
    [write, admitClaim],
  ] as const) {
    reset();
    await one.answer(eventOf(route, opening), now);
    costs.push({ ...counted });
  }
  expect(costs).toEqual([
    { requests: 1, readUnits: 0, writeUnits: 1 },
    { requests: 0, readUnits: 0, writeUnits: 0 },
    { requests: 1, readUnits: 1, writeUnits: 0 },
    { requests: 0, readUnits: 0, writeUnits: 0 },
  ]);
});
