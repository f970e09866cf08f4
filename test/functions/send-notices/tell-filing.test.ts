import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../functions/send-notices/send-notices.ts";
import { lapseFilings } from "../../../functions/sweep/lapse-filings.ts";
import type { FilingStep, NewFiling } from "../../../shared/storage/filings.ts";
import type { MailLetter } from "../../../shared/storage/mail.ts";
import { fixedNotices } from "../../doubles/fixed-notices.ts";
import { type CaseWorld, caseWorld } from "../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog } from "../log-lines.ts";
import { noticeDesk } from "./notice-desk.ts";

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
  captureLog();
});
afterEach(() => void vi.restoreAllMocks());

const filing: NewFiling = {
  filingId: "f1",
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
  papers: [],
};
const file = (more: Partial<NewFiling> = {}) => world.transact(world.filings.file({ ...filing, ...more }));
async function step(entry: FilingStep["entry"]["type"], set: FilingStep["set"] = {}, filingId = "f1"): Promise<void> {
  const found = await world.filings.find(filingId);
  if (!found) throw new Error("not filed");
  const at = "2026-11-24T15:00:00.000Z";
  expect(await world.transact(world.filings.step(found, { entry: { type: entry, at, by: "staff-1" }, set }))).toEqual({
    done: true,
  });
}
const tell = (filingId = "f1", send?: () => Promise<"refused">) =>
  sendNotices({
    ...world,
    ...noticeDesk,
    notices: fixedNotices(),
    mail: {
      send: async (letter) => {
        mails.push(letter);
        return send ? send() : { messageId: String(mails.length) };
      },
    },
    texts: { send: async () => "refused" },
    now: () => "2026-11-24T15:00:00.000Z",
  })({ filingId });
const subjects = () => mails.map(({ subject }) => subject);

describe("who presented a document", () => {
  it("is told that it was, and each step that is theirs to know, once and in order", async () => {
    await file();
    await tell();
    await tell();
    expect(subjects()).toEqual(["Presentado: documento MP-2026-000001-1"]);
    await step("observed", { state: "observed", remark: "Falta.", remedyBy: "2026-11-26" });
    await step("remedied", { state: "presented", remark: undefined, remedyBy: undefined });
    await step("received", { state: "received", receivedAt: "2026-11-25T15:00:00.000Z" });
    await step("forwarded", { area: "Gerencia Técnica" });
    await step("answered", { answeredAt: "2026-11-26T15:00:00.000Z" });
    await Promise.all([tell(), tell()]);
    expect(new Set(subjects().slice(1))).toEqual(
      new Set(["Le falta algo", "Recibido", "Respondido"].map((what) => `${what}: documento MP-2026-000001-1`)),
    );
    const before = mails.length;
    await tell();
    expect(mails).toHaveLength(before);
    expect(mails[0]?.text).toContain("https://reclamos.example.pe/mesa-de-partes/f1/");
    for (const { subject, text } of mails) expect(subject + text).not.toMatch(/CLIENTE|reservada/);
  });

  it("is not written to without a mail, nor twice where the mail is refused", async () => {
    await file({ filingId: "f2", number: "MP-2026-000002-1", email: undefined });
    await tell("f2");
    expect(mails).toEqual([]);
    await file();
    await tell("f1", async () => "refused");
    await tell();
    expect(mails).toHaveLength(1);
  });

  it("is told when the days to mend it are over, which is written down once", async () => {
    await file();
    await tell();
    await step("observed", { state: "observed", remark: "Falta.", remedyBy: "2026-11-26" });
    const lapse = (now: string) => lapseFilings(world, now);
    expect(await lapse("2026-11-27T04:59:59.999Z")).toBe(0);
    expect((await world.filings.find("f1"))?.state).toBe("observed");
    expect(await lapse("2026-11-27T05:00:00.000Z")).toBe(1);
    expect(await lapse("2026-11-27T05:00:00.000Z")).toBe(0);
    expect(await world.filings.find("f1")).toMatchObject({ state: "not-presented", entries: [{}, { type: "lapsed" }] });
    await tell();
    expect(subjects().at(-1)).toBe("No presentado: documento MP-2026-000001-1");
  });

  it("needs a filing that is there", async () => {
    await expect(tell("nunca")).rejects.toThrow("no filing");
  });
});
