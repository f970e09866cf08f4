import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { claimantNow, noticeAddress } from "../../../../shared/casework/notice/notice-consent.ts";
import { consentToNotices } from "../../../../shared/contract/claim/claim-routes.ts";
import { saveProfile, showProfile } from "../../../../shared/contract/notice/profile-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { isOver } from "../../../../shared/domain/case/claim-states.ts";
import { numbersOf } from "../../../../shared/domain/conciliation/hearing.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { type ClaimsWorld, claimsWorld } from "../claims-world.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const now = "2026-11-24T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await claimsWorld(local);
  vi.useFakeTimers({ now: Date.parse(now), toFake: ["Date"] });
  captureLog();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const mine = {
  document: { kind: "DNI", number: "00000001" },
  telephone: "987654321",
  email: "nuevo@example.pe",
  address: "CALLE NUEVA 5",
};
const save = async (body: object, sub = "maria") =>
  (await call(world.handler, saveProfile, { claims: customer(sub), body })).body;
const file = async (number = "00000001", sub = "maria") => {
  const claimant = { ...form.claimant, document: { kind: "DNI", number } } as const;
  const filed = await world.world.fileOne(filedAt, { sub, form: { ...form, claimant } });
  return filed.file.head;
};
const caseOf = async (claimId: string) => {
  const read = await world.world.caseFiles.read(claimId);
  if (!read) throw new Error("no such claim");
  return caseNow(read, world.world.tenant, now);
};
const changes = async (claimId: string) => entriesOf((await caseOf(claimId)).file.events, "contact-changed");

describe("a contact corrected in «Mis datos»", () => {
  it("counts from now on in the person's open claims, if they ask for it: notices, codes and the hearing's number", async () => {
    const { claimId, code } = await file();
    expect(await save({ ...mine, inOpenClaims: true })).toMatchObject({ claims: { changed: [code], busy: [] } });
    const at = await caseOf(claimId);
    expect(claimantNow(at)).toMatchObject({
      telephone: "987654321",
      email: "nuevo@example.pe",
      address: "CALLE NUEVA 5",
    });
    expect(noticeAddress(at)).toBe("nuevo@example.pe");
    expect(numbersOf(at.file.events)).toEqual(["987654321"]);
    expect(at.filing.details.form.claimant).toMatchObject({ telephone: "900000001", email: "cliente@example.pe" });
    const { body } = await call(world.handler, showProfile, { claims: customer("maria") });
    expect(body.profile).not.toHaveProperty("inOpenClaims");
  });

  it("brings the language they prefer, without a message to anybody where the contact is the same", async () => {
    const { claimId, code } = await file();
    const { telephone, email, address } = form.claimant;
    const same = { document: mine.document, telephone, email, address };
    const languageChoice = { language: "aimara de la sierra", interpreter: true };
    const saved = await save({ ...same, languageChoice, inOpenClaims: true });
    expect(saved).toMatchObject({ profile: { languageChoice }, claims: { changed: [code], busy: [] } });
    expect(claimantNow(await caseOf(claimId)).languageChoice).toEqual(languageChoice);
    expect(await changes(claimId)).toEqual([]);
    expect((await save({ ...same, languageChoice, inOpenClaims: true })).claims).toEqual({ changed: [], busy: [] });
    const shown = await call(world.handler, showProfile, { claims: customer("maria") });
    expect(shown.body.profile.languageChoice).toEqual(languageChoice);
  });

  it("is said to the contact they had before", async () => {
    const { claimId, code } = await file();
    await save({ ...mine, inOpenClaims: true });
    const mails: { to: string; subject: string }[] = [];
    const sent = async ({ to, subject }: { to: string; subject: string }) => {
      mails.push({ to, subject });
      return { messageId: String(mails.length) };
    };
    const seq = lastEntry((await caseOf(claimId)).file.events, "contact-changed")?.seq;
    const deps = {
      ...world.world,
      ...noticeDeps,
      notices: fixedNotices(),
      mail: { send: sent },
      texts: { send: async () => expect.unreachable("there is a mail") },
      now: () => now,
    };
    await sendNotices(deps)({ claimId, seq });
    expect(mails).toEqual([{ to: "cliente@example.pe", subject: `Cambió el contacto de tu reclamo ${code}` }]);
  });

  it("is one to be notified at, though the claim was filed without a mail", async () => {
    const { email: _, ...claimant } = form.claimant;
    const { claimId } = (await world.world.fileOne(filedAt, { sub: "maria", form: { ...form, claimant } })).file.head;
    const consent = () =>
      call(world.handler, consentToNotices, {
        claims: customer("maria"),
        params: { claimId },
        body: { channel: "email", granted: true },
      });
    expect(await consent()).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
    await save({ ...mine, document: claimant.document, inOpenClaims: true });
    expect(await consent()).toMatchObject({ status: 200 });
    expect(noticeAddress(await caseOf(claimId))).toBe("nuevo@example.pe");
  });

  it("changes nothing unless they ask, nor twice, nor what they left empty", async () => {
    const { claimId } = await file();
    expect((await save(mine)).claims).toEqual({ changed: [], busy: [] });
    expect(await changes(claimId)).toEqual([]);
    const { telephone: _, ...rest } = mine;
    await save({ ...rest, address: "", inOpenClaims: true });
    expect((await save({ ...rest, address: "", inOpenClaims: true })).claims.changed).toEqual([]);
    expect((await changes(claimId)).map(({ details }) => details)).toEqual([{ email: "nuevo@example.pe" }]);
    expect(claimantNow(await caseOf(claimId))).toMatchObject({ telephone: "900000001", address: "CALLE FICTICIA 101" });
  });

  it("goes back to what it was, as a change of its own", async () => {
    const { claimId } = await file();
    await save({ ...mine, inOpenClaims: true });
    vi.setSystemTime(Date.parse(now) + 60_000);
    await save({ ...mine, email: "cliente@example.pe", inOpenClaims: true });
    expect(claimantNow(await caseOf(claimId)).email).toBe("cliente@example.pe");
    expect(await changes(claimId)).toHaveLength(2);
  });

  it.each([
    ["of another person", { ...mine, document: { kind: "DNI", number: "00000002" } }],
    ["of nobody said", { ...mine, document: undefined }],
  ])("leaves a claim %s as it is", async (_, body) => {
    const { claimId } = await file();
    expect((await save({ ...body, inOpenClaims: true })).claims).toEqual({ changed: [], busy: [] });
    expect(await changes(claimId)).toEqual([]);
  });

  it("leaves claims that the account may not see, whoever they say they are", async () => {
    const { claimId } = await file();
    expect((await save({ ...mine, inOpenClaims: true }, "eva")).claims).toEqual({ changed: [], busy: [] });
    expect(await changes(claimId)).toEqual([]);
  });

  it("leaves a claim that is over", async () => {
    const { claimId } = await file();
    const details = { reason: "" };
    const by = { kind: "customer", sub: "maria" } as const;
    const over = { type: "withdrawal-requested", of: "claim", standing: { as: "holder" } } as const;
    const withdrawn = await record(world.world, { claimId, now: filedAt }, () => ({
      ok: true,
      value: {
        entries: [
          { ...over, by, effectiveAt: filedAt, details },
          { type: "withdrawal-accepted", effectiveAt: filedAt, by: person("signer-1", "signer"), details },
        ],
      },
    }));
    expect(withdrawn.ok && isOver(withdrawn.value.claim.state)).toBe(true);
    expect((await save({ ...mine, inOpenClaims: true })).claims).toEqual({ changed: [], busy: [] });
    expect(await changes(claimId)).toEqual([]);
  });

  it("is not recorded in a claim more than ten times a day", async () => {
    const { claimId } = await file();
    for (let at = 0; at < 12; at += 1) {
      vi.setSystemTime(Date.parse(now) + at * 1000);
      await save({ ...mine, email: `correo${at}@example.pe`, inOpenClaims: true });
    }
    expect(await changes(claimId)).toHaveLength(10);
  });
});
