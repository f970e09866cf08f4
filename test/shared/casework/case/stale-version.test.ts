import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, maria, person } from "../case-world.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const now = "2026-11-23T15:05:00.000Z";
const by = { kind: "system", name: "render-documents" } as const;
const made: Decision["entries"][number] = {
  type: "document-added",
  effectiveAt: now,
  by,
  details: {
    document: {
      documentId: "d1",
      kind: "claim-form",
      fileName: "reclamo.pdf",
      sizeBytes: 1,
      sha256: "0".repeat(64),
      verificationCode: "0000-0000-0000-0000",
    },
  },
};
const asked: Decision["entries"][number] = {
  type: "confirmation-asked",
  effectiveAt: now,
  by: person("conciliator-1", "conciliator"),
  details: {
    confirmationId: "c1",
    act: "agreement",
    says: "Pagar 20 m³.",
    contentHash: "0".repeat(64),
    channel: "sms",
    until: now,
  },
};
const message = { effectiveAt: now, by: { kind: "system", name: "send-notices" } } as const;
const sent: Decision["entries"][number] = {
  ...message,
  type: "notice-sent",
  details: { seq: 1, channel: "sms", subject: "Tu código" },
};
const reported = { seq: 1, channel: "sms", to: "900000000", messageId: "m1" } as const;
const delivered: Decision["entries"][number] = { ...message, type: "notice-delivered", details: reported };
const delayed: Decision["entries"][number] = { ...message, type: "notice-delayed", details: reported };
const bounced: Decision["entries"][number] = {
  ...message,
  type: "notice-bounced",
  details: { ...reported, reason: "permanent" },
};
const chosen: Decision["entries"][number] = {
  type: "hearing-mode-chosen",
  effectiveAt: now,
  by: maria,
  details: { mode: "telephone" },
};
const alert: Decision["entries"][number] = {
  type: "manager-alerted",
  effectiveAt: now,
  by,
  details: { reason: "Tarde." },
};
const accepted: Decision["entries"][number] = {
  type: "claim-accepted",
  effectiveAt: now,
  by: person("analyst-1", "analyst"),
  details: {},
};

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

describe("an edit on the version somebody read", () => {
  it.each([
    ["is made where only documents were added since", [made], "made"],
    ["is made where its own code was asked for and sent since", [asked, sent], "made"],
    ["is made where a message was delivered or delayed since", [delivered, delayed], "made"],
    ["is refused where a message came back since", [bounced], "version-stale"],
    ["is refused where the claimant did something since", [chosen], "version-stale"],
    ["is refused where anything else was written since", [alert], "version-stale"],
    ["is refused where a document and something else were", [made, alert], "version-stale"],
  ] as const)("%s", async (_, entries, becomes) => {
    const { file } = await world.fileOne(filedAt);
    const { claimId, version } = file.head;
    const write = (more: Decision["entries"], on?: number) =>
      record(world, { claimId, now, version: on }, () => ({ ok: true, value: { entries: more } }));
    expect((await write(entries)).ok).toBe(true);
    const edited = await write([accepted], version);
    expect(edited.ok ? "made" : edited.error).toBe(becomes);
  });

  it("is refused on a version that never was", async () => {
    const { claimId, version } = (await world.fileOne(filedAt)).file.head;
    const edited = await record(world, { claimId, now, version: version + 1 }, () => ({
      ok: true,
      value: { entries: [accepted] },
    }));
    expect(edited).toMatchObject({ ok: false, error: "version-stale" });
  });
});
