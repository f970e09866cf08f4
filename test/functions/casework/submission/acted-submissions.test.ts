import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Decision } from "../../../../shared/casework/case/record.ts";
import type { SubmissionKind } from "../../../../shared/domain/submission/submission.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { appeals, type CaseworkWorld, caseworkWorld, complains, reconsiders, steps } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  world = await caseworkWorld(local);
});
afterAll(() => local.stop());

const clerk = person("clerk-1", "clerk");

/** A document as its claim's submission makes it, which nobody at the desk has checked. */
function filed(claimId: string, submissionId: string, kind: SubmissionKind, now: string) {
  return world.submissions.file({
    ...{
      submissionId,
      number: `MP-2026-${submissionId}`,
      kind,
      subject: "",
      text: "",
      presenter: "CLIENTE DE PRUEBA UNO",
    },
    ...{
      channel: "web",
      office: "MOQ",
      presentedAt: now,
      filedOn: now.slice(0, 10),
      state: "presented",
      attachments: [],
    },
    claim: { claimId, code: "RE-2026-000001-0" },
  });
}

const waiting = async () =>
  (await world.submissions.listed("MOQ", "to-check", 50)).map(({ submission }) => submission.submissionId).toSorted();
const act = (claimId: string, now: string, ...entries: Decision["entries"]) => world.elsewhere(claimId, now, entries);
const elevates = (now: string): Decision["entries"][number] => ({
  type: "file-elevated",
  effectiveAt: now,
  by: clerk,
  details: { reference: "TRASS-1" },
});
const alerts = (now: string): Decision["entries"][number] => ({
  type: "manager-alerted",
  effectiveAt: now,
  by: { kind: "system", name: "x" },
  details: { reason: "Otra cosa." },
});

it("an appeal leaves the clerk's list as its file goes up, received, once; a document that only names the claim stays", async () => {
  const { claimId, now } = await steps.notified(world);
  await world.elsewhere(claimId, now, [appeals(now)], filed(claimId, "f1", "appeal", now));
  await world.elsewhere(claimId, now, [], filed(claimId, "d1", "document", now));
  await act(claimId, now, alerts(now));
  expect(await waiting()).toEqual(["d1", "f1"]);

  const up = "2026-12-31T16:00:00.000Z";
  await act(claimId, up, elevates(up));
  expect(await waiting()).toEqual(["d1"]);
  const taken = await world.submissions.find("f1");
  expect(taken).toMatchObject({ state: "received", receivedAt: up, entries: [{ type: "taken", at: up, by: "case" }] });

  const later = "2027-01-04T16:00:00.000Z";
  await act(claimId, later, alerts(later));
  expect(await world.submissions.find("f1")).toEqual(taken);
});

it("what the clerk received before stays as they did it", async () => {
  const { claimId, now } = await steps.notified(world);
  await world.elsewhere(claimId, now, [appeals(now)], filed(claimId, "f1", "appeal", now));
  const submission = await world.submissions.find("f1");
  if (!submission) throw new Error("nothing is filed");
  const entry = { type: "received", at: now, by: "clerk-1" } as const;
  await world.elsewhere(
    claimId,
    now,
    [],
    world.submissions.step(submission, { entry, set: { state: "received", receivedAt: now } }),
  );
  const received = await world.submissions.find("f1");
  const up = "2026-12-31T16:00:00.000Z";
  await act(claimId, up, elevates(up));
  expect(await world.submissions.find("f1")).toEqual(received);
});

it("a reconsideration leaves it with its decision, and where time alone ended it with the next write", async () => {
  const { claimId, now } = await steps.notified(world);
  await world.elsewhere(claimId, now, [reconsiders(now)], filed(claimId, "f1", "reconsideration", now));
  expect(await waiting()).toEqual(["f1"]);
  const late = "2027-03-01T16:00:00.000Z";
  await act(claimId, late, alerts(late));
  expect(await waiting()).toEqual([]);
});

it("a queja leaves it once it is sent on", async () => {
  const { claimId, now } = await steps.filed(world);
  await world.elsewhere(claimId, now, [complains(now)], filed(claimId, "f2", "queja", now));
  await act(claimId, now, alerts(now));
  expect(await waiting()).toEqual(["f2"]);
  const details = { to: "TRASS", reference: "Oficio 13-2026" } as const;
  await act(claimId, now, { type: "queja-forwarded", effectiveAt: now, by: clerk, details });
  expect(await waiting()).toEqual([]);
});
