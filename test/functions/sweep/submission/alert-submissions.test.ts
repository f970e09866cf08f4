import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { alertSubmissions } from "../../../../functions/sweep/alert-submissions.ts";
import type { NewSubmission } from "../../../../shared/storage/submission/submissions.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";

let local: TestTables;
let world: CaseWorld;
let lines: ReturnType<typeof captureLog>;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  lines = captureLog();
});

const submission: NewSubmission = {
  submissionId: "f1",
  number: "MP-2026-000001-1",
  kind: "data-rectification",
  subject: "Mis datos",
  text: "Pido que se corrijan.",
  presenter: "CLIENTE DE PRUEBA UNO",
  channel: "web",
  sub: "maria",
  office: "MOQ",
  presentedAt: "2026-11-23T15:00:00.000Z",
  filedOn: "2026-11-23",
  // A Monday: Wednesday is two working days away.
  answerBy: "2026-12-07",
  state: "presented",
  attachments: [],
};
const file = (more: Partial<NewSubmission> = {}) => world.transact(world.submissions.file({ ...submission, ...more }));
const alertsOf = async (submissionId = "f1") =>
  (await world.submissions.find(submissionId))?.entries.map(({ type, to }) => `${type} ${to}`);

it("the manager is alerted of what must be answered two working days before its day, and once it is over", async () => {
  await file();
  expect(await alertSubmissions(world, "2026-12-03T04:59:59.000Z")).toBe(0);
  expect(await alertSubmissions(world, "2026-12-03T05:00:00.000Z")).toBe(1);
  expect(await alertSubmissions(world, "2026-12-04T05:00:00.000Z")).toBe(0);
  expect(await alertSubmissions(world, "2026-12-08T04:59:59.000Z")).toBe(0);
  expect(await alertSubmissions(world, "2026-12-08T05:00:00.000Z")).toBe(1);
  expect(await alertSubmissions(world, "2026-12-20T05:00:00.000Z")).toBe(0);
  expect(await alertsOf()).toEqual(["manager-alerted near", "manager-alerted late"]);
  const alerted = lines().filter(({ event }) => event === "submission-unanswered");
  expect(alerted.map(({ submissionId, answerBy }) => [submissionId, answerBy])).toEqual([
    ["f1", "2026-12-07"],
    ["f1", "2026-12-07"],
  ]);
});

it("of more than a page of them, each once, and of none that was answered or owes nothing", async () => {
  for (let each = 1; each <= 52; each += 1)
    await file({ submissionId: `m${each}`, number: `MP-2026-${String(each).padStart(6, "0")}-2` });
  await file();
  const found = await world.submissions.find("f1");
  if (!found) throw new Error("not filed");
  const entry = { type: "answered", at: "2026-12-01T15:00:00.000Z", by: "staff-1" } as const;
  await world.transact(world.submissions.step(found, { entry, set: { answeredAt: entry.at } }));
  await file({ submissionId: "f2", number: "MP-2026-000002-1", answerBy: undefined, kind: "document" });
  expect(await alertSubmissions(world, "2026-12-09T15:00:00.000Z")).toBe(52);
  expect(await alertSubmissions(world, "2026-12-09T16:00:00.000Z")).toBe(0);
  expect([await alertsOf(), await alertsOf("f2")]).toEqual([["answered undefined"], []]);
});

it("and of what may be a recourse, by the day to take it as one, behind a full page of others", async () => {
  for (let each = 1; each <= 50; each += 1)
    await file({
      submissionId: `m${each}`,
      number: `MP-2026-${String(each).padStart(6, "0")}-2`,
      recourseBy: "2026-11-30",
    });
  await file({ answerBy: undefined, recourseBy: "2026-11-30", kind: "document", againstDecision: true });
  expect(await alertSubmissions(world, "2026-11-26T15:00:00.000Z")).toBe(51);
  expect(await alertsOf()).toEqual(["manager-alerted near"]);
});
