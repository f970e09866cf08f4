import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../../../../shared/casework/case/record.ts";
import type { OfficeDocument } from "../../../../shared/domain/case/issued-documents.ts";
import { ok } from "../../../../shared/domain/case/result.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { openResolutionDrafts } from "../../../../shared/storage/resolution/resolution-drafts.ts";
import type { ToSign } from "../../../../shared/storage/resolution/signature-list.ts";
import { indexWrites, openVerificationIndex } from "../../../../shared/storage/seal/verification-index.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, person } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 120_000);
afterAll(() => local.stop());

it("a code that a claim bears is no other claim's", { timeout: 60_000 }, async () => {
  const { file } = await world.fileOne("2026-11-23T15:00:00.000Z");
  const head = { ...file.head, claimId: `${file.head.claimId}x` };
  const filing = {
    events: file.events,
    head,
    write: undefined,
    published: new Set<never>(),
    also: [],
    holdKey: "other",
  };
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

describe("a document that an entry names", { timeout: 60_000 }, () => {
  const now = "2026-11-23T15:05:00.000Z";
  const by = { kind: "system", name: "render-documents" } as const;
  let made = 0;
  /** A document of a claim, and how the claim or another names a document. */
  async function named() {
    made += 1;
    const document: OfficeDocument = {
      documentId: `d${made}`,
      kind: "claim-cargo",
      fileName: "cargo.pdf",
      sizeBytes: 1,
      sha256: String(made).repeat(64),
      verificationCode: `0000-0000-0000-000${made}`,
    };
    const { claimId } = (await world.fileOne("2026-11-23T15:00:00.000Z")).file.head;
    const other = (await world.fileOne("2026-11-23T15:00:00.000Z")).file.head.claimId;
    const name = async (of: string, one: OfficeDocument) => {
      const file = await world.caseFiles.read(of);
      if (!file) throw new Error(`no case ${of}`);
      const seq = file.head.version + 1;
      const entry = { type: "document-added", effectiveAt: now, recordedAt: now, seq, by } as const;
      const events = [{ ...entry, details: { document: one } }];
      return world.caseFiles.append(file, { events, head: file.head, published: new Set(), also: [] });
    };
    return { document, claimId, other, name };
  }
  const index = () => openVerificationIndex(world.claims);

  it("again, or signed since under its code, is found where it was named last", async () => {
    const { document, claimId, name } = await named();
    expect(await name(claimId, document)).toHaveProperty("head");
    expect(await name(claimId, document)).toHaveProperty("head");
    expect(await index().ofBytes(document.sha256)).toMatchObject({ claimId, seq: 3 });
    const signed = { ...document, documentId: "signed", sha256: "a".repeat(64) };
    expect(await name(claimId, signed)).toHaveProperty("head");
    expect(await index().ofCode(document.verificationCode)).toMatchObject({ documentId: "signed", seq: 4 });
    expect(await index().ofBytes(document.sha256)).toMatchObject({ documentId: document.documentId, seq: 3 });
  });

  it("and a submission named before is found in the claim", async () => {
    const { document, claimId, name } = await named();
    await transact(world.claims.client, indexWrites(world.claims.name, document, { submissionId: "f1" }));
    expect(await index().ofBytes(document.sha256)).toMatchObject({ submissionId: "f1" });
    expect(await name(claimId, document)).toHaveProperty("head");
    expect(await index().ofBytes(document.sha256)).toMatchObject({ claimId, seq: 2 });
  });

  it.each([
    ["of another claim, under another code", "other", { verificationCode: "ZZZZ-ZZZZ-ZZZZ-ZZZ1" }],
    ["of the same claim, under another code", "claimId", { verificationCode: "ZZZZ-ZZZZ-ZZZZ-ZZZ2" }],
    ["of another claim, with its code on other bytes", "other", { sha256: "b".repeat(64) }],
  ] as const)("is not named instead of one %s", async (_, whose, more) => {
    const { name, document, ...claims } = await named();
    expect(await name(claims.claimId, document)).toHaveProperty("head");
    const before = await world.caseFiles.read(claims[whose]);
    expect(await name(claims[whose], { ...document, ...more })).toBe("stale");
    expect(await world.caseFiles.read(claims[whose])).toEqual(before);
    expect(await index().ofBytes(document.sha256)).toMatchObject({ claimId: claims.claimId, seq: 2 });
    expect(await index().ofCode(document.verificationCode)).toMatchObject({ sha256: document.sha256 });
  });
});

it("a case after a write is what is read of it, its draft and its documents to sign too", {
  timeout: 60_000,
}, async () => {
  const now = "2026-11-23T15:05:00.000Z";
  const { file } = await world.fileOne("2026-11-23T15:00:00.000Z");
  const { claimId, code, claimantName } = file.head;
  const drafts = openResolutionDrafts(world.claims);
  const draft = { outcome: "upheld", decision: "d", reasons: "r", months: [], savedAt: now, by: "ana" } as const;
  const toSign = (seq: number): ToSign => ({
    ...{ claimId, code, claimantName, seq, kind: "resolution", number: "1", documentId: "d", sha256: "s" },
    ...{ fileName: "r.pdf", sizeBytes: 1, frozenAt: now, preparedBy: ["ana"], waitsFor: "signature" },
    ...{ day: "2026-11-23", isTerm: false },
  });
  const { caseFiles } = world;
  let last = file;
  for (const also of [
    () => [drafts.save(claimId, draft, undefined), ...caseFiles.listToSign(last, [toSign(2), toSign(1)])],
    () => [drafts.drop(claimId, draft), ...caseFiles.listToSign(last, [{ ...toSign(2), waitsFor: "second-look" }])],
    () => caseFiles.listToSign(last, []),
  ]) {
    const { head } = last;
    const after = await caseFiles.append(last, { events: [], head, published: new Set<never>(), also: also() });
    if (typeof after !== "object" || !("head" in after)) throw new Error(JSON.stringify(after));
    expect(after).toEqual(await caseFiles.read(claimId));
    last = after;
  }
});
