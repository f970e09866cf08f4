import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  acknowledgeNotice,
  checkClaim,
  checkRecourse,
  fileClaim,
} from "../../../../shared/contract/claim/claim-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimBody, claimsWorld, decidedClaim, sendFile } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = await claimsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
  readonly term?: { readonly dueDate: string; readonly days: readonly object[] };
}

const ana = customer("ana");
const linkOf = async (sub = "ana") => (await world.deps.supplyLinks.link(sub, "00012345", now)).linkId;
const check = async (body: object, claims = ana) =>
  call(world.handler, checkClaim, { claims, body: { linkId: await linkOf(), ...body } });
const short = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${severity} ${rule}`);
const warningsOf = (findings: readonly Finding[]) => short(findings.filter(({ severity }) => severity === "warns"));
const said = () => {
  const { linkId: _, ...body } = claimBody("");
  return body;
};

describe("a claim, before it is sent", () => {
  it("is shown the term of its receipt, day by day", async () => {
    const { status, body } = await check(said());
    expect(status).toBe(200);
    const [term] = body.findings;
    expect(term).toMatchObject({ rule: "term", severity: "explains" });
    expect(term.text).toContain("octubre de 2026");
    expect(term.term.days.at(-1).date).toBe(term.term.dueDate);
  });

  it("takes a claim of which nothing is said, and says what it lacks", async () => {
    const { status, body } = await check({});
    expect(status).toBe(200);
    expect(warningsOf(body.findings).filter((each) => each === "warns form-required")).toHaveLength(3);
  });

  it.each([
    ["not declared", { declares: false }, 1],
    ["of which nothing is said of the declaration", {}, 1],
    ["declared", { declares: true }, 0],
  ])("%s, is answered that it is received and may have to be completed", async (_, declares, times) => {
    const { body } = await check({ ...said(), ...declares });
    const warned = body.findings.filter(({ text }: Finding) => text.includes("tu declaración de que es verdad"));
    expect(warned).toHaveLength(times);
    for (const { text } of warned) expect(text).toMatch(/se recibe igual.*2 días hábiles para completarlo/);
  });

  it("names a claim about the same", async () => {
    const first = await call(world.handler, fileClaim, { claims: ana, body: claimBody(await linkOf()) });
    expect(first.status).toBe(201);
    const { body } = await check(said());
    expect(warningsOf(body.findings)).toContain("warns duplicate");
    expect(body.findings.map(({ text }: Finding) => text).join(" ")).toContain(first.body.code);
  });

  it("says nothing of another's claim about the same", async () => {
    await world.world.fileOne(now);
    const { body } = await check(said());
    expect(warningsOf(body.findings)).not.toContain("warns duplicate");
  });

  it("files nothing", async () => {
    await check(said());
    expect(await world.world.supplyClaims.heads("00012345", 5)).toEqual([]);
  });

  it("says that it is late, and it is filed all the same", async () => {
    vi.setSystemTime("2027-06-01T15:00:00.000Z");
    const { body } = await check(said());
    expect(warningsOf(body.findings)).toContain("warns term");
    const filed = await call(world.handler, fileClaim, { claims: ana, body: claimBody(await linkOf()) });
    expect(filed.status).toBe(201);
  });

  it("is refused a supply or a receipt that is not theirs", async () => {
    const foreign = await check({ linkId: await linkOf("eva") });
    expect([foreign.status, foreign.body.type]).toEqual([404, "urn:caudal:supply-not-linked"]);
    const other = await check({ receipts: [{ number: "S001-99999999", period: "2026-10" }] });
    expect(other.body.type).toBe("urn:caudal:receipt-not-found");
  });
});

describe("a recourse, before it is sent", () => {
  const maria = customer("maria");
  const decided = async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "000900-2026-MOQ");
    await call(world.handler, acknowledgeNotice, { params: { noticeKey }, body: {} });
    return claimId;
  };
  const checkOf = async (claimId: string, body: object, claims = maria) =>
    call(world.handler, checkRecourse, { claims, params: { claimId }, body });

  it("is shown its term and which recourse fits", async () => {
    const claimId = await decided();
    const { status, body } = await checkOf(claimId, {});
    expect(status).toBe(200);
    expect(short(body.findings)).toEqual(["explains term", "explains recourse-fit", "warns form-required"]);
    expect(body.findings[0].term).toMatchObject({ amount: 15, calendar: "USER", dueDate: "2026-12-17" });
  });

  it("without new evidence is shown that an appeal fits; with it, that it will do", async () => {
    const claimId = await decided();
    const without = await checkOf(claimId, { kind: "reconsideration", grounds: "No es así." });
    expect(warningsOf(without.body.findings)).toEqual(["warns recourse-fit"]);
    const uploadIds = [await sendFile(world.world, "maria", "new-1")];
    const withIt = await checkOf(claimId, { kind: "reconsideration", grounds: "No es así.", uploadIds });
    expect(warningsOf(withIt.body.findings)).toEqual([]);
    const refused = [await sendFile(world.world, "maria", "new-2", "refused")];
    const ofNothing = await checkOf(claimId, { kind: "reconsideration", grounds: "No es así.", uploadIds: refused });
    expect(warningsOf(ofNothing.body.findings)).toEqual(["warns recourse-fit"]);
  });

  it("says that it is late", async () => {
    const claimId = await decided();
    vi.setSystemTime("2026-12-18T05:00:00.000Z");
    const { body } = await checkOf(claimId, { kind: "appeal", grounds: "No es así." });
    expect(warningsOf(body.findings)).toEqual(["warns term"]);
  });

  it("of another's claim is not found", async () => {
    const { status } = await checkOf(await decided(), {}, ana);
    expect(status).toBe(404);
  });
});
