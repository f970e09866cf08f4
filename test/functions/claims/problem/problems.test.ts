import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { problems } from "../../../../functions/claims/problem/problems.ts";
import { type ApiHandler, api } from "../../../../functions/runtime/api.ts";
import { deskProblems } from "../../../../functions/telephone/problem/desk-problems.ts";
import { caseAt } from "../../../../shared/casework/case/case-at.ts";
import * as deskProblemRoutes from "../../../../shared/contract/problem/desk-problem-routes.ts";
import * as problemRoutes from "../../../../shared/contract/problem/problem-routes.ts";
import type { MaxTime } from "../../../../shared/domain/case/claim-types.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../../../shared/tenant/tenant.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer, originKey, staff } from "../../api-call.ts";
import { type ClaimsWorld, claimsWorld, sendFile } from "../claims-world.ts";

const ana = customer("ana");
const now = "2026-11-23T15:00:00.000Z";
const later = "2026-11-25T15:00:00.000Z";

let local: TestTables;
let world: ClaimsWorld;
let linkId: string;
beforeAll(async () => {
  local = await testTables();
  world = await claimsWorld(local);
  linkId = (await world.deps.supplyLinks.link("ana", "00012345", now)).linkId;
}, 60_000);
afterAll(() => local.stop());

const clockAt = (instant: string): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
};
beforeEach(() => clockAt(now));
afterEach(() => vi.useRealTimers());

/** The tenant with a time to solve a blocked sewer, or as it is, without. */
function tenantWith(maxTime: MaxTime | undefined): Tenant {
  const { tenant } = world.world;
  const law = lawInForce(tenant, calendarDay("2026-11-23"));
  const blocked = law.claimTypes["O-S1"];
  const claimTypes = { ...law.claimTypes, "O-S1": { ...blocked, value: { ...blocked.value, maxTime } } };
  return { ...tenant, laws: [{ ...law, claimTypes }] };
}
const day: MaxTime = { unit: "hours", amount: 24 };

const handlersWith = (maxTime?: MaxTime): { site: ApiHandler; deps: ApiHandler } => {
  const deps = { ...world.deps, pageViews: world.deps.attachmentDownloads, tenant: tenantWith(maxTime) };
  return {
    site: api(problemRoutes, problems(deps), { originKey }),
    deps: api(deskProblemRoutes, deskProblems(deps), { originKey }),
  };
};

const asked = { problemType: "O-S1", applicant: form.claimant, description: "El desagüe se atora en la vereda." };

async function filed(site: ApiHandler, uploadIds: readonly string[] = []): Promise<string> {
  const { status, body, text } = await call(site, problemRoutes.fileProblem, {
    claims: ana,
    body: { ...asked, linkId, uploadIds },
  });
  expect(status, text).toBe(201);
  return body.problemId;
}

describe("a request for attention", () => {
  it("is filed with its code, seen by who filed it alone, and waits on the desk", async () => {
    const { site, deps } = handlersWith(day);
    const problemId = await filed(site);
    const shown = await call(site, problemRoutes.showProblem, { claims: ana, params: { problemId } });
    expect(shown.body).toMatchObject({
      code: expect.stringMatching(/^SO-2026-\d{6}-\d$/),
      state: "received",
      until: "2026-11-24T15:00:00.000Z",
      actions: [],
      entries: [{ type: "received", by: "applicant" }],
    });
    const other = await call(site, problemRoutes.showProblem, { claims: customer("eva"), params: { problemId } });
    expect(other.status).toBe(404);
    const list = await call(site, problemRoutes.listProblems, { claims: ana });
    expect(list.body.problems[0]).toMatchObject({ problemId });
    const waiting = await call(deps, deskProblemRoutes.listDeskProblems, { claims: staff("clerk") });
    expect(waiting.body.problems).toContainEqual(
      expect.objectContaining({ problemId, applicant: expect.objectContaining({ name: "CLIENTE DE PRUEBA UNO" }) }),
    );
  });

  it("is one however often it is sent", async () => {
    const { site } = handlersWith(day);
    const request = { claims: ana, key: "twice-the-same-problem", body: { ...asked, linkId } };
    const [one, two] = await Promise.all([
      call(site, problemRoutes.fileProblem, request),
      call(site, problemRoutes.fileProblem, request),
    ]);
    expect(two.body.problemId).toBe(one.body.problemId);
    const other = { ...request, body: { ...asked, linkId, description: "Otra cosa." } };
    expect((await call(site, problemRoutes.fileProblem, other)).body.type).toBe("urn:caudal:write-key-used");
  });

  it("has its form once it is made, for who filed it and for the office", async () => {
    const { site, deps } = handlersWith(day);
    const problemId = await filed(site);
    const params = { problemId };
    const shown = async () => (await call(site, problemRoutes.showProblem, { claims: ana, params })).body.form;
    const own = () => call(site, problemRoutes.downloadProblemForm, { claims: ana, params });
    expect(await shown()).toBe("preparing");
    expect((await own()).body.type).toBe("urn:caudal:document-not-ready");
    await world.world.problems.addForm(problemId, {
      documentId: "d1",
      kind: "problem-form",
      fileName: "solicitud.pdf",
      sizeBytes: 1,
      sha256: "b".repeat(64),
      verificationCode: "0000-0000-0000-00D1",
    });
    expect(await shown()).toBe("ready");
    expect((await own()).body).toMatchObject({ fileName: "solicitud.pdf", url: expect.stringContaining("d1") });
    const other = await call(site, problemRoutes.downloadProblemForm, { claims: customer("eva"), params });
    expect(other.status).toBe(404);
    const staffs = await call(deps, deskProblemRoutes.downloadDeskProblemForm, { claims: staff("clerk"), params });
    expect(staffs.body).toMatchObject({ sha256: "b".repeat(64) });
  });

  it("stands on the desk's list by the end of its time, over the pages; one without comes last", async () => {
    const untimed = await filed(handlersWith().site);
    clockAt("2026-11-23T16:00:00.000Z");
    const { site, deps } = handlersWith({ unit: "hours", amount: 100 });
    const later = await filed(site);
    clockAt("2026-11-23T17:00:00.000Z");
    const soon = await filed(handlersWith({ unit: "hours", amount: 2 }).site);
    const listed: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const query = { limit: "1", ...(cursor !== undefined && { cursor }) };
      const { body } = await call(deps, deskProblemRoutes.listDeskProblems, { claims: staff("clerk"), query });
      listed.push(...body.problems.map((one: { problemId: string }) => one.problemId));
      cursor = body.cursor;
    }
    const order = [soon, later, untimed];
    expect(listed.filter((id) => order.includes(id))).toEqual(order);
    expect(new Set(listed).size).toBe(listed.length);
    // Back on the list after a dispute, it has its place again.
    const params = { problemId: soon };
    const solved = { solved: true, text: "Se destapó la conexión." };
    await call(deps, deskProblemRoutes.attendProblem, { claims: staff("analyst"), params, body: solved });
    const said = { claims: ana, params, body: { text: "Sigue igual." } };
    await call(handlersWith({ unit: "hours", amount: 2 }).site, problemRoutes.disputeSolution, said);
    const again = await call(deps, deskProblemRoutes.listDeskProblems, { claims: staff("clerk") });
    const ids = again.body.problems.map((one: { problemId: string }) => one.problemId);
    expect(ids.filter((id: string) => order.includes(id))).toEqual(order);
  });

  it("is refused another page than one of the list", async () => {
    const { deps } = handlersWith(day);
    const query = { cursor: Buffer.from("NO#LUGAR").toString("base64url") };
    const { body } = await call(deps, deskProblemRoutes.listDeskProblems, { claims: staff("clerk"), query });
    expect(body.type).toBe("urn:caudal:malformed-cursor");
  });

  it("leaves the list once solved, and comes back when whoever asked says it is not", async () => {
    const { site, deps } = handlersWith(day);
    const problemId = await filed(site);
    const waits = async (): Promise<boolean> =>
      (await call(deps, deskProblemRoutes.listDeskProblems, { claims: staff("clerk") })).body.problems.some(
        (one: { problemId: string }) => one.problemId === problemId,
      );
    const solved = await call(deps, deskProblemRoutes.attendProblem, {
      claims: staff("analyst"),
      params: { problemId },
      body: { solved: true, text: "Se destapó la conexión." },
    });
    expect(solved.body).toMatchObject({ state: "solved", actions: [] });
    expect(await waits()).toBe(false);
    const disputed = await call(site, problemRoutes.disputeSolution, {
      claims: ana,
      params: { problemId },
      body: { text: "Sigue saliendo agua." },
    });
    expect(disputed.body).toMatchObject({ state: "not-solved", actions: ["claim"] });
    expect(await waits()).toBe(true);
  });

  it("takes a hundred entries at most", async () => {
    const { site } = handlersWith(day);
    const problemId = await filed(site);
    const stores = world.deps.problems;
    const full: typeof stores = {
      ...stores,
      find: async (id) => {
        const found = await stores.find(id);
        const [received] = found?.entries ?? [];
        return found && received && { ...found, entries: Array.from({ length: 100 }, () => received) };
      },
    };
    const attend = (held: typeof stores) =>
      call(
        api(
          deskProblemRoutes,
          deskProblems({
            ...{ ...world.deps, pageViews: world.deps.attachmentDownloads },
            ...{ problems: held, tenant: tenantWith(day) },
          }),
          { originKey },
        ),
        deskProblemRoutes.attendProblem,
        { claims: staff("analyst"), params: { problemId }, body: { solved: false, text: "Se fue a ver." } },
      );
    expect(await attend(full)).toMatchObject({ status: 409, body: { detail: expect.stringContaining("demasiadas") } });
    expect((await attend(stores)).status).toBe(200);
  });

  it("is claimed by who filed it once its time is over, without receipt, hold or meter, and each names the other", async () => {
    const { site } = handlersWith(day);
    const problemId = await filed(site);
    const claim = () =>
      call(site, problemRoutes.claimProblem, {
        claims: ana,
        params: { problemId },
        body: { grounds: "Nadie vino a destapar el desagüe." },
      });
    expect((await claim()).body.type).toBe("urn:caudal:not-now");
    clockAt(later);
    const { status, body, text } = await claim();
    expect(status, text).toBe(201);
    expect(body).toMatchObject({ receipts: [], duplicates: [], visit: { late: false }, claimKey: expect.any(String) });
    const file = await world.world.caseFiles.read(body.claimId);
    if (!file) throw new Error("the claim is not there");
    const { filing } = caseAt(file, world.world.tenant, later);
    expect(filing).toMatchObject({ claimType: "O-S1", details: { problem: { problemId }, form: { receipts: [] } } });
    const grounds = "El desagüe se atora en la vereda.\n\nNadie vino a destapar el desagüe.";
    expect(filing.details.form).toMatchObject({ grounds, claimant: form.claimant });
    expect(file.head).toMatchObject({ hold: { held: false, version: 0 }, receipts: [] });
    const shown = await call(site, problemRoutes.showProblem, { claims: ana, params: { problemId } });
    expect(shown.body).toMatchObject({ state: "claimed", actions: [], claim: { claimId: body.claimId } });
    expect((await claim()).body.type).toBe("urn:caudal:not-now");
  });

  it("is claimed with nothing more said, in the words of the request and of what was disputed", async () => {
    const { site, deps } = handlersWith(day);
    const problemId = await filed(site);
    await call(deps, deskProblemRoutes.attendProblem, {
      claims: staff("analyst"),
      params: { problemId },
      body: { solved: true, text: "Se destapó la conexión." },
    });
    const disputed = { claims: ana, params: { problemId }, body: { text: "Sigue saliendo agua." } };
    await call(site, problemRoutes.disputeSolution, disputed);
    clockAt(later);
    const claim = { claims: ana, params: { problemId }, body: {} };
    const { body, status, text } = await call(site, problemRoutes.claimProblem, claim);
    expect(status, text).toBe(201);
    const [first] = (await world.world.caseFiles.read(body.claimId))?.events ?? [];
    const grounds = "El desagüe se atora en la vereda.\n\nSigue saliendo agua.";
    expect(first?.details).toMatchObject({ form: { grounds } });
  });

  it("without a time is made a claim by an operator alone", async () => {
    const { site, deps } = handlersWith();
    const problemId = await filed(site);
    clockAt(later);
    const own = await call(site, problemRoutes.claimProblem, {
      claims: ana,
      params: { problemId },
      body: { grounds: "Nadie vino." },
    });
    expect(own.status).toBe(409);
    const attended = { solved: false, text: "Se fue a ver." };
    await call(deps, deskProblemRoutes.attendProblem, {
      claims: staff("operator"),
      params: { problemId },
      body: attended,
    });
    const promoted = await call(deps, deskProblemRoutes.promoteProblem, {
      claims: staff("operator"),
      params: { problemId },
      body: { channel: "counter", grounds: "Vino a decir que nadie lo atendió." },
    });
    expect(promoted.status, promoted.text).toBe(201);
    expect(promoted.body.claimKey).toBeUndefined();
    const claim = await world.world.caseFiles.read(promoted.body.claimId);
    expect(claim?.events[0]?.details).toMatchObject({ problem: { attentions: [{ text: "Se fue a ver." }] } });
    expect(await world.world.caseAccess.mayOpen("ana", promoted.body.claimId)).toBe(true);
  });

  it("is taken for somebody who calls, of a supply on record or as it is dictated", async () => {
    const { deps } = handlersWith(day);
    const take = (supplyCode: string) =>
      call(deps, deskProblemRoutes.takeProblem, {
        claims: staff("operator"),
        body: { ...asked, supplyCode, channel: "telephone" },
      });
    expect((await take("12345")).body).toMatchObject({ supplyCode: "00012345", channel: "telephone" });
    expect(await take("99999")).toMatchObject({ status: 201, body: { supplyCode: "00099999", state: "received" } });
  });
});

describe("a photo of a request for attention", () => {
  const show = async (site: ApiHandler, problemId: string) =>
    (await call(site, problemRoutes.showProblem, { claims: ana, params: { problemId } })).body.attachments;
  const see = (deps: ApiHandler, problemId: string, documentId: string) =>
    call(deps, deskProblemRoutes.downloadProblemAttachment, {
      claims: staff("analyst"),
      params: { problemId, documentId },
    });

  it("is seen by who sent it, with how its check ended, and opened on the desk beside the problem", async () => {
    const { site, deps } = handlersWith(day);
    await sendFile(world.world, "ana", "street", "pending");
    const problemId = await filed(site, ["street"]);
    expect(await show(site, problemId)).toMatchObject([{ documentId: "street", state: "pending", late: false }]);
    expect((await see(deps, problemId, "street")).body.type).toBe("urn:caudal:document-not-found");
    clockAt("2026-11-23T16:00:01.000Z");
    expect(await show(site, problemId)).toMatchObject([{ state: "pending", late: true }]);
    await world.world.uploads.settle("street", "received");
    await world.world.uploads.addPages("street", 1);
    const shown = await call(deps, deskProblemRoutes.showDeskProblem, {
      claims: staff("clerk"),
      params: { problemId },
    });
    expect(shown.body.attachments).toMatchObject([{ documentId: "street", state: "received", late: false }]);
    expect((await see(deps, problemId, "street")).body).toMatchObject({
      fileName: "foto.jpg",
      url: expect.stringContaining("attachments/street"),
      pages: [expect.stringContaining("street/1.jpg")],
    });
  });

  it("says why it was refused, and is not opened then", async () => {
    const { site, deps } = handlersWith(day);
    await sendFile(world.world, "ana", "broken", "pending");
    const problemId = await filed(site, ["broken"]);
    await world.world.uploads.settle("broken", "refused", "El archivo está dañado.");
    expect(await show(site, problemId)).toMatchObject([{ state: "refused", reason: "El archivo está dañado." }]);
    expect((await see(deps, problemId, "broken")).body.type).toBe("urn:caudal:document-not-found");
  });

  it("of another request, of nobody and of somebody else is not found", async () => {
    const { site, deps } = handlersWith(day);
    await sendFile(world.world, "ana", "hers");
    await sendFile(world.world, "eva", "evas");
    const problemId = await filed(site, ["hers"]);
    const without = await filed(site);
    expect((await see(deps, without, "hers")).body.type).toBe("urn:caudal:document-not-found");
    expect((await see(deps, "nobodys", "hers")).body.type).toBe("urn:caudal:problem-not-found");
    const body = { ...asked, linkId };
    for (const uploadIds of [["evas"], ["hers"], ["none"]]) {
      const again = await call(site, problemRoutes.fileProblem, { claims: ana, body: { ...body, uploadIds } });
      expect(again.body.type).toBe("urn:caudal:upload-not-found");
    }
    const claimed = { claims: ana, params: { problemId: without }, body: { uploadIds: ["hers"] } };
    clockAt(later);
    expect((await call(site, problemRoutes.claimProblem, claimed)).body.type).toBe("urn:caudal:upload-not-found");
    expect(await show(site, problemId)).toHaveLength(1);
  });

  it("is filed once, however often its request is sent", async () => {
    const { site } = handlersWith(day);
    await sendFile(world.world, "ana", "once");
    const request = { claims: ana, key: "once-with-a-photo", body: { ...asked, linkId, uploadIds: ["once"] } };
    const one = await call(site, problemRoutes.fileProblem, request);
    const two = await call(site, problemRoutes.fileProblem, request);
    expect(two.body).toEqual(one.body);
    expect(two.body.attachments).toHaveLength(1);
  });

  it("goes into the claim with the ones added then, but not a refused one nor one that never came", async () => {
    const { site } = handlersWith(day);
    await sendFile(world.world, "ana", "good");
    await sendFile(world.world, "ana", "bad", "refused");
    await sendFile(world.world, "ana", "lost", "pending");
    await sendFile(world.world, "ana", "locked", "pending");
    await sendFile(world.world, "ana", "added");
    const problemId = await filed(site, ["good", "bad", "lost", "locked"]);
    await world.world.uploads.settle("locked", "unreadable", "El PDF pide una contraseña.");
    clockAt(later);
    const { body, status, text } = await call(site, problemRoutes.claimProblem, {
      claims: ana,
      params: { problemId },
      body: { uploadIds: ["added"] },
    });
    expect(status, text).toBe(201);
    const [filing] = (await world.world.caseFiles.read(body.claimId))?.events ?? [];
    expect(filing?.details).toMatchObject({
      attachments: [
        { documentId: "good", state: "received" },
        { documentId: "locked", state: "unreadable" },
        { documentId: "added", state: "received" },
      ],
    });
    expect(await world.world.uploads.find("good")).toMatchObject({ problemId, claimId: body.claimId });
    expect(await world.world.uploads.find("lost")).not.toHaveProperty("claimId");
  });

  it("on its way when the claim is made is awaited by the claim", async () => {
    const { site } = handlersWith({ unit: "hours", amount: 12 });
    const createdAt = "2026-11-24T20:00:00.000Z";
    clockAt(createdAt);
    const file = { fileName: "foto.jpg", contentType: "image/jpeg", sizeBytes: 10, sha256: "a".repeat(64) } as const;
    const coming = { documentId: "coming", by: "ana", createdAt, office: "MOQ", ...file, state: "pending" } as const;
    await world.world.uploads.announce(coming, 100);
    const problemId = await filed(site, ["coming"]);
    clockAt(later);
    const claim = { claims: ana, params: { problemId }, body: {} };
    const { body, status, text } = await call(site, problemRoutes.claimProblem, claim);
    expect(status, text).toBe(201);
    const [filing] = (await world.world.caseFiles.read(body.claimId))?.events ?? [];
    expect(filing?.details).toMatchObject({ attachments: [{ documentId: "coming", state: "pending" }] });
    expect(await world.world.uploads.find("coming")).toMatchObject({ claimId: body.claimId, waits: true });
  });

  it("that somebody brings to the counter is filed by who attends them", async () => {
    const { deps } = handlersWith(day);
    const { sub } = staff("operator");
    await sendFile(world.world, String(sub), "brought");
    const taken = await call(deps, deskProblemRoutes.takeProblem, {
      claims: staff("operator"),
      body: { ...asked, supplyCode: "12345", channel: "counter", uploadIds: ["brought"] },
    });
    expect(taken.body.attachments).toMatchObject([{ documentId: "brought", state: "received" }]);
  });
});
