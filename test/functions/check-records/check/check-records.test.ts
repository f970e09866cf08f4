import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { allWithin } from "../../../../functions/check-records/night-steps.ts";
import { handOverWork } from "../../../../shared/contract/work/staff-routes.ts";
import { codeKeyOf, noticeKeyOf } from "../../../../shared/storage/case/claim-keys.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { asksToWithdraw, filedAt } from "../../casework/casework-world.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { type CheckWorld, checkWorld } from "../check-world.ts";

/** 03:30 in Lima of the night after the claims were filed. */
const night = "2026-11-24T08:30:00.000Z";
const nightAfter = (days: number) => new Date(Date.parse(night) + days * 86_400_000).toISOString();

let local: TestTables;
let world: CheckWorld;
let lines: () => readonly LogLine[];
let claimId: string;
let code: string;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  lines = captureLog();
  world = await checkWorld(local);
  const { head } = (await world.fileOne(filedAt, { sub: "maria" })).file;
  ({ claimId, code } = head);
  await world.issue(claimId, "d1");
  await world.attach(claimId, "u1");
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => local.stop());

const said = (event: string) => lines().filter((line) => line["event"] === event);
const faults = () =>
  said("record-fault").map(({ level, event: _, ...fault }) => {
    expect(level).toBe("error");
    return fault;
  });
const headOf = (id = claimId) => world.the(`CLAIM#${id}`, /^HEAD$/);

/** Records something in the claim. */
const entry = (type: string, details: object, by: object = { kind: "system", name: "render-documents" }) =>
  world.elsewhere(claimId, filedAt, [{ type, effectiveAt: filedAt, by, details } as never]);

describe("the check of a night", () => {
  it("finds nothing wrong in what was filed, and says so in any later run of the day", async () => {
    await world.fileProblem(filedAt);
    const link = await world.supplyLinks.link("jorge", "00012345", filedAt);
    await world.supplyLinks.link("ana", "00012345", filedAt);
    await world.supplyLinks.end({ ...link, sub: "jorge" }, filedAt, "holder-changed");
    await world.check(night);
    await world.check(nightAfter(0.5));
    expect(faults()).toEqual([]);
    const done = { night: "2026-11-24", codes: 2, claims: 1, files: 2, faults: 0 };
    expect(said("records-checked")).toEqual([expect.objectContaining(done), expect.objectContaining(done)]);
  });

  it("is due from three in the morning", async () => {
    await world.check("2026-11-24T07:59:00.000Z");
    await world.check("2026-11-24T08:00:00.000Z");
    expect(said("records-checked").map(({ night: of }) => of)).toEqual(["2026-11-23", "2026-11-24"]);
  });

  const seeded: [when: string, spoil: () => Promise<unknown>, point: number, says: RegExp][] = [
    ["a claim lost its code", () => world.remove(codeKeyOf(code)), 1, /^it was given to \w+; no item bears it$/],
    [
      "nothing is left of a claim but its codes",
      async () => {
        await world.remove(await headOf());
        await world.remove(await world.the("REGISTER#", /^CLAIM#/));
      },
      1,
      /^it names \w+, which is missing$/,
    ],
    [
      "a cargo is found as another claim's",
      async () => world.put({ ...(await world.the("VERIFICATION#", /./)), claimId: "other" }),
      1,
      /^the cargo d1 is found as none of its claim$/,
    ],
    [
      "a code names another claim",
      async () => world.put({ ...(await world.the("CODE#", /./)), claimId: "other" }),
      2,
      /^it was given to \w+ and names other$/,
    ],
    [
      "two claims have one code",
      async () => {
        const other = (await world.fileOne(filedAt)).file.head;
        await world.put({ ...(await headOf(other.claimId)), code });
      },
      2,
      /^its code is of something else, or of nothing$/,
    ],
    [
      "a claim has another code than it was given",
      async () => world.put({ ...(await headOf()), code: "RE-2026-999999-9" }),
      2,
      /^it names \w+, which bears RE-2026-999999-9$/,
    ],
    [
      "a code was never taken",
      async () => world.remove(await world.the("CODES#", /./, world.billing), world.billing),
      2,
      /^its code was never given$/,
    ],
    [
      "a code was taken for another",
      async () => world.put({ ...(await world.the("CODES#", /./, world.billing)), id: "other" }, world.billing),
      2,
      /^its code was given to other$/,
    ],
    [
      "an entry cannot be read",
      async () => world.put({ ...(await world.the("CLAIM#", /^C#00001$/)), event: "{" }),
      3,
      /^what is stored of it cannot be read: SyntaxError$/,
    ],
    ["a document is not kept", async () => world.objects.delete("documents/d1"), 6, /^documents\/d1 is not kept$/],
    [
      "an attachment is shorter",
      async () => world.objects.set("attachments/u1", 3),
      6,
      /^attachments\/u1 has 3 bytes of 10$/,
    ],
    [
      "the form of a request is not kept",
      async () => {
        const { problemId } = await world.fileProblem(filedAt);
        const form = {
          documentId: "d2",
          kind: "problem-form",
          fileName: "a.pdf",
          sizeBytes: 10,
          sha256: "d2",
        } as const;
        await world.problems.addForm(problemId, { ...form, verificationCode: "CODE-d2" });
      },
      6,
      /^documents\/d2 is not kept$/,
    ],
    [
      "somebody of the staff acted and opened nothing",
      () => entry("work-noted", { text: "Lo llamé." }, person("analyst-2", "analyst")),
      12,
      /^entry \d+, work-noted, and nothing was opened in that name$/,
    ],
    [
      "a document is not found by its code",
      async () => {
        await world.issue(claimId, "d2", "resolution");
        await world.remove(await world.the("VERIFICATION#CODE-d2", /./));
      },
      13,
      /^the document d2 is not found by its code$/,
    ],
    [
      "an attachment lost its item",
      async () => world.remove(await world.the("UPLOAD#u1", /./)),
      13,
      /^the attachment u1 is missing$/,
    ],
    ["a hold lost its key", async () => world.remove(await world.the("HOLD#", /./)), 13, /^the key of its hold opens/],
    [
      "a notice lost its key",
      async () => {
        const details = { noticeId: "n1", noticeKey: "secret", of: 1, how: "email", to: "x@example.pe" };
        await entry("work-noted", { text: "", ...details });
        await world.put({ ...noticeKeyOf("secret"), claimId: "other", noticeId: "n1" });
      },
      13,
      /^a key of its notices opens none of its own$/,
    ],
    [
      "its account lost it",
      async () => world.remove(await world.the("ACCOUNT#", /^CLAIM#/)),
      13,
      /^the account that filed it does not have it$/,
    ],
    [
      "a submission that it names is missing",
      () =>
        entry(
          "submission-received",
          { submissionId: "s1", submissionNumber: "1", subject: "", attachments: [] },
          maria,
        ),
      13,
      /^it names s1, which is missing$/,
    ],
    [
      "its month does not list it",
      async () => world.remove(await world.the("REGISTER#", /^CLAIM#/)),
      13,
      /^\w+ is in no month's list$/,
    ],
    [
      "a month lists a claim that is gone",
      async () => world.remove(await headOf()),
      13,
      /^it is listed in its month and has no head$/,
    ],
    [
      "a link was ended and its supply still names its account",
      async () => {
        const his = await world.supplyLinks.link("jorge", "00012345", filedAt);
        const named = await world.the("SUPPLY#00012345", /^LINK#/);
        await world.supplyLinks.end({ ...his, sub: "jorge" }, filedAt, "holder-changed");
        await world.put(named);
      },
      13,
      /^the link \S+ of its supply is of an account without it$/,
    ],
  ];
  it.for(seeded)("names the fault if %s, and nothing of a person", async ([, spoil, point, says]) => {
    await spoil();
    await world.check(night);
    expect(faults()).toContainEqual({ code: expect.any(String), point, says: expect.stringMatching(says) });
    expect(said("records-checked")).toEqual([expect.objectContaining({ faults: faults().length })]);
    const text = JSON.stringify(lines());
    for (const personal of ["maria", "jorge", "analyst-", "CLIENTE", "00000001", "00012345", "Lo llamé", "example.pe"])
      expect(text).not.toContain(personal);
  });

  it("asks of an act of staff that they opened something in the sixteen minutes before it", async () => {
    await entry("work-noted", { text: "Lo llamé." }, person("analyst-2", "analyst"));
    await world.opened("analyst-2", claimId, new Date(Date.parse(filedAt) - 16 * 60_000 - 1).toISOString());
    await world.check(night);
    expect(faults()).toHaveLength(1);
    await world.opened("analyst-2", "another", new Date(Date.parse(filedAt) - 16 * 60_000).toISOString());
    await world.check(nightAfter(1));
    expect(faults()).toHaveLength(1);
  });
});

describe("the work of who is absent", () => {
  afterEach(() => vi.useRealTimers());

  it("is passed on without opening a case: none of its entries is a fault, and any other act of who passed it is", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
    await world.assign(claimId, 1, "inspector-1");
    const pass = (sub: string) =>
      world.as(["manager-1", "manager"], handOverWork, {
        params: { sub },
        body: { reason: "Está de licencia.", until: "2026-11-30" },
      });
    expect((await pass("analyst-1")).body).toMatchObject({ claims: 1 });
    expect((await pass("inspector-1")).body).toMatchObject({ visits: 1 });
    await world.check(night);
    expect(faults()).toEqual([]);
    await entry("work-noted", { text: "Lo llamé." }, person("manager-1", "manager"));
    await world.check(nightAfter(1));
    expect(faults()).toEqual([expect.objectContaining({ point: 12, says: expect.stringContaining("work-noted") })]);
  });
});

describe("a claim that is over", () => {
  /** Withdrawn two days after it was filed. */
  const withdraw = async () => {
    const [asked, taken] = ["2026-11-24T15:00:00.000Z", "2026-11-25T15:00:00.000Z"];
    const [by, signer] = [person("analyst-1", "analyst"), person("signer-1", "signer")];
    await world.elsewhere(claimId, asked, [{ type: "claim-accepted", effectiveAt: asked, by, details: {} }]);
    await world.elsewhere(claimId, asked, [asksToWithdraw(asked)]);
    const details = { number: "1", reason: "Lo pidió.", signer: "PERSONA DE PRUEBA", authenticatedAt: "" };
    const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
    await world.elsewhere(claimId, taken, [
      { type: "withdrawal-accepted", effectiveAt: taken, by: signer, details: { ...details, seal } },
    ]);
    await world.opened("analyst-1", claimId, asked);
    await world.opened("signer-1", claimId, taken);
  };

  it("is checked each night of a week, and then once in four", async () => {
    await withdraw();
    await world.remove(await world.the("HOLD#", /./));
    const named = async (from: number, nights: number) => {
      const before = faults().length;
      for (let at = from; at < from + nights; at += 1) await world.check(nightAfter(at));
      return faults().length - before;
    };
    expect(await named(1, 8)).toBe(8);
    expect(await named(60, allWithin)).toBe(1);
    expect(await named(60 + allWithin, allWithin)).toBe(1);
  });

  it("is checked every night while it is open", async () => {
    await world.remove(await world.the("HOLD#", /./));
    for (let at = 20; at < 24; at += 1) await world.check(nightAfter(at));
    expect(faults()).toHaveLength(4);
  });
});

it("names a kept attachment without an item once in four weeks, and none that has one", async () => {
  world.objects.set("attachments/u2", 10);
  for (let at = 60; at < 60 + allWithin; at += 1) await world.check(nightAfter(at));
  expect(faults()).toEqual([{ code: "u2", point: 6, says: "it is kept, and no item says of what" }]);
});

describe("a check that may not go on", () => {
  it("goes on where it stopped, and names everything once, in a later night too", async () => {
    for (let made = 0; made < 104; made += 1) await world.fileOne(filedAt);
    await world.remove(codeKeyOf(code));
    world.objects.delete("documents/d1");
    const runs = [night, nightAfter(0.1), nightAfter(1), nightAfter(1.1)];
    for (const now of runs) await world.check(now, 1);
    expect(said("records-unfinished").map(({ codes, claims, night: of }) => [of, codes, claims])).toEqual([
      ["2026-11-24", 100, 0],
      ["2026-11-24", 105, 0],
      ["2026-11-24", 105, 100],
      ["2026-11-24", 105, 105],
    ]);
    for (const now of [nightAfter(1.2), nightAfter(1.21)]) await world.check(now, 1);
    const points = faults().map(({ point }) => point);
    expect(points.toSorted()).toEqual([1, 2, 6]);
    expect(said("records-checked")).toEqual([
      expect.objectContaining({ night: "2026-11-24", codes: 105, claims: 105, files: 2, faults: 3 }),
    ]);
    await world.check(nightAfter(1.3));
    expect(said("records-checked").at(-1)).toMatchObject({ night: "2026-11-25", claims: 105, faults: 3 });
  });

  it("does the steps again of a run that ended before it noted them", async () => {
    let ends = true;
    world = await checkWorld(local, {
      faults: async (files) => {
        if (ends) throw new Error("the bucket does not answer");
        return files.map((file) => ({ file, says: "it is not kept" }));
      },
    });
    const { head } = (await world.fileOne(filedAt)).file;
    await world.issue(head.claimId, "d3");
    await expect(world.check(night)).rejects.toThrow("does not answer");
    expect(said("records-checked")).toEqual([]);
    ends = false;
    await world.check(nightAfter(0.1));
    expect(faults()).toEqual([{ code: head.code, point: 6, says: "it is not kept" }]);
  });
});
