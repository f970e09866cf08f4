import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { trackDeliveries } from "../../../../functions/track-deliveries/track-deliveries.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import { mailAddress, noticeAddress } from "../../../../shared/casework/notice/notice-consent.ts";
import { outcomes } from "../../../../shared/contract/delivery/delivery-outcomes.ts";
import { type CaseEventType, entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { sentNotices } from "../../../../shared/domain/notice/sent-notices.ts";
import type { CaseFiles } from "../../../../shared/storage/case/case-files.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";

let local: TestTables;
let world: CaseWorld;
let sendings = 0;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const morning = "2026-11-23T15:00:00.000Z";
const sentAt = "2026-11-23T15:01:00.000Z";
const notified = "2026-11-23T15:01:02.500Z";
const now = "2026-11-23T15:02:00.000Z";
const analyst = person("analyst-1", "analyst");

async function newClaim(claimant: object = {}): Promise<string> {
  const filed = await world.fileOne(morning, { form: { ...form, claimant: { ...form.claimant, ...claimant } } });
  return filed.file.head.claimId;
}

const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];

/** Writes entries in a case and returns the number of the last. */
async function add(claimId: string, ...entries: Decision["entries"]): Promise<number> {
  const added = await record(world, { claimId, now: morning }, () => ({ ok: true, value: { entries } }));
  if (!added.ok) throw new Error(`${added.error} ${added.detail ?? ""}`);
  return added.value.file.head.version;
}

/** Every claim here is of one address, which nobody verified: its messages are not counted. */
const noticesOf = () => ({
  ...world,
  ...noticeDeps,
  notices: fixedNotices(),
  dailyCounts: { take: async () => true },
});

/** Notifies an entry; its provider's name of what was sent. */
async function sent(claimId: string, seq = 1): Promise<string> {
  sendings += 1;
  const messageId = `0100-${sendings}`;
  const send = async () => ({ messageId });
  const deps = { ...noticesOf(), mail: { send }, texts: { send }, now: () => sentAt };
  await sendNotices(deps)({ claimId, seq });
  return messageId;
}

/** The worker, whose store fails where a test asks, given an event that lies in its queue since an instant. */
function follow(event: object, { death, queuedAt = notified }: { death?: Death; queuedAt?: string } = {}) {
  const life = mortal(death);
  const { read, append, placeOfMessage } = world.caseFiles;
  const caseFiles: CaseFiles = { ...world.caseFiles, ...life.wrap({ read, append, placeOfMessage }) };
  return trackDeliveries({ ...world, caseFiles, now: () => now })(event, queuedAt);
}

const typesOf = async (claimId: string): Promise<CaseEventType[]> =>
  (await eventsOf(claimId)).map(({ type }) => type).filter((type) => type.startsWith("notice-"));
const alertsOf = async (claimId: string) =>
  entriesOf(await eventsOf(claimId), "manager-alerted")
    .map(({ details }) => details.reason)
    .filter((reason) => !reason.includes("visita"));

/** A code asked for by text message. */
const codeByText = {
  type: "confirmation-asked",
  effectiveAt: morning,
  by: analyst,
  details: {
    confirmationId: "c1",
    act: "withdrawal",
    withdrawn: "claim",
    says: "Se desiste.",
    contentHash: "0".repeat(64),
    channel: "sms",
    until: "2026-11-23T15:10:00.000Z",
  },
} as const satisfies Decision["entries"][number];

describe("what becomes of something sent", () => {
  it.each([
    [{ became: "delivered" }, "notice-delivered"],
    [{ became: "delayed" }, "notice-delayed"],
    [{ became: "bounced", reason: "Permanent" }, "notice-bounced"],
    [{ became: "complained" }, "notice-complained"],
  ])("is recorded in its case, when it happened there: %j", async (outcome, type) => {
    const claimId = await newClaim();
    const messageId = await sent(claimId);
    await follow({ ...outcome, messageId, at: notified });
    const entry = (await eventsOf(claimId)).find((one) => one.type === type);
    expect(entry).toMatchObject({
      effectiveAt: notified,
      recordedAt: now,
      by: { kind: "system", name: "track-deliveries" },
      details: { seq: 1, channel: "email", to: "cliente@example.pe", messageId },
    });
  });

  it.each([
    ["Permanent", "permanent"],
    ["Transient", "passing"],
    ["Undetermined", "unknown"],
    ["Rejected", "refused"],
    [undefined, "unknown"],
  ])("bounced, it is recorded as $1 (%#)", async (reason, as) => {
    const claimId = await newClaim();
    const messageId = await sent(claimId);
    await follow({ became: "bounced", messageId, at: notified, ...(reason && { reason }) });
    expect(entriesOf(await eventsOf(claimId), "notice-bounced")).toMatchObject([{ details: { reason: as } }]);
  });

  it.each([
    ["2026-11-23T15:01:02Z", "2026-11-23T15:01:02.000Z", "without milliseconds"],
    ["2026-11-23T15:03:00.000Z", now, "by a clock ahead of ours"],
  ])("at %s is at %s (%s)", async (at, effectiveAt) => {
    const claimId = await newClaim();
    await follow({ became: "delivered", messageId: await sent(claimId), at });
    expect(entriesOf(await eventsOf(claimId), "notice-delivered")).toMatchObject([{ effectiveAt }]);
  });

  it.each([
    [
      "of somebody who left no mail is to be notified in person",
      { email: undefined, notifyByEmail: false },
      "dígaselo en persona",
    ],
    ["beside a mail is to be notified some other way", {}, "Avísele de otra manera"],
  ])("a text that did not come, %s", async (_, claimant, instead) => {
    const claimId = await newClaim(claimant);
    const messageId = await sent(claimId, await add(claimId, codeByText));
    await follow({ became: "bounced", reason: "Permanent", messageId, at: notified });
    expect(entriesOf(await eventsOf(claimId), "notice-bounced")).toMatchObject([
      { details: { channel: "sms", to: form.claimant.telephone, reason: "permanent" } },
    ]);
    const alerts = await alertsOf(claimId);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatch(/^El mensaje de texto «.*» no llegó\./);
    expect(alerts[0]).toContain(instead);
  });

  it("to a telephone that does not exist is the last: the manager is alerted of later ones", async () => {
    const claimId = await newClaim({ email: undefined, notifyByEmail: false });
    await follow({ became: "bounced", reason: "Permanent", messageId: await sent(claimId), at: notified });
    const seq = await add(claimId, codeByText);
    await sent(claimId, seq);
    expect((await typesOf(claimId)).filter((type) => type === "notice-sent")).toHaveLength(1);
    expect((await alertsOf(claimId)).at(-1)).toContain("no dejó correo ni celular que reciba");
  });

  it("is recorded once each, in any order, however often it is reported and wherever a try ends", async () => {
    const death = fc.record({ nth: fc.integer({ min: 1, max: 5 }), when: fc.constantFrom("before", "after") });
    const noticeWays = fc.array(fc.tuple(fc.constantFrom(...outcomes), fc.option(death, { nil: undefined })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(noticeWays, fc.boolean(), async (events, together) => {
        const claimId = await newClaim();
        const messageId = await sent(claimId);
        const tries = events.map(([became, at]) => async () => {
          await follow({ became, messageId, at: notified }, at && { death: at }).catch((failure) => {
            if (!(at && String(failure).includes("killed"))) throw failure;
          });
        });
        if (together) await Promise.all(tries.map((one) => one()));
        else for (const one of tries) await one();
        for (const [became] of events) await follow({ became, messageId, at: notified });
        const asked = [...new Set(events.map(([became]) => `notice-${became}`))].toSorted();
        const recorded = (await typesOf(claimId)).filter((type) => type !== "notice-sent");
        expect(recorded.toSorted()).toEqual(asked);
        const [{ deliveredAt, delayedAt, bounced, complainedAt } = {}] = sentNotices(await eventsOf(claimId));
        const seen = {
          delivered: deliveredAt,
          delayed: delayedAt,
          bounced: bounced?.effectiveAt,
          complained: complainedAt,
        };
        for (const outcome of outcomes)
          expect(seen[outcome]).toBe(asked.includes(`notice-${outcome}`) ? notified : undefined);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe("what nothing of ours was sent by", () => {
  it("is waited for in the queue, since the sending may not be noted yet, and then dropped with a line", async () => {
    const event = { became: "bounced", messageId: "forged-1", at: notified };
    await expect(follow(event)).rejects.toThrow("nothing is known of the message forged-1 yet");
    await follow(event, { queuedAt: "2026-11-23T14:52:00.000Z" });
    expect(lines()).toContainEqual({ level: "warn", event: "unknown-message", message: "forged-1", became: "bounced" });
  });

  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [{ became: "opened", messageId: "m", at: notified }, "an outcome that is not reported"],
    [{ became: "delivered", messageId: "", at: notified }, "no name"],
    [{ became: "delivered", messageId: "m", at: "ayer" }, "no instant"],
    [{ became: "delivered", messageId: "m", at: notified, to: "otro@example.pe" }, "more than is asked for"],
  ])("is for the dead letters: $1", async (event) => {
    await expect(follow(event as object)).rejects.toThrow();
  });

  it("changes no case", async () => {
    const claimId = await newClaim();
    const messageId = await sent(claimId);
    const before = await eventsOf(claimId);
    for (const one of ["CLAIM#", `${messageId} `, claimId])
      await follow({ became: "bounced", messageId: one, at: notified }, { queuedAt: "2026-11-23T14:00:00.000Z" });
    expect(await eventsOf(claimId)).toEqual(before);
  });
});

const document = {
  documentId: "d1",
  kind: "resolution",
  fileName: "r.pdf",
  sizeBytes: 1,
  sha256: "ab",
  verificationCode: "K7QF-2M9X-4TBD-R0ZA",
} as const;
const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "t" } as const;
const number = "0001-2026-MOQ";
/** A decision on its way by e-mail. */
const dispatched: Decision["entries"] = [
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
    by: person("signer-1", "signer"),
    details: { number, signer: "PERSONA DE PRUEBA", authenticatedAt: morning, seal },
  },
  {
    type: "resolution-dispatched",
    effectiveAt: morning,
    by: person("clerk-1", "clerk"),
    channel: "email",
    details: { noticeId: "n1", to: "cliente@example.pe", noticeKey: "clave-de-notificacion1" },
  },
];
const acknowledged: Decision["entries"][number] = {
  type: "resolution-notified",
  effectiveAt: morning,
  by: { kind: "system", name: "claims" },
  evidence: [],
  details: { noticeId: "n1", how: "acknowledged", photos: [] },
};
const observed: Decision["entries"] = [
  { type: "defect-observed", effectiveAt: morning, by: analyst, details: { defects: ["Falta el poder."] } },
  {
    type: "notice-dispatched",
    effectiveAt: morning,
    by: analyst,
    details: {
      noticeId: "n1",
      of: "observation",
      says: ["Falta el poder."],
      to: "cliente@example.pe",
      noticeKey: "clave-de-notificacion1",
    },
  },
];

describe("a notice that did not come", () => {
  const bounced = async (claimId: string, seq: number, reason = "Transient") =>
    follow({ became: "bounced", messageId: await sent(claimId, seq), at: notified, reason });

  it("of a decision is a risk from that day on, and is taken to the address at once", async () => {
    const claimId = await newClaim();
    const seq = await add(claimId, ...dispatched);
    const riskOf = async () => (await world.caseFiles.read(claimId))?.head.risk;
    expect(await riskOf()).toMatchObject({ reason: "not-acknowledged", from: "2026-11-25" });
    await bounced(claimId, seq);
    expect(await riskOf()).toMatchObject({ reason: "bounced", from: "2026-11-23" });
    expect(await alertsOf(claimId)).toEqual([
      expect.stringMatching(/^El correo «Tienes una notificación.*» no llegó\. .*llévela al domicilio hoy\.$/),
    ]);
  });

  it("that is only late is no risk yet, nor is one that came", async () => {
    const claimId = await newClaim();
    const messageId = await sent(claimId, await add(claimId, ...dispatched));
    for (const became of ["delayed", "delivered"]) await follow({ became, messageId, at: notified });
    expect((await world.caseFiles.read(claimId))?.head.risk).toMatchObject({ reason: "not-acknowledged" });
    expect(await alertsOf(claimId)).toEqual([]);
  });

  it("is no notification, nor is one that came: only its acknowledgement is", async () => {
    for (const became of ["delivered", "bounced"]) {
      const claimId = await newClaim();
      const messageId = await sent(claimId, await add(claimId, ...dispatched));
      await follow({ became, messageId, at: notified });
      const file = await world.caseFiles.read(claimId);
      expect(caseNow(file!, world.tenant, now).claim.state).toBe("resolved");
    }
  });

  it("of a decision that was received meanwhile asks for nothing more", async () => {
    const claimId = await newClaim();
    const messageId = await sent(claimId, await add(claimId, ...dispatched));
    await add(claimId, acknowledged);
    await follow({ became: "bounced", messageId, at: notified });
    expect(await alertsOf(claimId)).toEqual([expect.stringContaining("Avísele de otra manera.")]);
    expect((await world.caseFiles.read(claimId))?.head.risk).toBeUndefined();
    expect(sentNotices(await eventsOf(claimId))).toMatchObject([{ acknowledgedAt: morning }]);
  });

  it("of an observation is to be notified in person", async () => {
    const claimId = await newClaim();
    await bounced(claimId, await add(claimId, ...observed));
    expect(await alertsOf(claimId)).toEqual([expect.stringContaining("dígaselo en persona hoy.")]);
  });

  it.each<[string, string | undefined, string]>([
    ["Permanent", undefined, "there is no such address"],
    ["Transient", "cliente@example.pe", "it may take mail again"],
  ])("for %s keeps the address or drops it: $2", async (reason, address) => {
    const claimId = await newClaim();
    await bounced(claimId, 1, reason);
    const file = await world.caseFiles.read(claimId);
    const at = caseNow(file!, world.tenant, now);
    expect([noticeAddress(at), mailAddress(at)]).toEqual([address, address]);
  });
});

describe("who takes our mail for spam", () => {
  it("gets no more of it, until they ask for it; the manager is alerted, and messages go on", async () => {
    const claimId = await newClaim();
    await follow({ became: "complained", messageId: await sent(claimId), at: notified });
    const addresses = async () => {
      const file = await world.caseFiles.read(claimId);
      const at = caseNow(file!, world.tenant, now);
      return [noticeAddress(at), mailAddress(at)];
    };
    expect(await addresses()).toEqual([undefined, undefined]);
    expect(await alertsOf(claimId)).toEqual([expect.stringContaining("no se le escribe más por correo")]);
    await sent(claimId, await add(claimId, ...observed.slice(0, 1)));
    expect(entriesOf(await eventsOf(claimId), "notice-sent").at(-1)?.details).toMatchObject({ channel: "sms" });
    await add(claimId, {
      type: "notice-consent",
      effectiveAt: morning,
      by: maria,
      details: { channel: "email", granted: true },
    });
    expect(await addresses()).toEqual(["cliente@example.pe", "cliente@example.pe"]);
  });
});

describe("the mail of a submission", () => {
  const presented = async (submissionId: string) => {
    const submission = {
      submissionId,
      number: `MP-2026-${submissionId}-1`,
      kind: "document",
      subject: "Una carta",
      text: "Pido una copia.",
      presenter: "CLIENTE DE PRUEBA UNO",
      email: "cliente@example.pe",
      sub: "maria",
      office: "MOQ",
      presentedAt: morning,
      filedOn: "2026-11-23",
      state: "presented",
      channel: "web",
      attachments: [],
    } as const;
    await world.transact(world.submissions.file(submission));
    return submissionId;
  };
  const mails: string[] = [];
  const notifyAll = (submissionId: string) => {
    const send = async ({ to }: { to: string }) => {
      mails.push(to);
      return { messageId: `submission-${submissionId}-${mails.length}` };
    };
    const texts = { send: async () => "refused" as const };
    return sendNotices({ ...noticesOf(), mail: { send }, texts, now: () => sentAt })({ submissionId });
  };
  const step = async (submissionId: string) => {
    const submission = await world.submissions.find(submissionId);
    if (!submission) throw new Error("not filed");
    await world.transact(
      world.submissions.step(submission, {
        entry: { type: "received", at: now, by: "clerk-1" },
        set: { state: "received" },
      }),
    );
  };

  it.each([
    ["no such address", { became: "bounced", reason: "Permanent" }, "bounced"],
    ["taken for spam", { became: "complained" }, "complained"],
    ["not this time", { became: "bounced", reason: "Transient" }, undefined],
    ["it came", { became: "delivered" }, undefined],
  ])("%s: whether it is written to again", async (_, outcome, why) => {
    sendings += 1;
    const submissionId = await presented(`f${sendings}`);
    mails.length = 0;
    await notifyAll(submissionId);
    expect(mails).toHaveLength(1);
    const event = { ...outcome, messageId: `submission-${submissionId}-1`, at: notified };
    await follow(event);
    await follow(event);
    expect((await world.submissions.find(submissionId))?.mailReturned).toEqual(why && { at: notified, why });
    await step(submissionId);
    await notifyAll(submissionId);
    expect(mails).toHaveLength(why ? 1 : 2);
    expect((await world.submissions.find(submissionId))?.notified).toBe(2);
  });
});
