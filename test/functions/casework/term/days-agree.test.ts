import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { listSignatures } from "../../../../functions/signing/list-signatures.ts";
import { searchSupplies } from "../../../../shared/contract/counter/intake-routes.ts";
import { listSignatures as signatures } from "../../../../shared/contract/resolution/signing-routes.ts";
import { silencesAhead } from "../../../../shared/domain/board/board.ts";
import { claimTotals } from "../../../../shared/domain/board/claim-totals.ts";
import { ahead, plusTotals, type Totals } from "../../../../shared/domain/board/office-totals.ts";
import { calendarDay, limaDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { DaysOwed } from "../../../../shared/domain/term/days-owed.ts";
import { queues } from "../../../../shared/domain/work/work-list.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, complains, elevationLetter, type Step, steps } from "../casework-world.ts";

let local: TestTables;
beforeAll(async () => {
  local = await testTables();
  captureLog();
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const { waiting: _, guest: __, ...plain } = steps;
const lives = {
  ...plain,
  /** A decision that waits for its signature. */
  issued: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.heard(world);
    await world.elsewhere(claimId, now, [
      {
        ...({ type: "resolution-issued", effectiveAt: now, by: person("resolver-1", "resolver") } as const),
        ...({ number: "1-2026-MOQ", outcome: "upheld", checklist: "complete" } as const),
        details: {
          ...{ reasons: "Las pruebas.", decision: "Se decide.", months: [], evidence: [] },
          document: { ...elevationLetter(`resolution-${claimId}`), kind: "resolution" },
        },
      },
    ]);
    return { claimId, now };
  },
  visited: async (world: CaseworkWorld): Promise<Step> => {
    const accepted = await steps.accepted(world);
    await world.assign(accepted.claimId, 1, "inspector-1", accepted.now);
    return accepted;
  },
};

interface Row {
  readonly claimId: string;
  readonly state?: string;
  readonly days: DaysOwed;
  /** Of a delivery: the last day before silence. */
  readonly until?: string;
}
/** Every page of the desk that says days, by its name, and how many claims the board says are lost soon. */
interface Said {
  readonly pages: Readonly<Record<string, readonly Row[]>>;
  readonly board: ReturnType<typeof silencesAhead>;
}

async function saidBy(world: CaseworkWorld, claimIds: readonly string[], now: string): Promise<Said> {
  const signing = api({ listSignatures: signatures }, { listSignatures: listSignatures(world) }, { originKey });
  const manager = ["manager-1", "manager", "analyst", "conciliator", "clerk", "operator"] as const;
  const ask = async (route: Parameters<CaseworkWorld["as"]>[1], request: object = {}) => {
    const answer = await world.as(manager, route, request);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const cases: Row[] = [];
  for (const claimId of claimIds) cases.push(await ask(routes.showCase, { params: { claimId } }));
  const listed = queues.filter((queue) => queue !== "over").join(",");
  const week = await ask(routes.listHearings, { query: { day: "2026-12-23" } });
  const visits = await world.as(["inspector-1", "inspector"], routes.listInspections, {
    query: { date: "2026-11-26" },
  });
  const toSign = await call(signing, signatures, { claims: { ...staff("signer"), sub: "signer-2" } });
  const [first = ""] = claimIds;
  const caller = await ask(searchSupplies, { body: { supplyCode: "00012345", claimId: first } });
  const files = await Promise.all(claimIds.map((claimId) => world.caseFiles.read(claimId)));
  const company = world.tenant.calendars.COMPANY.value;
  const totals = files.reduce((sum: Totals, file) => plusTotals(sum, claimTotals(file?.events ?? [], company)), {});
  return {
    pages: {
      case: cases,
      "work list": (await ask(routes.listWork, { query: { queue: listed, limit: "50" } })).claims,
      "late risks": (await ask(routes.listLateRisks)).claims,
      deliveries: (await ask(routes.listDeliveries, { query: { of: "all" } })).deliveries,
      "to dispatch": (await ask(routes.listToDispatch)).claims,
      hearings: [...week.hearings, ...week.unrecorded],
      visits: visits.body.inspections,
      signatures: toSign.body.documents.filter(({ days }: Partial<Row>) => days),
      caller: caller.claims,
    },
    board: silencesAhead(totals[ahead] ?? {}, limaDay(now), company),
  };
}

/** What two pages say of one claim that is not the same, in words. */
function contradictions({ pages, board }: Said, today: string): readonly string[] {
  const cases = pages["case"] ?? [];
  const of = new Map(cases.map(({ claimId, days }) => [claimId, days]));
  const said = ({ lostOn, dueOn, left, meta }: DaysOwed) => JSON.stringify({ lostOn, dueOn, left, meta });
  const rows = Object.entries(pages).flatMap(([page, all]) =>
    all.flatMap(({ claimId, days, until }) => {
      const own = of.get(claimId);
      if (!own) return [];
      const isLate = until !== undefined && own.lostOn !== undefined && until !== own.lostOn;
      if (said(days) === said(own) && !isLate) return [];
      return [`${page}: ${said(days)} ${until ?? ""}, its case: ${said(own)}`];
    }),
  );
  // One whose last day is over and whose delivery may still be proved: the board says that its day passed.
  const runs = cases.filter(({ state }) => !state?.endsWith("silence-to-confirm"));
  const soon = runs.filter(({ days: { lostOn = "" } }) => lostOn >= today && lostOn <= board.until).length;
  return soon === board.soon ? rows : [...rows, `board: ${board.soon} lost by ${board.until}, cases: ${soon}`];
}

/** An office of one to five claims, each brought to a step of its life, some with a queja, seen some days later. */
const office = fc.record({
  claims: fc.array(fc.tuple(fc.constantFrom(...(Object.keys(lives) as (keyof typeof lives)[])), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  }),
  days: fc.array(fc.nat(45), { minLength: 2, maxLength: 4 }),
});

async function lived({ claims, days }: typeof office extends fc.Arbitrary<infer Drawn> ? Drawn : never) {
  const world = await caseworkWorld(local);
  const made: Step[] = [];
  for (const [life, isComplained] of claims) {
    const step = await lives[life](world);
    made.push(step);
    if (isComplained) await world.elsewhere(step.claimId, step.now, [complains(step.now)]).catch(() => {});
  }
  const last =
    made
      .map(({ now }) => now)
      .toSorted()
      .at(-1) ?? "";
  const seen: { readonly said: Said; readonly today: string }[] = [];
  for (const after of days) {
    const now = new Date(Date.parse(last) + after * 86_400_000 + 3_600_000).toISOString();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    const said = await saidBy(
      world,
      made.map(({ claimId }) => claimId),
      now,
    );
    seen.push({ said, today: limaDay(now) });
  }
  return seen;
}

it("in any office at any time, no page says other days of a claim than its case", async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(office, async (drawn) => {
      for (const { said, today } of await lived(drawn)) {
        for (const [page, rows] of Object.entries(said.pages)) if (rows.length > 0) met.add(page);
        expect(contradictions(said, today)).toEqual([]);
      }
    }),
    { numRuns: 16, seed: 20_261_202 },
  );
  // Each page was met with something to say.
  expect([...met].toSorted()).toHaveLength(9);
}, 120_000);

it("a fault in any one of the pages is found", async () => {
  const [seen] = await lived({
    claims: Object.keys(lives).map((life) => [life as keyof typeof lives, false]),
    days: [0],
  });
  if (!seen) throw new Error("nothing was seen");
  const { said, today } = seen;
  expect(contradictions(said, today)).toEqual([]);
  for (const [page, rows] of Object.entries(said.pages)) {
    const [first] = rows;
    if (!first || page === "case") continue;
    // The legal day in place of what is lost: what «Firmas» said.
    const days = { dueOn: calendarDay("2027-01-07"), left: 1 };
    const wrong = { ...said, pages: { ...said.pages, [page]: [{ ...first, days }, ...rows.slice(1)] } };
    expect(contradictions(wrong, today), page).toHaveLength(1);
  }
  const board = { ...said.board, soon: said.board.soon + 1 };
  expect(contradictions({ ...said, board }, today)).toHaveLength(1);
});
