import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "../../../shared/casework/record.ts";
import { ok } from "../../../shared/domain/result.ts";
import { type DynamoDbLocal, dynamoDbLocal } from "../storage/dynamodb-local.ts";
import { type CaseWorld, caseWorld, person } from "./case-world.ts";

let local: DynamoDbLocal;
let world: CaseWorld;
beforeAll(async () => {
  local = await dynamoDbLocal();
  world = await caseWorld(local);
}, 120_000);
afterAll(() => local.stop());

it("a code that a claim bears is no other claim's", { timeout: 60_000 }, async () => {
  const { file } = await world.fileOne("2026-11-23T15:00:00.000Z");
  const head = { ...file.head, claimId: `${file.head.claimId}x` };
  const filing = { events: file.events, head, write: undefined, told: new Set<never>(), also: [], holdKey: "other" };
  expect(await world.caseFiles.file(filing)).toBe("taken");
  expect(await world.caseFiles.claimOfCode(head.code)).toBe(file.head.claimId);
});

it("a head foreseen anew never replaces one that was written meanwhile", { timeout: 60_000 }, async () => {
  const { file } = await world.fileOne("2026-11-23T15:00:00.000Z");
  const { claimId } = file.head;
  const now = "2026-11-24T15:00:00.000Z";
  const by = person("clerk-1", "clerk");
  const recorded = await record(world, { claimId, now }, () =>
    ok({ entries: [{ type: "claim-accepted", effectiveAt: now, by, details: {} }] }),
  );
  if (!recorded.ok) throw new Error(recorded.error);

  expect(await world.caseFiles.refresh(file, file.head, [])).toBe(false);
  const kept = (await world.caseFiles.read(claimId))?.head;
  expect(kept?.version).toBe(recorded.value.file.head.version);
  expect(kept?.steps[0]?.state).toBe("under-investigation");
});
