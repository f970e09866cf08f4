import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { lapseSubmissions } from "../../../../functions/sweep/lapse-submissions.ts";
import { trackDeliveries } from "../../../../functions/track-deliveries/track-deliveries.ts";
import { observationNotifiedStep, termFromMessage } from "../../../../shared/casework/resolution/correction-term.ts";
import type { MailLetter } from "../../../../shared/storage/notice/mail.ts";
import type { NewSubmission, SubmissionStep } from "../../../../shared/storage/submission/submissions.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../notice-deps.ts";

let local: TestTables;
let world: CaseWorld;
const mails: MailLetter[] = [];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  mails.length = 0;
  texts.length = 0;
  captureLog();
});
afterEach(() => void vi.restoreAllMocks());

const submission: NewSubmission = {
  submissionId: "f1",
  number: "MP-2026-000001-1",
  kind: "document",
  subject: "Carta reservada",
  text: "",
  presenter: "CLIENTE DE PRUEBA UNO",
  email: "cliente@example.pe",
  channel: "web",
  sub: "maria",
  office: "MOQ",
  presentedAt: "2026-11-23T15:00:00.000Z",
  filedOn: "2026-11-23",
  state: "presented",
  attachments: [],
};
const file = (more: Partial<NewSubmission> = {}) => world.transact(world.submissions.file({ ...submission, ...more }));
async function step(
  entry: SubmissionStep["entry"]["type"],
  set: SubmissionStep["set"] = {},
  submissionId = "f1",
): Promise<void> {
  const found = await world.submissions.find(submissionId);
  if (!found) throw new Error("not filed");
  const at = "2026-11-24T15:00:00.000Z";
  const text = set.remark;
  const taken = world.submissions.step(found, { entry: { type: entry, at, by: "staff-1", text }, set });
  expect(await world.transact(taken)).toEqual({ done: true });
}
const texts: string[] = [];
const observe = () => step("observed", { state: "observed", remark: "Falta." });
const found = () => world.submissions.find("f1");
const today = "2026-11-24T15:00:00.000Z";
interface Try {
  readonly send?: () => Promise<"refused">;
  readonly now?: string;
}
const notifyAll = (submissionId = "f1", { send, now = today }: Try = {}) =>
  sendNotices({
    ...world,
    ...noticeDeps,
    notices: fixedNotices(),
    mail: {
      send: async (letter) => {
        mails.push(letter);
        return send ? send() : { messageId: String(mails.length) };
      },
    },
    texts: {
      send: async (to, text) => {
        texts.push(`${to} ${text}`);
        return send ? send() : { messageId: `sms-${texts.length}` };
      },
    },
    now: () => now,
  })({ submissionId });
const subjects = () => mails.map(({ subject }) => subject);

describe("who presented a document", () => {
  it("is notified of it, and of each step that concerns them, once and in order", async () => {
    await file();
    await notifyAll();
    await notifyAll();
    expect(subjects()).toEqual(["Presentado: documento MP-2026-000001-1"]);
    await observe();
    await step("remedied", { state: "presented", remark: undefined, remedyBy: undefined });
    await step("received", { state: "received", receivedAt: "2026-11-25T15:00:00.000Z" });
    await step("forwarded", { area: "Gerencia Técnica" });
    await step("answered", { answeredAt: "2026-11-26T15:00:00.000Z" });
    await Promise.all([notifyAll(), notifyAll()]);
    expect(new Set(subjects().slice(1))).toEqual(
      new Set(["Le falta algo", "Recibido", "Respondido"].map((what) => `${what}: documento MP-2026-000001-1`)),
    );
    const before = mails.length;
    await notifyAll();
    expect(mails).toHaveLength(before);
    expect(mails[0]?.text).toContain("https://reclamos.example.pe/mesa-de-partes/f1/");
    for (const { subject, text } of mails) expect(subject + text).not.toMatch(/CLIENTE|reservada/);
  });

  it("is notified of none of several steps with one mark for all", async () => {
    await file();
    await notifyAll();
    await step("remedied", { state: "presented", remark: undefined, remedyBy: undefined });
    await step("forwarded", { area: "Gerencia Técnica" });
    const marks = vi.spyOn(world.submissions, "markNotified");
    await notifyAll();
    expect([mails.length, marks.mock.calls]).toEqual([1, [["f1", 3, []]]]);
  });

  it("with a key and no account is sent to the page that opens it by number and key, and not to the office", async () => {
    const { sub: _, ...guest } = submission;
    await world.transact(world.submissions.file({ ...guest, key: "keykeykeykeykeykeykey1" }));
    await step("received", { state: "received", receivedAt: today });
    await step("copy-asked");
    await notifyAll();
    const [received = "", copy = ""] = ["Recibido", "Necesitamos otra copia"].map(
      (what) => mails.find(({ subject }) => subject.startsWith(what))?.text,
    );
    expect(received).toContain("Ábrelo ahí con su número y su clave.");
    expect(received).toContain("https://reclamos.example.pe/mesa-de-partes/");
    expect(received).not.toMatch(/oficina\.\n|mesa-de-partes\/f1/);
    expect(copy).toContain("Preséntalo otra vez por la web como documento, con este número en el asunto");
    expect(received + copy).not.toContain("keykey");
  });

  it("is not written to without a mail, nor twice where the mail is refused", async () => {
    await file({ submissionId: "f2", number: "MP-2026-000002-1", email: undefined });
    await notifyAll("f2");
    expect(mails).toEqual([]);
    await file();
    await notifyAll("f1", { send: async () => "refused" });
    await notifyAll();
    expect(mails).toHaveLength(1);
  });

  it("is notified when the days to remedy it are over, which is recorded once", async () => {
    await file();
    await notifyAll();
    await observe();
    await notifyAll();
    const lapse = (now: string) => lapseSubmissions(world, now);
    expect(await lapse("2026-11-28T04:59:59.999Z")).toBe(0);
    expect((await found())?.state).toBe("observed");
    expect(await lapse("2026-11-28T05:00:00.000Z")).toBe(1);
    expect(await lapse("2026-11-28T05:00:00.000Z")).toBe(0);
    expect(await found()).toMatchObject({
      state: "not-presented",
      entries: [{}, { type: "notified" }, { type: "lapsed" }],
    });
    await notifyAll();
    expect(subjects().at(-1)).toBe("No presentado: documento MP-2026-000001-1");
  });

  it("is written to on the mobile they left, where they left no mail", async () => {
    await file({ email: undefined, telephone: "900000001" });
    await observe();
    await notifyAll();
    expect(mails).toEqual([]);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(
      /^900000001 EPS de prueba: le falta algo: documento MP-2026-000001-1\. Corrigelo hasta el .*27/,
    );
    expect(await found()).toMatchObject({ remedyBy: "2026-11-27", entries: [{}, { type: "notified", to: "sms" }] });
  });

  it("has no page to read it on: what is missing stands in the message", async () => {
    await file({ email: undefined, telephone: "900000001", channel: "counter", sub: undefined });
    await observe();
    await notifyAll();
    expect(texts[1]).toContain("a tu documento MP-2026-000001-1 le falta: Falta.");
    expect(texts[1]).not.toContain("https://");
  });

  it("is not texted on a telephone at home", async () => {
    await file({ email: undefined, telephone: "53000000" });
    await observe();
    await notifyAll();
    expect([mails, texts]).toEqual([[], []]);
    expect(await found()).not.toHaveProperty("remedyBy");
  });

  it("needs a submission that is there", async () => {
    await expect(notifyAll("nunca")).rejects.toThrow("no submission");
  });
});

describe("the days to mend what was observed", () => {
  it("run from the mail that is sent, which states them and what is missing", async () => {
    await file();
    await observe();
    await notifyAll();
    expect(mails.at(-1)?.text).toContain("le falta algo: Falta.");
    expect(mails.at(-1)?.text).toContain("Corrígelo a más tardar el viernes 27 de noviembre de 2026");
    expect(await found()).toMatchObject({
      remedyBy: "2026-11-27",
      entries: [{}, { type: "notified", to: "email", by: "send-notices", at: today, effectiveAt: today }],
    });
    await notifyAll();
    expect((await found())?.entries).toHaveLength(2);
  });

  it("run from the next working hours if it is sent outside them", async () => {
    await file();
    await observe();
    await notifyAll("f1", { now: "2026-11-28T15:00:00.000Z" });
    const entries = [{}, { effectiveAt: "2026-11-30T13:00:00.000Z" }];
    expect(await found()).toMatchObject({ remedyBy: "2026-12-02", entries });
  });

  it.each([
    ["no way to write was left", { email: undefined }, undefined],
    ["the mail is refused", {}, async () => "refused" as const],
  ])("do not run where %s", async (_, more, send) => {
    await file(more);
    await observe();
    await notifyAll("f1", send ? { send } : {});
    expect(await found()).toMatchObject({ state: "observed", entries: [{ type: "observed" }] });
    expect(await found()).not.toHaveProperty("remedyBy");
    expect(await lapseSubmissions(world, "2027-01-20T15:00:00.000Z")).toBe(0);
  });

  it("run once, notified by two at the same moment", async () => {
    await file();
    await observe();
    await Promise.all([notifyAll(), notifyAll()]);
    expect((await found())?.entries.map(({ type }) => type)).toEqual(["observed", "notified"]);
  });
});

describe("a mail that comes back", () => {
  const follow = (messageId: string, reason: string, at = "2026-11-25T15:00:00.000Z") =>
    trackDeliveries({ ...world, now: () => at })({ became: "bounced", messageId, at, reason }, at);
  const notified = async (more: Partial<NewSubmission> = {}) => {
    await file(more);
    await notifyAll();
    await observe();
    await notifyAll();
  };
  const waits = async (list: "to-notify" | "observed") => (await world.submissions.listed("MOQ", list, 9)).length;

  it.each(["Permanent", "Transient"])(
    "undoes the notification: the clerk notifies, and nothing lapses (%s)",
    async (reason) => {
      await notified();
      expect([await waits("to-notify"), await waits("observed")]).toEqual([0, 1]);
      await follow("2", reason);
      await follow("2", reason);
      expect(await found()).toMatchObject({
        state: "observed",
        entries: [{}, { type: "notified" }, { type: "notice-returned" }],
      });
      expect([await waits("to-notify"), await waits("observed")]).toEqual([1, 0]);
      expect(await lapseSubmissions(world, "2027-01-20T15:00:00.000Z")).toBe(0);
      await notifyAll();
      expect(mails).toHaveLength(2);
    },
  );

  it("is notified again on the mobile they left too", async () => {
    await notified({ telephone: "900000001" });
    await follow("2", "Permanent");
    await notifyAll();
    expect(texts).toHaveLength(1);
    expect((await found())?.entries.map(({ type, to }) => [type, to])).toEqual([
      ["observed", undefined],
      ["notified", "email"],
      ["notice-returned", "email"],
      ["notified", "sms"],
    ]);
  });

  it.each([
    ["beside a mail", {}],
    ["alone", { email: undefined }],
  ])("a text message too, %s: the clerk notifies, and it is not sent again", async (_, more) => {
    await notified({ telephone: "900000001", ...more });
    if (mails.length > 0) await follow("2", "Transient");
    await notifyAll();
    await follow(`sms-${texts.length}`, "Permanent");
    const sent = texts.length;
    await notifyAll();
    expect(texts).toHaveLength(sent);
    expect((await found())?.entries.at(-1)).toMatchObject({ type: "notice-returned", to: "sms" });
    expect((await found())?.mailReturned).toBeUndefined();
    expect(await found()).not.toHaveProperty("remedyBy");
    expect([await waits("to-notify"), await waits("observed")]).toEqual([1, 0]);
  });

  it("undoes no notification that the clerk made since, nor one that another mail alone was returned for", async () => {
    await notified();
    await follow("1", "Transient");
    expect((await found())?.entries).toHaveLength(2);
    await follow("2", "Transient");
    const waiting = await found();
    if (!waiting) throw new Error("not filed");
    const term = termFromMessage(world.tenant, waiting, today);
    const notice = observationNotifiedStep({ by: "staff-1", at: today, how: "notified-in-person", term });
    await world.transact(world.submissions.step(waiting, notice));
    await follow("2", "Transient");
    expect(await found()).toMatchObject({ remedyBy: "2026-11-27" });
  });

  it("changes nothing if the days were over before; if only the sweep was first, the observation stands again", async () => {
    await notified();
    await follow("2", "Permanent", "2026-11-28T15:00:00.000Z");
    expect(await found()).toMatchObject({ remedyBy: "2026-11-27" });
    await lapseSubmissions(world, "2026-11-28T15:00:00.000Z");
    expect((await found())?.state).toBe("not-presented");
    await follow("2", "Permanent", "2026-11-28T04:59:00.000Z");
    expect((await found())?.state).toBe("observed");
    expect(await found()).not.toHaveProperty("remedyBy");
  });
});
