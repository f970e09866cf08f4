import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import type { Decision } from "../../../../shared/casework/case/record.ts";
import { sendCopy } from "../../../../shared/contract/counter/intake-routes.ts";
import { listCopiesToPost, postCopy } from "../../../../shared/contract/notice/notice-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { clerk, on, openCaseFiles, shown, world } from "../case-file-world.ts";
import { filedAt, type Worker } from "../casework-world.ts";

openCaseFiles();

const manager: Worker = ["manager-1", "manager"];
const operator = person("operator-1", "operator");
/** The day of the calls, Monday 23 November 2026. */
const since = "2026-11-23";
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];
const listed = async (who: Worker = clerk) => (await world.as(who, listCopiesToPost)).body;
const rowsOf = async (claimId: string) =>
  (await listed()).copies.filter((one: { claimId: string }) => one.claimId === claimId);
const post = (claimId: string, of: number, postedOn = since, key: string = randomUUID(), who: Worker = clerk) =>
  world.as(who, postCopy, { params: { claimId, of: String(of) }, body: { postedOn }, key });

const consent: Decision["entries"][number] = {
  ...{ type: "notice-consent", effectiveAt: filedAt, by: operator },
  details: { channel: "email", granted: true, taken: { came: "telephone" } },
};
const withdrawal: Decision["entries"][number] = {
  ...{ type: "withdrawal-requested", effectiveAt: filedAt, by: operator, of: "claim", standing: { as: "holder" } },
  details: { reason: "", taken: { came: "telephone" } },
};

/** A claim of somebody with this contact, who says something by telephone of which they are then notified. */
async function said(contact: object, ...entries: Decision["entries"]): Promise<string> {
  return saidAt(filedAt, contact, ...entries);
}

async function saidAt(now: string, contact: object, ...entries: Decision["entries"]): Promise<string> {
  const claimant = { ...form.claimant, ...contact };
  const { file } = await world.fileOne(now, { form: { ...form, claimant } });
  const { claimId } = file.head;
  for (const entry of entries) {
    const { seq } = (await world.elsewhere(claimId, now, [entry])).file.events.at(-1) ?? { seq: 0 };
    await notify(claimId, seq, now);
  }
  return claimId;
}

async function notify(claimId: string, seq: number, now = filedAt): Promise<void> {
  const texts = { send: async () => ({ messageId: `${claimId}-${seq}` }) };
  const mail = { send: async () => ({ messageId: `${claimId}-${seq}` }) };
  await sendNotices({ ...world, ...noticeDeps, notices: fixedNotices(), mail, texts, now: () => now })({
    claimId,
    seq,
  });
}

const nothing = { email: undefined, telephone: "053461000", notifyByEmail: false };
const seqOf = async (claimId: string, type: "notice-consent" | "withdrawal-requested") =>
  lastEntry(await eventsOf(claimId), type)?.seq ?? 0;

describe("the written copies of what was said by telephone", () => {
  it("are on the list of who has neither mail nor mobile, with address, day and term; the others' are sent", async () => {
    const [landline, mail, mobile] = [
      await said(nothing, withdrawal),
      await said({}, withdrawal),
      await said({ email: undefined, notifyByEmail: false }, withdrawal),
    ];
    on(filedAt);
    expect(await rowsOf(landline)).toEqual([
      {
        claimId: landline,
        code: expect.stringMatching(/^RE-2026-/),
        claimantName: "CLIENTE DE PRUEBA UNO",
        to: "CALLE FICTICIA 101",
        of: await seqOf(landline, "withdrawal-requested"),
        type: "withdrawal-requested",
        since,
        until: "2026-11-26",
        workingDays: 3,
      },
    ]);
    for (const claimId of [mail, mobile]) expect(await rowsOf(claimId)).toEqual([]);
    expect((await listed(manager)).more).toBe(false);
    expect((await world.as(["analyst-1", "analyst"], listCopiesToPost)).status).toBe(403);
    on("2026-11-30T15:00:00.000Z");
    expect((await rowsOf(landline))[0].workingDays).toBeLessThan(0);
  });

  it("leave the list once posted, in the case's chain: by whom, on which day, to where; a second time does nothing", async () => {
    const claimId = await said(nothing, withdrawal, consent);
    const of = await seqOf(claimId, "withdrawal-requested");
    on("2026-11-25T15:00:00.000Z");
    expect(await rowsOf(claimId)).toHaveLength(2);
    expect((await shown(claimId)).copiesByPost).toMatchObject([
      { of, since },
      { type: "notice-consent", since },
    ]);
    const key = "posted-on-tuesday-1";
    const posted = await post(claimId, of, "2026-11-24", key);
    expect(posted).toMatchObject({ status: 200, body: { left: 1 } });
    expect((await post(claimId, of, "2026-11-24", key)).text).toBe(posted.text);
    expect(await post(claimId, of)).toMatchObject({
      status: 409,
      body: { detail: "Esa copia ya consta como enviada, o no va por correo postal." },
    });
    const notes = entriesOf(await eventsOf(claimId), "work-noted");
    expect(notes).toMatchObject([
      {
        by: { sub: "clerk-1" },
        recordedAt: "2026-11-25T15:00:00.000Z",
        details: { copy: { of, postedOn: "2026-11-24", to: "CALLE FICTICIA 101" } },
      },
    ]);
    expect(await rowsOf(claimId)).toMatchObject([{ type: "notice-consent" }]);
    expect((await shown(claimId)).copiesByPost[0]).toMatchObject({ of, postedOn: "2026-11-24" });
    expect((await post(claimId, await seqOf(claimId, "notice-consent"), "2026-11-25")).body).toEqual({ left: 0 });
    expect(await rowsOf(claimId)).toEqual([]);
  });

  it("are refused on a day to come or before the call, of another entry or claim, and to who is no clerk", async () => {
    const claimId = await said(nothing, withdrawal);
    const of = await seqOf(claimId, "withdrawal-requested");
    on("2026-11-25T15:00:00.000Z");
    expect((await post(claimId, of, "2026-11-26")).body.detail).toBe("Ese día todavía no llega.");
    expect((await post(claimId, of, "2026-11-22")).body.detail).toBe("Ese día es anterior a la llamada.");
    expect((await post(claimId, 1)).status).toBe(409);
    expect((await post("nobodys", of)).status).toBe(404);
    expect((await post(claimId, of, since, randomUUID(), manager)).status).toBe(403);
    expect(await rowsOf(claimId)).toHaveLength(1);
  });

  it("of a claim by telephone are posted as its term asks, from the list or from the case", async () => {
    const claimant = { ...form.claimant, ...nothing };
    const taken = async () => {
      const { file } = await world.fileOne(filedAt, { channel: "telephone", form: { ...form, claimant } });
      await notify(file.head.claimId, 1);
      on(filedAt);
      expect(await rowsOf(file.head.claimId)).toMatchObject([{ type: "claim-filed", of: 1 }]);
      return file.head.claimId;
    };
    const [first, second] = [await taken(), await taken()];
    expect((await post(first, 1)).status).toBe(200);
    expect(await world.as(clerk, sendCopy, { params: { claimId: second }, body: { channel: "letter" } })).toMatchObject(
      {
        status: 200,
        body: { copiesByPost: [{ of: 1, postedOn: since }] },
      },
    );
    for (const claimId of [first, second]) {
      expect(entriesOf(await eventsOf(claimId), "filing-copy-sent")).toMatchObject([
        { details: { channel: "letter" } },
      ]);
      expect(await rowsOf(claimId)).toEqual([]);
      expect((await world.caseFiles.heads([claimId]))[0]?.copyRisk).toBeUndefined();
    }
  });

  it("are by day, those of the oldest call first, and as many requests however many there are", async () => {
    const later = await saidAt("2026-11-26T15:00:00.000Z", nothing, {
      ...withdrawal,
      effectiveAt: "2026-11-26T15:00:00.000Z",
    });
    const earlier = await saidAt("2026-11-20T15:00:00.000Z", nothing, {
      ...withdrawal,
      effectiveAt: "2026-11-20T15:00:00.000Z",
    });
    const own = (await listed()).copies.filter((one: { claimId: string }) => [later, earlier].includes(one.claimId));
    expect(own).toMatchObject([
      { claimId: earlier, since: "2026-11-20" },
      { claimId: later, since: "2026-11-26" },
    ]);
    let asked = 0;
    const { withCopiesToPost } = world.workLists;
    world.workLists.withCopiesToPost = (...given) => {
      asked += 1;
      return withCopiesToPost(...given);
    };
    await listed();
    world.workLists.withCopiesToPost = withCopiesToPost;
    expect(asked).toBe(1);
  });
});
