import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import { refused } from "../../../../shared/contract/refusals.ts";
import { ok } from "../../../../shared/domain/case/result.ts";
import type { CaseFile } from "../../../../shared/storage/case/case-files.ts";
import type { ResolutionDraft } from "../../../../shared/storage/resolution/resolution-drafts.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, person } from "../case-world.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const now = "2026-11-23T15:05:00.000Z";
const by = person("analyst-1", "analyst");
const accepted: Decision["entries"][number] = { type: "claim-accepted", effectiveAt: now, by, details: {} };
const alert: Decision["entries"][number] = {
  type: "manager-alerted",
  effectiveAt: now,
  by: { kind: "system", name: "sweep" },
  details: { reason: "Tarde." },
};
const write = { key: "the key of an act", contentHash: "its content" };

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

/** A claim that was accepted a moment ago, in a world whose reads for half the units lack that. */
async function lagging(first: Decision["entries"][number] = accepted) {
  const { file } = await world.fileOne(filedAt);
  const { claimId, version } = file.head;
  const done = await record(world, { claimId, now, write }, () => ok({ entries: [first] }));
  expect(done.ok).toBe(true);
  const reads: string[] = [];
  const read = async (id: string, how?: "recent"): Promise<CaseFile | undefined> => {
    reads.push(how ?? "consistent");
    return how ? file : world.caseFiles.read(id);
  };
  const caughtUp: typeof world.caseFiles.caughtUp = async (before) => {
    reads.push("what came since");
    return world.caseFiles.caughtUp(before);
  };
  return { deps: { ...world, caseFiles: { ...world.caseFiles, read, caughtUp } }, reads, claimId, version };
}
const both = ["recent", "consistent"];

describe("a case read for half the units, which lacks its last entry", () => {
  it("is read again before an act is refused by who decides", async () => {
    const { deps, reads, claimId } = await lagging();
    const recorded = await record(deps, { claimId, now, reached: 1 }, ({ file }) =>
      file.events.some(({ type }) => type === "claim-accepted") ? ok({ entries: [alert] }) : refused("not-now"),
    );
    expect([recorded.ok, reads]).toEqual([true, both]);
  });

  it("is caught up with before an act is refused by the law", async () => {
    const { deps, reads, claimId } = await lagging(alert);
    const twice = await record(deps, { claimId, now, reached: 1 }, ({ file }) =>
      ok({ entries: file.events.length > 1 ? [accepted] : [accepted, accepted] }),
    );
    expect([twice.ok, reads]).toEqual([true, ["recent", "what came since"]]);
  });

  it("is read again before nothing is done", async () => {
    const { deps, reads, claimId, version } = await lagging();
    const recorded = await record(deps, { claimId, now, reached: 1 }, ({ file }) =>
      ok({ entries: file.events.length > version ? [alert] : [] }),
    );
    expect([recorded.ok && recorded.value.file.events.length, reads]).toEqual([version + 2, both]);
  });

  it("leads to no second entry of an act that is sent again", async () => {
    const { deps, claimId, version } = await lagging();
    const again = await record(deps, { claimId, now, write, reached: 1 }, () => ok({ entries: [accepted] }));
    expect(again.ok && again.value.file.events.length).toBe(version + 1);
    expect((await world.caseFiles.read(claimId))?.head.version).toBe(version + 1);
  });

  it("is not used where who asks knows of more entries than it has", async () => {
    const { deps, reads, claimId, version } = await lagging();
    let seen = 0;
    await record(deps, { claimId, now, version: version + 1 }, ({ file }) => {
      seen = file.events.length;
      return ok({ entries: [alert] });
    });
    expect([seen, reads]).toEqual([version + 1, both]);
  });
});

/** A world whose case files count the reads of whole cases, and of what came after a read. */
function counted() {
  const asked: string[] = [];
  const { read, caughtUp, append } = world.caseFiles;
  const caseFiles: typeof world.caseFiles = {
    ...world.caseFiles,
    read: async (...of) => {
      asked.push("read");
      return read(...of);
    },
    caughtUp: async (before) => {
      asked.push("caughtUp");
      return caughtUp(before);
    },
    append: async (before, more) => {
      asked.push("append");
      return append(before, more);
    },
  };
  return { asked, deps: { ...world, caseFiles } };
}

describe("a case that was read a while ago", () => {
  it("is caught up with as if it were read again", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    expect(await world.caseFiles.caughtUp(file)).toEqual(file);
    await record(world, { claimId, now, write }, () => ok({ entries: [accepted, alert] }));
    await record(world, { claimId, now }, () => ok({ entries: [alert] }));
    const read = await world.caseFiles.read(claimId);
    expect(read?.events.length).toBe(file.events.length + 3);
    expect(await world.caseFiles.caughtUp(file)).toEqual(read);
  });

  it("is written in after what came meanwhile, and the note that took long is not decided again", async () => {
    const { file: known } = await world.fileOne(filedAt);
    const { claimId, version } = known.head;
    await record(world, { claimId, now }, () => ok({ entries: [accepted] }));
    const { asked, deps } = counted();
    let decided = 0;
    const recorded = await record(deps, { claimId, now, slow: true, known }, () => {
      decided += 1;
      return ok({ entries: [alert] });
    });
    expect([recorded.ok && recorded.value.file.head.version, decided, asked]).toEqual([
      version + 2,
      1,
      ["caughtUp", "append"],
    ]);
  });

  it("is not read whole again after a write was refused because another came first", async () => {
    const { file: known } = await world.fileOne(filedAt);
    const { claimId, version } = known.head;
    await record(world, { claimId, now }, () => ok({ entries: [accepted] }));
    const { asked, deps } = counted();
    const recorded = await record(deps, { claimId, now, known }, () => ok({ entries: [alert] }));
    expect([recorded.ok && recorded.value.file.head.version, asked]).toEqual([
      version + 2,
      ["append", "caughtUp", "append"],
    ]);
  });

  it("has the draft of its last entry, and without another entry the draft it was read with", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const draft: ResolutionDraft = {
      by: by.sub,
      savedAt: now,
      outcome: "rejected",
      reasons: "",
      decision: "",
      months: [],
    };
    const save = [world.draftWriter.save(claimId, draft, undefined)];
    await record(world, { claimId, now }, () => ok({ entries: [], also: save }));
    expect((await world.caseFiles.caughtUp(file))?.draft).toBeUndefined();
    await record(world, { claimId, now }, () => ok({ entries: [alert] }));
    expect((await world.caseFiles.caughtUp(file))?.draft).toEqual(draft);
  });
});

describe("a decision of nothing", () => {
  it("writes nothing: the head stays as it was", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const appends: string[] = [];
    const append: typeof world.caseFiles.append = async (before, more) => {
      appends.push(before.head.claimId);
      return world.caseFiles.append(before, more);
    };
    const deps = { ...world, caseFiles: { ...world.caseFiles, append } };
    const recorded = await record(deps, { claimId, now }, () => ok({ entries: [] }));
    expect([recorded.ok, appends]).toEqual([true, []]);
  });
});
