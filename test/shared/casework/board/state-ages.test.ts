import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alarmLines, heartbeats } from "../../../../infra/constructs/log-alarms.ts";
import { workers } from "../../../../infra/workers.ts";
import { tenant } from "../../../../settings.ts";
import { agedFaults, claimAge, claimDays } from "../../../../shared/casework/board/state-ages.ts";
import { waitAges, workAges } from "../../../../shared/casework/board/wait-ages.ts";
import { caseFaults } from "../../../../shared/casework/check/case-faults.ts";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { claimStates, isOver } from "../../../../shared/domain/case/claim-states.ts";
import { type FunctionName, permissions } from "../../../../shared/permissions.ts";
import { type CaseFile, type CaseFiles, openCaseFiles } from "../../../../shared/storage/case/case-files.ts";
import { type ServedTables, servedTables } from "../../storage/served-tables.ts";
import { caseWorld } from "../case-world.ts";

describe("each state that is not the last", () => {
  it("has a most, and no other has", () => {
    expect(Object.keys(claimDays).sort()).toEqual(claimStates.filter((state) => !isOver(state)).sort());
    for (const days of Object.values(claimDays)) expect(days).toBeGreaterThan(0);
  });

  it.each(Object.entries({ claim: claimAge, ...waitAges, ...workAges }))(
    "%s: its repairer runs, and somebody sees if it did not",
    (_, { repairer, alarm }) => {
      expect(Object.keys(permissions)).toContain(repairer);
      // A schedule that stops raises an alarm of its own, and so do the dead letters of any queue.
      const name = repairer as FunctionName;
      expect(workers[name]?.every ? heartbeats[name] : workers[name]?.takes).toBeDefined();
      const seen = [
        ...Object.values(alarmLines).flatMap((lines) => lines.map(({ line }) => line)),
        ...Object.values(heartbeats).map(({ line }) => line),
        "dead-letters",
      ];
      expect(seen).toContain(alarm);
    },
  );
});

it("each age of a claim is looked at by the count of the night", () => {
  const lines = alarmLines["recount-totals"]?.map(({ line }) => line);
  for (const { alarm } of [claimAge, waitAges.cargo, waitAges.delivery]) expect(lines).toContain(alarm);
});

describe("a claim", () => {
  const filedAt = "2026-11-23T15:00:00.000Z";
  let server: ServedTables;
  let filed: CaseFile;
  let caseFiles: CaseFiles;
  beforeAll(async () => {
    server = await servedTables();
    const world = await caseWorld(server);
    caseFiles = openCaseFiles(world.claims);
    filed = (await world.fileOne(filedAt)).file;
  });
  afterAll(() => server.stop());

  const by = { kind: "staff", sub: "resolver-1", roles: ["resolver"] } as const;
  /** The case with these entries after its own, an hour apart. */
  const then = (...entries: readonly object[]): CaseFile => ({
    ...filed,
    events: [
      ...filed.events,
      ...entries.map((entry, at) => {
        const recordedAt = new Date(Date.parse(filedAt) + (at + 1) * 3_600_000).toISOString();
        const seq = filed.events.length + at + 1;
        return { effectiveAt: recordedAt, by, details: {}, ...entry, seq, recordedAt } as unknown as CaseEvent;
      }),
    ],
  });
  const cargo = { type: "document-added", details: { document: { kind: "claim-cargo" } } };
  const withdrawn = [{ type: "withdrawal-requested" }, { type: "withdrawal-accepted" }];
  const soon = "2026-11-24T15:00:00.000Z";
  const muchLater = "2027-06-01T15:00:00.000Z";

  it.each<[string, () => CaseFile, string, readonly string[]]>([
    ["with its cargo breaks nothing", () => then(cargo), soon, []],
    ["without one breaks nothing within the hour", () => then(), "2026-11-23T16:00:00.000Z", []],
    ["without one breaks a rule after it", () => then(), "2026-11-23T16:00:00.001Z", ["cargo"]],
    ["that was withdrawn may stand for ever", () => then(cargo, ...withdrawn), muchLater, []],
    ["that silence granted is not left so", () => then(cargo), muchLater, ["aged"]],
    [
      "of which the manager was alerted is known to be late",
      () => ({
        ...then(cargo),
        events: [
          ...then(cargo).events,
          {
            type: "manager-alerted",
            seq: 9,
            by,
            details: { reason: "" },
            effectiveAt: muchLater,
            recordedAt: muchLater,
          },
        ] as CaseEvent[],
      }),
      muchLater,
      [],
    ],
  ])("%s", (_, file, now, rules) => {
    expect(agedFaults(file(), tenant, now).map(([rule]) => rule)).toEqual(rules);
  });

  it("in which something moved after its end breaks a rule, however it came there", async () => {
    const { head } = filed;
    const before = filed.events.length;
    const { events } = then(...withdrawn, { type: "claim-accepted" });
    const append = {
      events: events.slice(before),
      head: { ...head, version: before + 3 },
      published: new Set<never>(),
    };
    await caseFiles.append(filed, { ...append, write: undefined, also: [] });
    const after = await caseFiles.read(head.claimId);
    expect(after && caseFaults(after, tenant, soon)).toEqual([
      { claimId: head.claimId, rule: "lawful", says: "claim-accepted in a history where the claim was withdrawn" },
    ]);
  });
});
