import { DeleteCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { copyBack } from "../../../../scripts/restore/copy-back.ts";
import { enterAttention } from "../../../../shared/contract/counter/call-routes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { openTotalsReader } from "../../../../shared/storage/board/office-totals.ts";
import { headItem } from "../../../../shared/storage/case/case-head.ts";
import { openOwnedClaims } from "../../../../shared/storage/register/staff-register.ts";
import { hearingHeld, maria, person } from "../../../shared/casework/case-world.ts";
import { servedTables } from "../../../shared/storage/served-tables.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, staff } from "../../api-call.ts";
import { appeals, asksToWithdraw } from "../../casework/casework-world.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { office, type TotalsWorld, totalsWorld } from "../totals-world.ts";

let local: TestTables;
let world: TotalsWorld;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  lines = captureLog();
  world = await totalsWorld(local);
});
afterAll(() => local.stop());

const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
const analyst = person("analyst-1", "analyst");

/** Files a claim and records its acceptance; returns its id. */
async function accepted(filedAt: string, channel: "web" | "telephone" = "web"): Promise<string> {
  const { file } = await world.fileOne(filedAt, { channel });
  const { claimId } = file.head;
  await world.elsewhere(claimId, filedAt, [{ type: "claim-accepted", effectiveAt: filedAt, by: analyst, details: {} }]);
  return claimId;
}

const held = (claimId: string, now: string, agreement: "none" | "absence" = "none") =>
  world.elsewhere(claimId, now, [hearingHeld(now, agreement)]);

/** A month of an office: one claim upheld in time, one by telephone open, one withdrawn, one granted by silence. */
async function livesAMonth(): Promise<void> {
  const upheld = await accepted("2026-11-03T15:00:00.000Z");
  await held(upheld, "2026-12-09T15:00:00.000Z");
  await world.sign(upheld, "2026-12-10T15:00:00.000Z");
  await accepted("2026-11-04T15:00:00.000Z", "telephone");
  const withdrawn = await accepted("2026-11-05T15:00:00.000Z");
  await world.elsewhere(withdrawn, "2026-11-06T15:00:00.000Z", [asksToWithdraw("2026-11-06T15:00:00.000Z")]);
  await world.elsewhere(withdrawn, "2026-11-09T15:00:00.000Z", [
    {
      type: "withdrawal-accepted",
      effectiveAt: "2026-11-09T15:00:00.000Z",
      by: person("signer-1", "signer"),
      details: { number: "1", reason: "Lo pidió.", signer: "PERSONA DE PRUEBA", authenticatedAt: "", seal },
    },
  ] as never);
  await world.fileProblem("2026-11-10T15:00:00.000Z");
}

/** Counts the records in batches of a size. */
async function countAll(size: number): Promise<void> {
  const records = await world.records();
  for (let at = 0; at < records.length; at += size) await world.count(records.slice(at, at + size));
}

const enters = (body: object) => call(world.reports, enterAttention, { claims: staff("operator"), body });

describe("the totals of a month", () => {
  it("count nothing of what was lost and is put back from a copy, and what changes of it afterwards", async () => {
    const served = await servedTables();
    onTestFinished(() => served.stop());
    world = await totalsWorld(served);
    await livesAMonth();
    await countAll(100);
    const counted = () => openTotalsReader(world.claims).ofMonth(office, "2026-11");
    const whole = await counted();
    const { client, name } = world.claims;
    const lost = (await client.send(new ScanCommand({ TableName: name }))).Items?.filter(({ pk }) =>
      String(pk).startsWith("CLAIM#"),
    );
    const from = await served.table("claims");
    for (const item of lost ?? []) {
      await from.client.send(new PutCommand({ TableName: from.name, Item: item }));
      await client.send(new DeleteCommand({ TableName: name, Key: { pk: item["pk"], sk: item["sk"] } }));
    }
    const copying = { from, to: world.claims, now: "2026-12-11T15:00:00.000Z", write: true };
    expect(await copyBack(copying, () => {})).toMatchObject({ missing: lost?.length, other: 0 });
    const again = (await client.send(new ScanCommand({ TableName: name }))).Items?.filter((item) => item["putBackAt"]);
    const records = (items: readonly Record<string, unknown>[] = []) =>
      items.map((item, at) => ({ sequence: String(5_000_000 + at), image: marshall(item) }));
    await world.count(records(again));
    expect(await counted()).toEqual(whole);
    await world.count(records(lost), "shard-2");
    expect(await counted()).not.toEqual(whole);
    expect(await copyBack(copying, () => {})).toMatchObject({ missing: 0, other: 0 });
  });

  it("count what was filed, resolved, withdrawn and attended, each in the month it happened", async () => {
    await livesAMonth();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T15:00:00.000Z") });
    await enters({ channel: "telephone", matter: "receipt" });
    vi.useRealTimers();
    await countAll(100);
    expect(await world.counts("2026-11")).toEqual({
      "attended-claim-web": 2,
      "attended-claim-telephone": 1,
      "attended-problem-web": 1,
      "attended-contact-telephone": 1,
      "filed-web": 2,
      "filed-telephone": 1,
      "filed-type-F01": 3,
      withdrawn: 1,
    });
    expect(await world.counts("2026-12")).toEqual({
      "resolved-web": 1,
      "resolved-type-F01": 1,
      "resolved-as-upheld": 1,
      "days-25": 1,
      "in-term": 1,
    });
    const { ahead } = await openTotalsReader(world.claims).ofMonth(office, "2026-11");
    expect(Object.entries(ahead)).toEqual([
      [expect.stringMatching(/^ends-2026-12-/), 1],
      [expect.stringMatching(/^ends-2026-12-/), 1],
    ]);
  });

  it.each([1, 2, 7, 100])(
    "are the same when the stream brings them in batches of %i, twice or from the middle",
    async (size) => {
      await livesAMonth();
      await countAll(size);
      const once = await world.officeTotals.all(office);
      await countAll(size);
      const records = await world.records();
      await world.count(records.slice(Math.floor(records.length / 2)));
      expect(await world.officeTotals.all(office)).toEqual(once);
      await world.recount("2026-12-11T08:00:00.000Z");
      expect(lines()).toContainEqual(expect.objectContaining({ event: "totals-agree", day: "2026-12-11" }));
    },
  );

  it("are the same from two shards at once, each given again", async () => {
    await livesAMonth();
    const records = await world.records();
    const isFirst = (at: number) => at % 2 === 0;
    const shards = [true, false].map((is) => records.filter((_, at) => isFirst(at) === is));
    await Promise.all(shards.map((some, at) => world.count(some, `shard-${at}`)));
    await Promise.all(shards.map((some, at) => world.count(some, `shard-${at}`)));
    await world.recount("2026-12-11T08:00:00.000Z");
    expect(lines()).toContainEqual(expect.objectContaining({ event: "totals-agree" }));
  });

  it("take a claim out of what was resolved once its silence is certified", async () => {
    const claimId = await accepted("2026-09-01T15:00:00.000Z");
    await held(claimId, "2026-10-06T15:00:00.000Z");
    await world.sign(claimId, "2026-10-07T15:00:00.000Z");
    await countAll(100);
    expect(await world.counts("2026-10")).toMatchObject({ "resolved-web": 1 });
    const certified = "2026-11-03T15:00:00.000Z";
    await world.elsewhere(claimId, certified, [
      {
        type: "silence-certified",
        effectiveAt: certified,
        by: { kind: "system", name: "render-documents" },
        details: {
          number: "1",
          corrected: [],
          document: {
            documentId: "d",
            kind: "silence-certificate",
            fileName: "c.pdf",
            sizeBytes: 1,
            sha256: "0",
            verificationCode: "0",
          },
        },
      },
    ] as never);
    await countAll(100);
    expect(await world.counts("2026-10")).toEqual({});
    expect(await world.counts("2026-11")).toEqual({ silences: 1 });
    expect((await openTotalsReader(world.claims).ofMonth(office, "2026-11")).ahead).toEqual({});
  });

  it("say how an appeal ended, in the month the decision came", async () => {
    const claimId = await accepted("2026-09-01T15:00:00.000Z");
    await held(claimId, "2026-10-06T15:00:00.000Z");
    await world.sign(claimId, "2026-10-07T15:00:00.000Z", "rejected");
    const step = (now: string, entry: object) =>
      world.elsewhere(claimId, now, [{ effectiveAt: now, ...entry } as never]);
    await step("2026-10-08T15:00:00.000Z", {
      type: "resolution-dispatched",
      by: person("clerk-1", "clerk"),
      channel: "personal",
      details: { noticeId: "notice-1", to: "CALLE FICTICIA 101" },
    });
    await step("2026-10-09T15:00:00.000Z", {
      type: "resolution-notified",
      by: person("clerk-1", "clerk"),
      evidence: [],
      details: {},
    });
    await world.elsewhere(claimId, "2026-10-12T15:00:00.000Z", [appeals("2026-10-12T15:00:00.000Z")]);
    await step("2026-10-14T15:00:00.000Z", { type: "file-elevated", by: person("clerk-1", "clerk"), details: {} });
    await step("2026-11-14T15:00:00.000Z", {
      type: "tribunal-decided",
      by: person("clerk-1", "clerk"),
      outcome: "silence-declared",
      details: { number: "1", summary: "", attachments: [] },
    });
    await countAll(3);
    // Recorded before causes were coded.
    expect(await world.counts("2026-11")).toEqual({ "tribunal-silence-declared": 1, "lost-by-unstated": 1 });
  });

  it("cost one write for each month a batch touches, and none for what they do not count", async () => {
    await livesAMonth();
    const records = await world.records();
    await world.count(records);
    const versions = async () => (await world.officeTotals.all(office)).map(({ month, version }) => [month, version]);
    expect(await versions()).toEqual([
      ["2026-11", 1],
      ["2026-12", 1],
      ["ahead", 1],
      ["lists", 1],
      ["lists of analyst-1", 1],
      ["lists of analyst-2", 1],
    ]);
    const notes = await world.fileOne("2026-11-12T15:00:00.000Z");
    await world.count(await world.records());
    const lists = (await world.officeTotals.all(office)).find(({ month }) => month === "lists");
    await world.elsewhere(notes.file.head.claimId, "2026-11-12T16:00:00.000Z", [
      {
        type: "holder-not-matched",
        effectiveAt: "2026-11-12T16:00:00.000Z",
        by: maria,
        details: {},
      },
    ]);
    const before = await versions();
    await world.count(await world.records());
    expect(await versions()).toEqual(before);
    expect((await world.officeTotals.all(office)).find(({ month }) => month === "lists")).toEqual(lists);
  });

  it("say how many claims are on each list on each legal day, of all and of each owner", async () => {
    await accepted("2026-11-03T15:00:00.000Z");
    const withdrawn = await accepted("2026-11-03T15:00:00.000Z");
    await countAll(1);
    const reader = openTotalsReader(world.claims);
    const owner = (await world.caseFiles.read(withdrawn))?.head.owner?.sub ?? "";
    const before = await reader.ofLists(office, owner);
    const [[listOf = "", count] = []] = Object.entries(before.all);
    expect([listOf.split(" ")[0], count]).toEqual(["investigation", 2]);
    expect(before.own).toEqual({ [listOf]: 1 });
    await world.elsewhere(withdrawn, "2026-11-06T15:00:00.000Z", [asksToWithdraw("2026-11-06T15:00:00.000Z")]);
    await countAll(1);
    const after = await reader.ofLists(office, owner);
    expect(after.all).toMatchObject({ [listOf]: 1 });
    expect(Object.keys(after.own)).toEqual([expect.stringMatching(/^resolution /)]);
  });
});

describe("counting everything anew", () => {
  beforeEach(async () => {
    await livesAMonth();
  });
  const events = () => lines().flatMap(({ event }) => (String(event).startsWith("totals-") ? event : []));
  const corrupts = async (): Promise<void> => {
    const [first] = await world.officeTotals.all(office);
    if (!first) throw new Error("no totals");
    expect(await world.officeTotals.replace(office, first, { ...first.counts, "filed-web": 99 }, "")).toBe(true);
  };

  it("agrees, and says so each hour of that day", async () => {
    await countAll(100);
    await world.recount("2026-12-11T08:00:00.000Z");
    await world.recount("2026-12-11T09:00:00.000Z");
    await world.recount("2026-12-12T06:00:00.000Z");
    expect(events()).toEqual(["totals-agree", "totals-agree", "totals-agree"]);
    expect(await world.officeTotals.agreed(office)).toEqual({ day: "2026-12-11" });
  });

  it("puts right how many open claims an owner has, and raises no alarm", async () => {
    await countAll(100);
    const owned = openOwnedClaims(world.claims);
    const right = await owned.all(office);
    const [[sub, open] = ["", 0]] = right;
    expect(open).toBeGreaterThan(0);
    await owned.replace(office, sub, open, open + 3);
    await world.recount("2026-12-11T08:00:00.000Z");
    expect(lines().at(-1)).toMatchObject({ level: "info", event: "totals-agree", corrected: 1 });
    expect(await owned.all(office)).toEqual(right);
    expect(await owned.replace(office, sub, open + 1, 0)).toBe(false);
  });

  it("finds a number that is wrong, raises its alarm, puts it right, and agrees an hour later", async () => {
    await countAll(100);
    const right = (await world.officeTotals.all(office)).map(({ counts }) => counts);
    await corrupts();
    await world.recount("2026-12-11T08:00:00.000Z");
    expect(events()).toEqual(["totals-differ"]);
    expect((await world.officeTotals.all(office)).map(({ counts }) => counts)).toEqual(right);
    await world.recount("2026-12-11T09:00:00.000Z");
    expect(events()).toEqual(["totals-differ", "totals-agree"]);
  });

  it("names a case whose list shows another day than its entries give", async () => {
    const claimId = await accepted("2026-12-01T15:00:00.000Z");
    const { claims } = world;
    const [head] = await world.caseFiles.heads([claimId]);
    if (!head) throw new Error("no head");
    const steps = head.steps.map((step) => ({ ...step, dueOn: calendarDay("2027-12-31") }));
    const Item = headItem({ ...head, steps }, head.version, head.chainHead);
    await claims.client.send(new PutCommand({ TableName: claims.name, Item }));
    await world.recount("2026-12-02T07:30:00.000Z");
    const named = lines().filter(({ event }) => event === "case-contradicts");
    expect(named).toMatchObject([
      { level: "error", claimId, rule: "listed", says: expect.stringContaining("2027-12-31") },
    ]);
  });

  it("names a case that waits for too long, by each rule that it breaks", async () => {
    const claimId = await accepted("2026-12-01T15:00:00.000Z");
    const aged = () =>
      lines().flatMap(({ event, claimId: of, ...said }) => (event === "case-aged" && of === claimId ? said : []));
    await world.recount("2026-12-01T15:59:00.000Z");
    expect(aged()).toEqual([]);
    await world.recount("2027-06-01T08:00:00.000Z");
    expect(aged()).toMatchObject([
      { level: "warn", rule: "cargo", says: "it has none" },
      { level: "warn", rule: "aged", says: expect.stringMatching(/^positive-silence for \d+ days, at most 60$/) },
    ]);
  });

  it("finds a record that the stream gave up on", async () => {
    const records = await world.records();
    const filing = records.findIndex(({ image }) => JSON.stringify(image).includes('"claim-filed"'));
    await world.count(records.toSpliced(filing, 1));
    await world.recount("2026-12-11T08:00:00.000Z");
    expect(events()).toEqual(["totals-differ"]);
    await world.recount("2026-12-11T09:00:00.000Z");
    expect(events()).toEqual(["totals-differ", "totals-agree"]);
  });

  it("does not put right what the stream may still have to count", async () => {
    await countAll(100);
    await world.fileOne("2026-12-11T07:55:00.000Z");
    await world.recount("2026-12-11T08:00:00.000Z");
    expect(events()).toEqual(["totals-unsettled"]);
    await countAll(100);
    await world.recount("2026-12-11T09:00:00.000Z");
    expect(events()).toEqual(["totals-unsettled", "totals-agree"]);
  });

  it("does not put right a claim that the sweep has just moved, and does an hour later", async () => {
    await countAll(100);
    const { file } = await world.fileOne("2026-11-12T15:00:00.000Z");
    await countAll(100);
    const [step] = file.head.steps;
    if (!step) throw new Error("no step");
    const refreshedAt = "2026-12-11T07:55:00.000Z";
    const head = { ...file.head, refreshedAt, steps: [{ ...step, queue: "execution" as const }] };
    expect(await world.caseFiles.refresh(file, head, [])).toBe(true);
    await world.recount("2026-12-11T08:00:00.000Z");
    expect(events()).toEqual(["totals-unsettled"]);
    await world.recount("2026-12-11T09:00:00.000Z");
    await world.recount("2026-12-11T10:00:00.000Z");
    expect(events()).toEqual(["totals-unsettled", "totals-differ", "totals-agree"]);
  });
});
