import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices, textsPerDay } from "../../../../functions/send-notices/send-notices.ts";
import { mailsPerDay } from "../../../../functions/send-notices/verified-contact.ts";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import type { NewClaim } from "../../../../shared/casework/filing/file-claim.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { PlannedVisit } from "../../../../shared/domain/visit/appointments.ts";
import type { CaseFiles } from "../../../../shared/storage/case/case-files.ts";
import type { AccountContact } from "../../../../shared/storage/claim/account-contacts.ts";
import type { MailLetter, Sent } from "../../../../shared/storage/notice/mail.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { noticeDeps } from "../notice-deps.ts";

let local: TestTables;
let world: CaseWorld;
let mails: MailLetter[];
let texts: { to: string; text: string }[];
let sendings = 0;
const notices = fixedNotices();
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  mails = [];
  texts = [];
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const morning = "2026-11-23T15:00:00.000Z";
const later = "2026-11-23T15:01:00.000Z";
const analyst = person("analyst-1", "analyst");

/** The worker, whose stores and senders fail where a test asks, and what its senders answer. */
function notify({
  death,
  at = later,
  refuses = false,
  own = (sub) => (sub === maria.sub ? { channel: "email", to: "cliente@example.pe" } : undefined),
}: {
  death?: Death;
  at?: string;
  refuses?: boolean;
  own?: (sub: string) => AccountContact | undefined;
} = {}) {
  const life = mortal(death);
  const answer = (): Sent => {
    sendings += 1;
    return refuses ? "refused" : { messageId: `${world.claims.name}-${sendings}` };
  };
  const { read, caughtUp, append } = world.caseFiles;
  const caseFiles: CaseFiles = { ...world.caseFiles, ...life.wrap({ read, caughtUp, append }) };
  const mail = life.wrap({
    send: async (letter: MailLetter) => {
      if (!refuses) mails.push(letter);
      return answer();
    },
  });
  const messages = life.wrap({
    send: async (to: string, text: string) => {
      if (!refuses) texts.push({ to, text });
      return answer();
    },
  });
  const deps = {
    ...world,
    ...noticeDeps,
    caseFiles,
    notices: life.wrap({ fix: notices.fix }),
    accountContacts: { find: async (sub: string) => own(sub) },
    mail,
    texts: messages,
    now: () => at,
  };
  return { life, of: (claimId: string, seq = 1) => sendNotices(deps)({ claimId, seq }) };
}

async function newClaim(claimant: Partial<NewClaim["form"]["claimant"]> = {}): Promise<string> {
  const filed = await world.fileOne(morning, { form: { ...form, claimant: { ...form.claimant, ...claimant } } });
  return filed.file.head.claimId;
}

/** Writes entries in a case and returns the number of the last. */
async function add(claimId: string, ...entries: Decision["entries"]): Promise<number> {
  const added = await record(world, { claimId, now: morning }, () => ({ ok: true, value: { entries } }));
  if (!added.ok) throw new Error(`${added.error} ${added.detail ?? ""}`);
  return added.value.file.head.version;
}

async function notes(claimId: string) {
  const events = (await world.caseFiles.read(claimId))?.events ?? [];
  return { sent: entriesOf(events, "notice-sent"), alerts: entriesOf(events, "manager-alerted") };
}

describe("notifying the claimant", () => {
  it("goes by mail where there is one, and is recorded in the file", async () => {
    const claimId = await newClaim();
    await notify().of(claimId);
    expect(mails).toMatchObject([
      { to: "cliente@example.pe", subject: expect.stringMatching(/^Recibimos tu reclamo RE-2026-/) },
    ]);
    expect(texts).toEqual([]);
    expect((await notes(claimId)).sent).toMatchObject([
      {
        by: { kind: "system", name: "send-notices" },
        recordedAt: later,
        details: {
          seq: 1,
          channel: "email",
          to: "cliente@example.pe",
          subject: mails[0]?.subject,
          messageId: expect.any(String),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it("of a claim by telephone is the copy that is owed, recorded only once it was really sent", async () => {
    const { file } = await world.fileOne(morning, { channel: "telephone" });
    const { claimId } = file.head;
    const copies = async () => entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "filing-copy-sent");
    const unsent = await world.fileOne(morning, { channel: "telephone" });
    await notify({ refuses: true }).of(unsent.file.head.claimId);
    const { events = [] } = (await world.caseFiles.read(unsent.file.head.claimId)) ?? {};
    expect(entriesOf(events, "filing-copy-sent")).toEqual([]);
    for (let time = 1; time <= 2; time += 1) await notify().of(claimId);
    expect(await copies()).toMatchObject([
      { effectiveAt: later, by: { kind: "system", name: "send-notices" }, details: { channel: "email" } },
    ]);
  });

  it("of a claim by web is no such copy", async () => {
    const claimId = await newClaim();
    await notify().of(claimId);
    expect(entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "filing-copy-sent")).toEqual([]);
  });

  it("goes by message where there is only a mobile", async () => {
    const claimId = await newClaim({ email: undefined, notifyByEmail: false });
    await notify().of(claimId);
    expect(mails).toEqual([]);
    expect(texts).toMatchObject([{ to: "900000001", text: expect.stringContaining("recibimos tu reclamo") }]);
    expect((await notes(claimId)).sent).toMatchObject([{ details: { channel: "sms" } }]);
  });

  it("is the manager's where there is only a fixed telephone", async () => {
    const claimId = await newClaim({ email: undefined, notifyByEmail: false, telephone: "053123456" });
    await notify().of(claimId);
    await notify().of(claimId);
    expect([mails, texts]).toEqual([[], []]);
    const { sent, alerts } = await notes(claimId);
    expect(sent).toEqual([]);
    expect(alerts).toMatchObject([
      {
        details: {
          reason: "No se pudo avisar al reclamante de «reclamo presentado»: no dejó correo ni celular que reciba.",
        },
      },
    ]);
  });

  it("is done once for each entry, whatever is delivered again", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, {
      type: "defect-observed",
      effectiveAt: morning,
      by: analyst,
      details: { defects: ["La foto de tu recibo."] },
    });
    for (let time = 1; time <= 3; time += 1) for (const one of [seq, 1]) await notify().of(claimId, one);
    expect(mails.map(({ subject }) => subject.split(" ")[0])).toEqual(["Falta", "Recibimos"]);
    expect((await notes(claimId)).sent.map(({ details }) => details.seq)).toEqual([seq, 1]);
    expect(lines().filter(({ event }) => event === "sent-before")).toHaveLength(4);
  });

  it("handled twice at the same moment is recorded once, and the same letter twice at worst", async () => {
    const claimId = await newClaim();
    await Promise.all([notify().of(claimId), notify().of(claimId)]);
    expect(mails.length).toBeLessThanOrEqual(2);
    expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
    expect((await notes(claimId)).sent).toHaveLength(1);
    await notify().of(claimId);
    expect((await notes(claimId)).sent).toHaveLength(1);
  });

  it("killed at any step and tried again, it comes, once unless it was killed right after the sending", async () => {
    const { life, of } = notify();
    await of(await newClaim());
    // Read, fix, send, record.
    expect(life.calls).toBe(4);
    for (let nth = 1; nth <= life.calls; nth += 1)
      for (const when of ["before", "after"] as const) {
        mails = [];
        const claimId = await newClaim();
        await expect(notify({ death: { nth, when } }).of(claimId)).rejects.toThrow("killed");
        await notify().of(claimId);
        const isUnrecorded = (nth === 3 && when === "after") || (nth === 4 && when === "before");
        expect([nth, when, mails.length]).toEqual([nth, when, isUnrecorded ? 2 : 1]);
        expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
        expect((await notes(claimId)).sent).toHaveLength(1);
      }
  });
});

describe("texts to one mobile", () => {
  const ofOthers = { email: undefined, notifyByEmail: false, telephone: "911111111" };
  const filed = async (by: NewClaim["by"]) => {
    const { file } = await world.fileOne(morning, {
      by,
      form: { ...form, claimant: { ...form.claimant, ...ofOthers } },
    });
    return file.head.claimId;
  };
  const flood = { kind: "customer", sub: "who-floods" } as const;

  it("of one account's claims end for the day at twelve: the claim stands, and the file says why no text was sent", async () => {
    const claimIds = await Promise.all(Array.from({ length: textsPerDay + 1 }, () => filed(flood)));
    for (const claimId of claimIds) await notify().of(claimId);
    expect(texts).toHaveLength(12);
    const last = claimIds.at(-1) ?? "";
    const { sent, alerts } = await notes(last);
    expect(sent).toEqual([]);
    expect(alerts.map(({ details }) => details.reason)).toEqual([
      "No se pudo avisar al reclamante de «reclamo presentado»: hoy ya salieron 12 mensajes a ese celular por reclamos presentados de la misma manera. Llámelo si es urgente.",
    ]);
    const others = [
      await filed({ kind: "customer", sub: "who-owns-it" }),
      await filed(person("operator-1", "operator")),
    ];
    for (const claimId of others) await notify().of(claimId);
    expect(texts).toHaveLength(14);
    await notify({ at: "2026-11-24T15:00:00.000Z" }).of(await filed(flood));
    expect(texts).toHaveLength(15);
  });

  it("that a killed run may have sent is sent again by the next, whatever was sent since", async () => {
    const claimId = await filed({ kind: "customer", sub: "who-is-killed" });
    const isKilled = notify({ death: { nth: 4, when: "before" } }).of(claimId);
    await expect(isKilled).rejects.toThrow("killed");
    for (let nth = 1; nth < textsPerDay; nth += 1)
      await notify().of(await filed({ kind: "customer", sub: "who-is-killed" }));
    await notify().of(claimId);
    const { sent, alerts } = await notes(claimId);
    expect([texts.length, sent.length, alerts]).toEqual([textsPerDay + 1, 1, []]);
  });

  it("of claims without an account are counted together", async () => {
    const observed = async (sub: string) => {
      const claimId = await filed({ kind: "guest", sub });
      const seq = await add(
        claimId,
        {
          type: "contact-confirmed",
          effectiveAt: morning,
          by: { kind: "customer", sub: "by-its-key" },
          details: { how: "account" },
        },
        { type: "defect-observed", effectiveAt: morning, by: analyst, details: { defects: ["La foto de tu recibo."] } },
      );
      await notify().of(claimId, seq);
    };
    for (let nth = 0; nth <= textsPerDay; nth += 1) await observed(`guest-${nth}`);
    expect(texts).toHaveLength(12);
  });
});

describe("mails to one address", () => {
  const own = (sub: string) =>
    sub.startsWith("owner") ? ({ channel: "email", to: "cliente@example.pe" } as const) : undefined;
  const filed = async (sub: string) =>
    (await world.fileOne(morning, { by: { kind: "customer", sub } })).file.head.claimId;

  it("that nobody verified end for the day at twelve, whatever the accounts; an account's own go on", async () => {
    const claimIds = await Promise.all(Array.from({ length: mailsPerDay + 1 }, (_, nth) => filed(`who-floods-${nth}`)));
    const at = "2026-11-26T15:00:00.000Z";
    for (const claimId of claimIds) await notify({ at, own }).of(claimId);
    expect(mails).toHaveLength(12);
    const { sent, alerts } = await notes(claimIds.at(-1) ?? "");
    expect([sent.length, alerts.map(({ details }) => details.reason)]).toEqual([
      0,
      [
        "No se pudo avisar al reclamante de «reclamo presentado»: hoy ya salieron 12 correos a esa dirección, que nadie confirmó. Llámelo o escríbale en papel.",
      ],
    ]);
    await notify({ at, own }).of(await filed("owner-1"));
    await notify({ at, own }).of(
      (await world.fileOne(morning, { by: person("operator-1", "operator") })).file.head.claimId,
    );
    expect(mails).toHaveLength(14);
  });

  it.each<[string, string, boolean]>([
    ["whose account showed that it is theirs", "owner-2", true],
    ["that nobody verified", "who-mistypes", false],
  ])("have the claim's key for one %s: %s", async (_, sub, hasKey) => {
    const { file, filing } = await world.fileOne(morning, { by: { kind: "customer", sub } });
    await notify({ at: "2026-11-27T15:00:00.000Z", own }).of(file.head.claimId);
    expect(mails[0]?.text.includes(filing.details.claimKey)).toBe(hasKey);
    expect(mails[0]?.html?.includes(filing.details.claimKey)).toBe(hasKey);
  });

  it("and a contact or withdrawal of somebody else in a claim are said to the account that filed it, once", async () => {
    const claimId = (
      await world.fileOne(morning, {
        by: { kind: "customer", sub: "owner-3" },
        form: { ...form, claimant: { ...form.claimant, email: "otro@example.pe" } },
      })
    ).file.head.claimId;
    const by = { kind: "customer", sub: "by-its-key" } as const;
    const changed = await add(claimId, {
      type: "contact-changed",
      effectiveAt: morning,
      by,
      details: { email: "x@example.pe" },
    });
    const asked = await add(claimId, {
      ...{ type: "withdrawal-requested", effectiveAt: morning, by, of: "procedure" },
      ...{ standing: { as: "holder" }, details: { reason: "" } },
    } as Decision["entries"][number]);
    for (const seq of [changed, asked, changed, asked]) await notify({ own }).of(claimId, seq);
    expect(mails.map(({ to, subject }) => [to, subject.slice(0, 9)])).toEqual([
      ["cliente@example.pe", "Cambió el"],
      ["otro@example.pe", "Cambió el"],
      ["cliente@example.pe", "Pidieron "],
    ]);
  });
});

describe("a message that was sent", () => {
  it("is found by its provider's name of it", async () => {
    const claimId = await newClaim();
    await notify().of(claimId);
    const messageId = (await notes(claimId)).sent[0]?.details.messageId ?? "";
    expect(await world.caseFiles.placeOfMessage(messageId)).toEqual({ claimId, seq: 1 });
    expect(await world.caseFiles.placeOfMessage("nobody's")).toBeUndefined();
  });
});

describe("what the service refuses", () => {
  it.each([
    ["su correo", {}],
    ["su celular", { email: undefined, notifyByEmail: false }],
  ])("for good is the manager's, once (%s)", async (which, claimant) => {
    const claimId = await newClaim(claimant);
    await notify({ refuses: true }).of(claimId);
    await notify({ refuses: true }).of(claimId);
    await notify().of(claimId);
    expect([mails, texts]).toEqual([[], []]);
    const { sent, alerts } = await notes(claimId);
    expect(sent).toEqual([]);
    expect(alerts.map(({ details }) => details.reason)).toEqual([
      `No se pudo avisar al reclamante de «reclamo presentado»: ${which} fue rechazado.`,
    ]);
  });

  it("for now fails the message, which comes again", async () => {
    const claimId = await newClaim();
    await expect(notify({ death: { nth: 3, when: "before" } }).of(claimId)).rejects.toThrow();
    expect(await notes(claimId)).toEqual({ sent: [], alerts: [] });
    await notify().of(claimId);
    expect(mails).toHaveLength(1);
  });
});

describe("an entry that is notified to nobody, or no longer", () => {
  const offer = {
    type: "offer-made",
    effectiveAt: morning,
    by: analyst,
    details: {
      offerId: "o1",
      receiptNumber: "S001-00045001",
      m3: 18,
      before: cents(22_361),
      after: cents(4_870),
      terms: "Sin más.",
      until: calendarDay("2026-11-27"),
    },
  } as const;

  it("sends nothing of an entry without a letter", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, { type: "claim-accepted", effectiveAt: morning, by: analyst, details: {} });
    await notify().of(claimId, seq);
    expect(mails).toEqual([]);
    expect(await notes(claimId)).toEqual({ sent: [], alerts: [] });
    expect(lines()).toContainEqual({ level: "info", event: "not-needed", claimId, seq, type: "claim-accepted" });
  });

  it("sends an offer on its last day, and none after it", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, offer);
    await notify({ at: "2026-11-28T05:00:00.000Z" }).of(claimId, seq);
    expect(mails).toEqual([]);
    await notify({ at: "2026-11-28T04:59:59.999Z" }).of(claimId, seq);
    expect(mails).toHaveLength(1);
  });

  it("sends no offer that was answered meanwhile", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, offer);
    await add(claimId, {
      type: "offer-answered",
      effectiveAt: morning,
      by: maria,
      details: { offerId: "o1", accepted: false, standing: { as: "holder" } },
    });
    await notify().of(claimId, seq);
    expect(mails).toEqual([]);
  });

  it("says who comes until the day of the visit is over", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, {
      type: "inspection-assigned",
      effectiveAt: morning,
      by: { kind: "system", name: "assign-inspections" },
      details: { inspectionId: `${claimId}-1`, inspector: "inspector-1", name: "PERSONA DE PRUEBA INSPECTOR-1" },
    });
    const [visit] = (await world.caseFiles.read(claimId))?.visits ?? [];
    await notify({ at: `${visit?.on}T23:00:00.000Z` }).of(claimId, seq);
    expect(mails).toMatchObject([{ text: expect.stringContaining("PERSONA DE PRUEBA INSPECTOR-1") }]);
    mails = [];
    const late = await add(claimId, {
      type: "inspection-assigned",
      effectiveAt: morning,
      by: { kind: "system", name: "assign-inspections" },
      details: { inspectionId: `${claimId}-1`, inspector: "inspector-2", name: "PERSONA DE PRUEBA INSPECTOR-2" },
    });
    await notify({ at: "2026-12-30T15:00:00.000Z" }).of(claimId, late);
    expect(mails).toEqual([]);
  });

  it.each<[string, Partial<PlannedVisit>, number]>([
    ["stands as planned", {}, 1],
    ["was moved meanwhile, which has its own", { on: calendarDay("2026-12-11") }, 0],
  ])("says that nobody was found if the next visit %s", async (_, moved, sent) => {
    const claimId = await newClaim();
    const [first] = (await world.caseFiles.read(claimId))?.visits ?? [];
    if (!first) throw new Error("no visit");
    const { on, from, to, late } = first;
    const retry = { ...{ from, to, late }, inspectionId: `${claimId}-2`, on: calendarDay("2026-12-10") };
    const acta = { startedAt: `${on}T15:00:00.000Z`, external: { leakAtBox: false, premises: "" }, photos: [] };
    const seq = await add(claimId, {
      ...{
        type: "inspection-reported",
        effectiveAt: morning,
        by: person("inspector-1", "inspector"),
        outcome: "absent",
      },
      details: { inspectionId: first.inspectionId, observations: "", ...acta, retry },
    });
    const also = world.visits.plan({ ...first, ...retry, ...moved });
    await record(world, { claimId, now: morning }, () => ({ ok: true, value: { entries: [], also } }));
    await notify().of(claimId, seq);
    expect(mails.map(({ subject }) => subject.split(":")[0])).toEqual(Array(sent).fill("No te encontramos"));
  });

  it("states the new hearing until its day is over", async () => {
    const claimId = await newClaim();
    const hearing = { on: calendarDay("2026-12-28"), at: "09:00", mode: "virtual" } as const;
    const seq = await add(claimId, {
      type: "hearing-moved",
      effectiveAt: morning,
      by: analyst,
      hearingOn: hearing.on,
      reason: "leak-repair",
      details: { hearing },
    });
    await notify({ at: "2026-12-29T05:00:00.000Z" }).of(claimId, seq);
    expect(mails).toEqual([]);
    await notify({ at: "2026-12-29T04:59:59.999Z" }).of(claimId, seq);
    expect(mails).toMatchObject([{ text: expect.stringContaining("lunes 28 de diciembre de 2026 a las 9:00 a. m.") }]);
  });

  it("asks again for a repair where an earlier one was found done", async () => {
    const claimId = await newClaim();
    const required = {
      type: "leak-repair-required",
      effectiveAt: morning,
      by: analyst,
      details: { text: "Fuga bajo el piso del baño." },
    } as const;
    const first = await add(claimId, required);
    await add(claimId, {
      type: "leak-verified",
      effectiveAt: morning,
      by: { kind: "staff", sub: "inspector-1", roles: ["inspector"] },
      repaired: true,
      details: { observations: "Sellada.", photos: [] },
    });
    await notify().of(claimId, first);
    expect(mails).toEqual([]);
    await notify().of(claimId, await add(claimId, required));
    expect(mails).toMatchObject([{ text: expect.stringContaining("Fuga bajo el piso del baño.") }]);
  });

  it("writes the letter of the entry, whatever was recorded since", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, {
      type: "defect-observed",
      effectiveAt: morning,
      by: analyst,
      details: { defects: ["La foto de tu recibo."] },
    });
    await notify().of(claimId, seq);
    const other = await newClaim();
    const same = await add(other, {
      type: "defect-observed",
      effectiveAt: morning,
      by: analyst,
      details: { defects: ["La foto de tu recibo."] },
    });
    await add(other, {
      type: "claim-extended",
      effectiveAt: morning,
      by: maria,
      details: { grounds: "Además.", attachments: [] },
    });
    await notify({ at: "2026-12-30T15:00:00.000Z" }).of(other, same);
    const [before, after] = mails.map(({ text }) => text.match(/Tienes [^.]+/)?.[0]);
    expect(after).toBe(before);
    expect(after).toContain("2 días hábiles");
  });
});

describe("a decision", () => {
  it("goes to the address it was dispatched to, until it was received", async () => {
    const claimId = await newClaim();
    const signer = person("signer-1", "signer");
    const clerk = person("clerk-1", "clerk");
    const document = {
      documentId: "d1",
      kind: "resolution",
      fileName: "r.pdf",
      sizeBytes: 1,
      sha256: "ab",
      verificationCode: "0000-0000-0000-0000",
    } as const;
    const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "t" } as const;
    const number = "0001-2026-MOQ";
    const seq = await add(
      claimId,
      { type: "dismissal-proposed", effectiveAt: morning, by: analyst, ground: "late", details: { reason: "Tarde." } },
      {
        type: "resolution-issued",
        effectiveAt: morning,
        by: person("resolver-1", "resolver"),
        number,
        outcome: "dismissed",
        checklist: "complete",
        details: { reasons: "Tarde.", decision: "Es improcedente.", months: [], evidence: [], document },
      },
      {
        type: "resolution-signed",
        effectiveAt: morning,
        by: signer,
        details: { number, signer: "PERSONA DE PRUEBA", authenticatedAt: morning, seal },
      },
      {
        type: "resolution-dispatched",
        effectiveAt: morning,
        by: clerk,
        channel: "email",
        details: { noticeId: "n1", to: "otro@example.pe", noticeKey: "clave-de-notificacion1" },
      },
    );
    await notify().of(claimId, seq);
    expect(mails).toMatchObject([{ to: "otro@example.pe", text: expect.stringContaining("clave-de-notificacion1") }]);
    expect(mails[0]?.text).not.toContain("improcedente");

    const received = await newClaim();
    const same = await add(received, ...(await entriesToDispatch(claimId)), {
      type: "resolution-notified",
      effectiveAt: morning,
      by: { kind: "system", name: "claims" },
      evidence: [],
      details: { noticeId: "n1", how: "acknowledged", photos: [] },
    });
    await notify().of(received, same - 1);
    expect(mails).toHaveLength(1);
  });

  /** What was written in a case up to its dispatch, to be written in another. */
  async function entriesToDispatch(claimId: string): Promise<Decision["entries"]> {
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    return events.slice(1, 5).map(({ seq: _, recordedAt: __, ...entry }) => entry as Decision["entries"][number]);
  }
});

describe("an observation", () => {
  const observed = (withNotice: boolean): Decision["entries"] => [
    { type: "defect-observed", effectiveAt: morning, by: analyst, details: { defects: ["Falta el poder."] } },
    ...(withNotice
      ? [
          {
            type: "notice-dispatched",
            effectiveAt: morning,
            by: analyst,
            details: {
              noticeId: "n1",
              of: "observation",
              says: ["Falta el poder."],
              to: "otro@example.pe",
              noticeKey: "k1",
            },
          } as const,
        ]
      : []),
  ];

  it("is notified by its notice alone to those who agreed to e-mail, at their address of that moment", async () => {
    const claimId = await newClaim();
    const last = await add(claimId, ...observed(true));
    for (const seq of [last - 1, last]) await notify().of(claimId, seq);
    expect(mails).toMatchObject([{ to: "otro@example.pe", text: expect.stringContaining("/notificacion/k1/") }]);
    // Before it is acknowledged its text does not travel.
    expect(mails[0]?.text).not.toContain("Falta el poder");
  });

  it("is announced to anybody else, and its notice is not sent once it was notified", async () => {
    const alone = await newClaim();
    await notify().of(alone, await add(alone, ...observed(false)));
    expect(mails).toMatchObject([{ text: expect.stringContaining("Falta el poder.") }]);
    const notified = await newClaim();
    const seq = await add(notified, ...observed(true), {
      type: "defect-notified",
      effectiveAt: morning,
      by: person("clerk-1", "clerk"),
      details: { how: "notified-by-telephone" },
    });
    await notify().of(notified, seq - 1);
    expect(mails).toHaveLength(1);
  });
});

describe("a message that is wrong", () => {
  it.each<[unknown, string]>([
    [{ claimId: "nobody", seq: 1 }, "a claim that does not exist"],
    [{ claimId: "nobody", seq: 0 }, "no entry"],
    [{ submissionId: "f1" }, "a submission"],
    [undefined, "no message"],
  ])("fails, for the dead letters: $1", async (body) => {
    const { mail, texts: messages } = { mail: { send: vi.fn() }, texts: { send: vi.fn() } };
    const worker = sendNotices({ ...world, ...noticeDeps, notices, mail, texts: messages, now: () => later });
    await expect(worker(body)).rejects.toThrow();
    expect(mail.send).not.toHaveBeenCalled();
  });

  it("fails for an entry the claim does not have", async () => {
    const claimId = await newClaim();
    await expect(notify().of(claimId, 99)).rejects.toThrow("no entry 99");
    expect(mails).toEqual([]);
  });
});
