import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import type { Branch, Life, Step } from "../../local/journey/life.ts";
import { type Office, openOffice, Surprise } from "../../local/journey/office.ts";
import { type BilledSupply, journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { root } from "../../scripts/bundle.ts";
import { walkOffice } from "../../scripts/fsck/office-faults.ts";
import { tenant } from "../../settings.ts";
import { receiptColumns } from "../../shared/domain/billing/receipt-file.ts";
import { type ClaimState, claimStates } from "../../shared/domain/case/claim-states.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { type Plan, planOf, releaseBefore } from "../release-before.ts";
import { sayAside } from "../say-aside.ts";
import { awaitedLives } from "./awaited-lives.ts";

type Release = "before" | "this";
const otherOf = { before: "this", this: "before" } as const;

/** Lives that together stop in every state. */
const walked = [...branches.filter(({ name }) => !["por-telefono", "meses", "queja"].includes(name)), ...awaitedLives];
const rounds = ["this", "before"] as const;

/** What each release read of what the other wrote, and did next. */
const read: Record<Release, Set<ClaimState>> = { before: new Set(), this: new Set() };
const acted: Record<Release, Set<ClaimState>> = { before: new Set(), this: new Set() };
/**
 * Steps that the release before could not do: it lacks their route, a field of theirs, or the page that they are done
 * from.
 */
const newSteps = new Set<string>();
/** The states in which a claim stood before such a step. */
const newStates = new Set<ClaimState>();

const before = releaseBefore();
let answering: Release = "this";
/** Whether the gateway's routes still lead where the release before has them, which a deployment changes one by one. */
let isUnmoved = false;
let plan: Plan;
let stack: LocalStack;
let office: Office;
let supplies: readonly BilledSupply[];

beforeAll(async () => {
  if ("missing" in before) return;
  const bundles = before.build();
  plan = before.plan();
  stack = await startLocalStack({
    say: sayAside,
    otherBundle: (name) => {
      const bundle = join(bundles, name);
      return answering === "before" && existsSync(bundle) ? bundle : undefined;
    },
    otherTarget: (route) => (answering === "before" && isUnmoved ? plan.routes[route] : undefined),
  });
  office = openOffice(stack.origin);
  const world = journeyWorld();
  supplies = world.supplies;
  const bytes = new TextEncoder().encode(world.receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
});

afterAll(async () => {
  await stack?.stop();
  if (!("missing" in before)) before.remove();
});

/** Returns the claim's state as the release that answers now reads it; undefined before it is filed. */
async function stateOf(life: Life): Promise<ClaimState | undefined> {
  try {
    life.kept("claimId");
  } catch {
    return undefined;
  }
  return (await life.file()).state;
}

/** The routes that another function answers since the release before: their key, that function, and the one of now. */
function movedRoutes(): readonly (readonly [route: string, from: string, to: string])[] {
  return Object.entries(planOf(root).routes).flatMap(([route, to]) => {
    const from = plan.routes[route];
    return from && from !== to ? [[route, from, to] as const] : [];
  });
}

/**
 * Whether a step failed because the release before does not know it, or calls evidence missing that this one calls
 * short and nobody has to let go.
 */
const isNew = ({ kind }: Surprise): boolean =>
  kind === "route-not-found" || kind === "invalid-request" || kind === "evidence-missing";

/**
 * Returns the branch with the releases in turn: what one wrote, the other reads and goes on from. A step that is new
 * changes no turn, so that the other round reads each step's claim by the other release.
 */
function inTurn(branch: Branch, first: Release): Branch {
  return {
    ...branch,
    steps: branch.steps.map((step, at) => ({
      ...step,
      does: async (life) => {
        answering = at % 2 === 0 ? first : otherOf[first];
        const state = await stateOf(life);
        if (state) read[answering].add(state);
        const seen = await step.does(life).catch((failure: unknown) => {
          if (answering === "this" || !(failure instanceof Surprise) || !isNew(failure)) throw failure;
          newSteps.add(step.name);
          if (state) newStates.add(state);
          answering = "this";
          return step.does(life);
        });
        if (state) acted[answering].add(state);
        return seen;
      },
    })),
  };
}

/** Returns file A of a last receipt for each supply, issued on a day to somebody else. */
function inAnotherName(of: readonly BilledSupply[], day: CalendarDay): string {
  const [heading = "", ...rows] = journeyWorld().receipts.split(/\r?\n/);
  const changed = of.map(({ supplyCode, receiptNumber }, at) => {
    const row = rows.map((cells) => cells.split(";")).find((cells) => isOf(cells, supplyCode, receiptNumber)) ?? [];
    const cells: Readonly<Record<string, string>> = {
      propietario: "OTRA PERSONA INVENTADA",
      nro_doc: "40000002",
      tipo_doc: "1",
      periodo: day.slice(0, 7),
      correlativo: `0999000${at}`,
      fecha_emision: day,
      fecha_vencimiento: addDays(day, 15),
      fecha_corte: addDays(day, 20),
    };
    return receiptColumns.map((column, at) => cells[column] ?? row[at] ?? "").join(";");
  });
  return [heading, ...changed].join("\n");
}

function isOf(cells: readonly string[], supplyCode: string, receiptNumber: string): boolean {
  const cell = (column: (typeof receiptColumns)[number]) => cells[receiptColumns.indexOf(column)];
  return cell("nroinscripcion") === supplyCode && `${cell("serie")}-${cell("correlativo")}` === receiptNumber;
}

describe.skipIf("missing" in before)(
  `this release and the one before take turns${"missing" in before ? `, which needs more: ${before.missing}` : ""}`,
  () => {
    it.each(
      rounds.flatMap((first, round) => walked.map((branch, at) => [branch.title, first, branch, round, at] as const)),
    )("%s, %s first", { timeout: 180_000 }, async (_, first, branch, round, at) => {
      const supply = supplies[round * walked.length + at];
      if (!supply) throw new Error("there are not enough supplies for every branch");
      // The first round as before the routes move, the second as after it, or after a release that was taken back.
      isUnmoved = first === "this";
      const said: string[] = [];
      await walk(office, supply, inTurn(branch, first), `${first}-first`, { say: (line) => said.push(line) });
      expect(said).toHaveLength(branch.steps.length + 1);
    });

    it("a delivery out of hours waits for its hours in both, and this one counts it", {
      timeout: 180_000,
    }, async () => {
      const supply = supplies[rounds.length * walked.length];
      const home = walked.find(({ name }) => name === "firme");
      const door = home?.steps.findIndex(({ name }) => name.startsWith("el notificador no encuentra"));
      if (!supply || !home || door === undefined || door < 0) throw new Error("no branch is notified at the address");
      const early: Step = {
        name: "la entregan de noche: cuenta desde el siguiente día hábil",
        does: async (life) => {
          await office.moveClock(limaInstant(limaDay(await office.now()), "19:30"));
          const deliveredAt = await office.now();
          const { claimId, noticeId } = { claimId: life.kept("claimId"), noticeId: life.kept("noticeId") };
          const params = { claimId, noticeId };
          const receiver = { name: "CLIENTE DE PRUEBA", relation: "titular" };
          const made = await life.edit("clerk", "recordDelivery", {
            params: { noticeId },
            body: { outcome: "delivered", deliveredAt, receiver },
          });
          expect(made).toMatchObject({ state: "resolved", decisionCountsFrom: expect.any(String) });
          answering = "before";
          const { state, entries } = await life.file();
          expect([state, entries.at(-1)?.type]).toEqual(["resolved", "delivery-claimed"]);
          await expect(
            life.edit("analyst", "confirmDelivery", { params, body: { wasThere: true } }),
          ).rejects.toMatchObject({ kind: "not-now" });
          answering = "this";
          await office.moveClock(limaInstant(calendarDay(made.decisionCountsFrom ?? ""), "09:30"));
          return life.until("the delivery counts", async () => {
            const now = await life.file();
            return now.state === "notified" && now.since;
          });
        },
      };
      answering = "this";
      const steps = [...home.steps.slice(0, door), early];
      const said: string[] = [];
      await walk(office, supply, { ...home, steps }, "early", { say: (line) => said.push(line) });
      expect(said).toHaveLength(steps.length + 1);
    });

    it("each read, and acted in, every state that the other had written", () => {
      expect([...read.before].sort()).toEqual([...read.this].sort());
      expect([...new Set([...acted.before, ...newStates])].sort()).toEqual([...acted.this].sort());
      expect(claimStates.filter((state) => !read.this.has(state))).toEqual([]);
      // Most acts are the same for both: else the release before is too old to say anything.
      expect(newSteps.size).toBeLessThan(10);
    });

    it("a route moves only to a function that the release before lacks: its deployment asks it first", () => {
      const moved = movedRoutes().filter(([, , to]) => plan.rights[to]);
      expect(moved).toEqual([]);
    });

    it("the function that a route moves from keeps its rights: it answers until then, and again if taken back", () => {
      const { rights } = planOf(root);
      const lost = [...new Set(movedRoutes().map(([, from]) => from))].flatMap((from) =>
        (plan.rights[from] ?? []).filter((right) => rights[from] && !rights[from].includes(right)),
      );
      expect(lost).toEqual([]);
    });

    it("a link that either made ends when the holder changed, and both read it as ended", async () => {
      const found = supplies.slice(-2);
      const linked = async ({ supplyCode, holderDocument: documentNumber }: BilledSupply, by: Release) => {
        answering = by;
        return office.call("maria", "linkSupply", { body: { supplyCode, documentNumber } });
      };
      const mine = async (by: Release) => {
        answering = by;
        const { supplies: had, ended } = await office.call("maria", "listSupplies", {});
        const codes = new Set(found.map(({ supplyCode }) => supplyCode));
        return {
          had: had.filter(({ supplyCode }) => codes.has(supplyCode)).length,
          ended: ended.filter(({ supplyCode }) => codes.has(supplyCode)),
        };
      };
      for (const [at, supply] of found.entries()) await linked(supply, at === 0 ? "before" : "this");
      expect(await mine("before")).toEqual({ had: 2, ended: [] });
      expect(await mine("this")).toEqual({ had: 2, ended: [] });
      // Issued after the day of a link that remembers no holder.
      const bytes = new TextEncoder().encode(inAnotherName(found, addDays(limaDay(await office.now()), 1)));
      const token = await stack.token("billing");
      await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "otro-titular.csv", bytes });
      expect((await mine("this")).ended.map(({ because }) => because)).toEqual(["holder-changed", "holder-changed"]);
      expect(await mine("before")).toMatchObject({ had: 0, ended: [{}, {}] });
    }, 120_000);

    it("and all that both stored agrees: what `npm run fsck` finds, with every kept file read", async () => {
      answering = "this";
      Object.assign(process.env, stack.environment);
      const { resources } = stack;
      const client = openDynamoDb();
      const claims = { client, name: resources["table-claims"] ?? "" };
      const billing = { client, name: resources["table-billing"] ?? "" };
      const evidence = { client: openS3(), bucket: resources["bucket-evidence"] ?? "", readBytes: true };
      const walkIt = async () => {
        const faults: string[] = [];
        const { claims: seen } = await walkOffice({ claims, billing, evidence, tenant, now: stack.now }, (one) =>
          faults.push(one),
        );
        return { seen, faults };
      };
      // A message that a worker failed at while the releases changed comes again after its time.
      await expect
        .poll(walkIt, { timeout: 200_000, interval: 5000 })
        .toEqual({ seen: rounds.length * walked.length + 1, faults: [] });
    });
  },
);
