import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { deskProblems } from "../../../../functions/telephone/problem/desk-problems.ts";
import * as problemRoutes from "../../../../shared/contract/problem/desk-problem-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import type { SpokenType } from "../../../../shared/domain/delivery/copies-by-post.ts";
import type { Claimant } from "../../../../shared/domain/filing/claim-form.ts";
import { aloudWords } from "../../../../web/desk/counter/aloud.words.ts";
import { aloudOf } from "../../../../web/desk/counter/aloud-acts.words.ts";
import { calledActWords } from "../../../../web/desk/counter/called-acts.words.ts";
import { intakeWords } from "../../../../web/desk/counter/intake.words.ts";
import { recordingWords } from "../../../../web/desk/counter/recording.words.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, codeSent, filedAt, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => void captureLog());
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const operator: Worker = ["operator-1", "operator"];
const noMail: Claimant = { ...form.claimant, email: undefined, notifyByEmail: false };

interface Caller {
  readonly claimant: Claimant;
  /** How they confirm what was written down. */
  readonly confirms: "sms" | "voice";
  /** What they give to open their page: the holder's document, or a receipt and its total. */
  readonly opens: object;
  /** Whether they may settle and withdraw. */
  readonly mayGiveUp?: false;
  readonly hasMail?: true;
}

const byDocument = { documentNumber: "00000001" };
const byReceipt = { receiptNumber: "S001-00045001", total: "156.61" };

const callers: Readonly<Record<string, Caller>> = {
  "a mobile": {
    claimant: { ...noMail, telephone: "900000001", email: "cliente@example.pe" },
    ...{ confirms: "sms", opens: byDocument, hasMail: true },
  },
  "a landline only": { claimant: { ...noMail, telephone: "053461000" }, confirms: "voice", opens: byDocument },
  "a supply they rent": {
    claimant: {
      ...{ ...noMail, telephone: "900000002", standing: { as: "effective-user" } },
      document: { kind: "DNI", number: "00000002" },
    },
    ...{ confirms: "sms", opens: byReceipt },
  },
  "somebody they represent, without special power": {
    claimant: { ...noMail, telephone: "900000003", standing: { as: "representative", acts: [] } },
    ...{ confirms: "sms", opens: byReceipt, mayGiveUp: false },
  },
  "no telephone of their own, and cannot read": {
    claimant: { ...noMail, telephone: undefined },
    ...{ confirms: "voice", opens: byDocument },
  },
};

/** The world as it files for this caller, by telephone. */
const filingFor = ({ claimant }: Caller): CaseworkWorld => ({
  ...world,
  fileOne: (now) =>
    world.fileOne(now, {
      channel: "telephone",
      by: { kind: "staff", sub: "operator-1", roles: ["operator"] },
      sub: undefined,
      form: { ...form, claimant },
    }),
});

let recordings = 0;
async function recorded(): Promise<string> {
  recordings += 1;
  const documentId = `voice-${recordings}`;
  const file = { documentId, fileName: `${documentId}.ogg`, contentType: "audio/ogg", sizeBytes: 10 } as const;
  const checked = { ...file, sha256: "b".repeat(64), state: "received" } as const;
  await world.uploads.announce({ ...checked, by: operator[0], createdAt: filedAt }, 100);
  return documentId;
}

const ask = (claimId: string, route: Route, body: object, params: Record<string, string> = {}) =>
  world.as(operator, route, { params: { claimId, ...params }, body });

/** How the caller confirms what was written down: the code they were sent, or their recorded voice. */
async function confirmation({ confirms }: Caller, claimId: string, what: object): Promise<object> {
  if (confirms === "voice") {
    // Who has neither mobile nor mail is asked for nothing that must be read.
    for (const channel of ["sms", "email"])
      expect((await ask(claimId, routes.askConfirmation, { channel, what })).status).toBe(409);
  }
  if (confirms === "voice") return { by: "voice", uploadIds: [await recorded()] };
  const asked = await ask(claimId, routes.askConfirmation, { channel: "sms", what });
  expect(asked.status, asked.text).toBe(200);
  return { by: "code", code: await codeSent(world, claimId) };
}

const entryOf = async (claimId: string, type: Parameters<typeof lastEntry>[1]) =>
  lastEntry((await world.caseFiles.read(claimId))?.events ?? [], type);

/** Checks that the copy of what was said goes by post where neither mail nor text message can take it. */
async function copyGoes({ claimant, confirms }: Caller, claimId: string, type: SpokenType): Promise<void> {
  if (confirms !== "voice") return;
  const never = { send: async () => expect.unreachable("nothing can be sent to this caller") };
  const seq = (await entryOf(claimId, type))?.seq ?? 0;
  await sendNotices({
    ...{ ...world, ...noticeDeps, notices: fixedNotices(), mail: never, texts: never },
    now: () => new Date().toISOString(),
  })({ claimId, seq });
  const { copies } = (await world.as(["clerk-1", "clerk"], routes.listCopiesToPost)).body;
  expect(copies).toContainEqual(expect.objectContaining({ claimId, type, to: claimant.address }));
}

/**
 * What the pre-check says of who comes to the office, by what they are to the supply; by telephone it is one warning.
 */
const standingAtTheCounter: Readonly<Record<Claimant["standing"]["as"], readonly object[]>> = {
  holder: [],
  owner: [],
  "effective-user": [{ severity: "explains", text: expect.stringMatching(/^Quien usa el servicio puede reclamar/) }],
  representative: [{ severity: "warns", text: expect.stringContaining("el poder debe decirlo") }],
};

/** Each twin that the law gives who calls, walked for one caller. */
const twins: Readonly<Record<string, (caller: Caller) => Promise<void>>> = {
  "the receipt is explained once they give what the web asks for": async ({ opens }) => {
    on(filedAt);
    const page = (more: object) =>
      world.as(operator, routes.searchSupplies, { body: { supplyCode: "12345", ...more } });
    expect((await page({})).body).toMatchObject({ shown: "masked", claims: [] });
    const { body } = await page(opens);
    expect(body).toMatchObject({ shown: "full", explained: { receipt: { period: "2026-10" } } });
  },
  "the claim is checked before it is filed, by the rules of who they are": async ({ claimant }) => {
    on(filedAt);
    const { standing } = claimant;
    const receipts = [{ number: "S001-00045001", period: "2026-10" }];
    const checked = await world.as(operator, routes.checkCalledClaim, {
      body: { supplyCode: "12345", channel: "telephone", claimant, receipts },
    });
    expect(checked.status, checked.text).toBe(200);
    const found: readonly { rule: string; severity: string; text: string }[] = checked.body.findings;
    const about = (rule: string) => found.filter((one) => one.rule === rule);
    expect(about("term")).toMatchObject([{ severity: "explains" }]);
    expect(about("form-required")).toMatchObject([{ severity: "warns", text: expect.stringContaining("por qué") }]);
    expect(about("standing")).toMatchObject(
      standing.as === "holder"
        ? []
        : [{ severity: "warns", text: expect.stringMatching(/^Por teléfono reclama el titular/) }],
    );
    const atTheCounter = await world.as(operator, routes.checkCalledClaim, {
      body: { supplyCode: "12345", channel: "counter", claimant, receipts },
    });
    expect(atTheCounter.body.findings.filter(({ rule }: { rule: string }) => rule === "standing")).toMatchObject(
      standingAtTheCounter[standing.as],
    );
  },
  "grounds are added in their words": async (caller) => {
    const { claimId, now } = await steps.filed(filingFor(caller));
    on(now);
    expect((await ask(claimId, routes.takeExtension, { grounds: "Hubo cortes.", came: "telephone" })).status).toBe(200);
    expect((await entryOf(claimId, "claim-extended"))?.recordedAt).toBe(now);
  },
  "their contact changes if they say their document": async (caller) => {
    const { claimId, now } = await steps.filed(filingFor(caller));
    on(now);
    const documentNumber = caller.claimant.document?.number;
    const said = { came: "telephone", documentNumber, telephone: "900000077" };
    const counts = { telephone: "900000077", address: caller.claimant.address };
    const spoken = (await ask(claimId, routes.takeContact, said)).body;
    expect(spoken.contactAfter).toBeDefined();
    expect(spoken.claimant).not.toMatchObject(counts);
    const seen = (await ask(claimId, routes.takeContact, { ...said, came: "counter" })).body;
    expect(seen.claimant).toMatchObject(counts);
    const anothers = { ...said, documentNumber: "00000099", telephone: "900000078" };
    expect((await ask(claimId, routes.takeContact, anothers)).status).toBe(409);
  },
  "consent to mail waits for its days to undo, and paper needs none": async (caller) => {
    const { claimId, now } = await steps.filed(filingFor(caller));
    on(now);
    const consent = (granted: boolean) =>
      ask(claimId, routes.takeNoticeConsent, { came: "telephone", channel: "email", granted });
    const given = await consent(true);
    expect(given.status).toBe(caller.hasMail ? 200 : 409);
    if (caller.hasMail) expect(given.body).toMatchObject({ notifyByEmail: false, notifyByEmailAfter: "2026-11-27" });
    expect((await consent(false)).body.notifyByEmail).toBe(false);
  },
  "a withdrawal is confirmed, can be undone, and is no one's without the power": async (caller) => {
    const { claimId, now } = await steps.filed(filingFor(caller));
    on(now);
    const said = { of: "claim", reason: "" } as const;
    const what = { act: "withdrawal", ...said };
    if (caller.mayGiveUp === false) {
      expect(await ask(claimId, routes.askConfirmation, { channel: "sms", what })).toMatchObject({ status: 409 });
      return;
    }
    const confirmed = await confirmation(caller, claimId, what);
    const taken = await ask(claimId, routes.takeWithdrawal, { ...said, came: "telephone", confirmation: confirmed });
    expect(taken.status, taken.text).toBe(200);
    expect(taken.body.withdrawalUndoUntil).toBe("2026-11-27");
    await copyGoes(caller, claimId, "withdrawal-requested");
    const undone = await ask(claimId, routes.takeUndoneWithdrawal, { came: "telephone" });
    expect(undone.status, undone.text).toBe(200);
    expect(undone.body.withdrawalUndoUntil).toBeUndefined();
  },
  "an offer is answered once, and the answer can be changed before it counts": async (caller) => {
    const { claimId } = await steps.accepted(filingFor(caller));
    on("2026-11-27T15:00:00.000Z");
    const conciliator: Worker = ["conciliator-1", "conciliator"];
    const made = await world.as(conciliator, routes.makeOffer, {
      params: { claimId },
      body: { m3: 20, terms: "Se factura menos.", until: "2026-12-01" },
    });
    expect(made.status, made.text).toBe(200);
    const [{ offerId }] = made.body.offers;
    const answer = (accepted: boolean) =>
      ask(claimId, routes.takeOfferAnswer, { accepted, came: "telephone" }, { offerId });
    if (caller.mayGiveUp === false) {
      expect((await answer(true)).status).toBe(409);
      return;
    }
    expect((await answer(true)).body.offers).toMatchObject([{ accepted: true, undoUntil: "2026-12-01" }]);
    await copyGoes(caller, claimId, "offer-answered");
    expect((await answer(true)).status).toBe(409);
    expect((await answer(false)).body.offers).toMatchObject([{ accepted: false }]);
    on("2026-12-02T15:00:00.000Z");
    expect((await answer(true)).status).toBe(409);
  },
  "a recourse is checked, read back, confirmed and filed at the call's instant": async (caller) => {
    const { claimId, now } = await steps.notified(filingFor(caller));
    on(now);
    const said = { kind: "appeal", grounds: "No estoy de acuerdo.", uploadIds: [] } as const;
    const checked = await ask(claimId, routes.checkCalledRecourse, { kind: said.kind });
    expect(checked.status, checked.text).toBe(200);
    const confirmed = await confirmation(caller, claimId, { act: "recourse", ...said });
    const filed = await ask(claimId, routes.takeRecourse, { ...said, came: "telephone", confirmation: confirmed });
    expect(filed.status, filed.text).toBe(201);
    expect(filed.body).toMatchObject({ filedAt: now, late: false });
    expect((await entryOf(claimId, "appeal-filed"))?.details).toMatchObject({
      taken: { came: "telephone", confirmed: { by: caller.confirms === "sms" ? "code" : "voice" } },
    });
    await copyGoes(caller, claimId, "appeal-filed");
  },
  "a queja is filed at the call's instant": async (caller) => {
    const { claimId, now } = await steps.filed(filingFor(caller));
    on(now);
    const facts = { ground: "delay", duty: "Visitar.", facts: "Nadie vino.", uploadIds: [], came: "telephone" };
    expect(await ask(claimId, routes.takeQueja, facts)).toMatchObject({ status: 201, body: { filedAt: now } });
  },
  "a solution is disputed in their words": async ({ claimant }) => {
    on(filedAt);
    const handler = api(problemRoutes, deskProblems(world), { originKey });
    const desk = (role: "operator" | "analyst", route: Route, request: object) =>
      call(handler, route, { claims: staff(role), ...request });
    const asked = { problemType: "O-S1", applicant: claimant, description: "El desagüe se atora." };
    const { body } = await desk("operator", problemRoutes.takeProblem, {
      body: { ...asked, supplyCode: "12345", channel: "telephone" },
    });
    const params = { problemId: body.problemId };
    await desk("analyst", problemRoutes.attendProblem, { params, body: { solved: true, text: "Se destapó." } });
    const disputed = await desk("operator", problemRoutes.takeDispute, { params, body: { text: "Sigue igual." } });
    expect(disputed.status, disputed.text).toBe(200);
    expect(disputed.body.state).toBe("not-solved");
  },
};

/**
 * What the operator reads aloud before each twin, as its page of the desk has it; of the first two, before it is filed.
 */
const readAloud: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "the receipt is explained once they give what the web asks for": [intakeWords.reason],
  "the claim is checked before it is filed, by the rules of who they are": [intakeWords.grounds, intakeWords.request],
  "grounds are added in their words": [aloudOf("ampliacion")],
  "their contact changes if they say their document": [aloudOf("nuevo-contacto"), calledActWords.readContact(["uno"])],
  "consent to mail waits for its days to undo, and paper needs none": [aloudOf("avisos")],
  "a withdrawal is confirmed, can be undone, and is no one's without the power": [
    ...[aloudOf("desistir"), aloudOf("seguir"), recordingWords.aloud],
  ],
  "an offer is answered once, and the answer can be changed before it counts": [aloudOf("respuesta")],
  "a recourse is checked, read back, confirmed and filed at the call's instant": [
    ...[aloudOf("apelacion"), aloudOf("reconsideracion"), recordingWords.aloud],
  ],
  "a queja is filed at the call's instant": [aloudOf("queja")],
  "a solution is disputed in their words": [aloudWords.dispute],
};

it.each(Object.keys(twins))("%s: its words are given to be read aloud", (twin) => {
  const words = readAloud[twin] ?? [];
  expect(words).not.toHaveLength(0);
  for (const one of words) expect(one).toMatch(/^«.+»$/);
});

describe.each(Object.entries(callers))("who calls with %s", (_name, caller) => {
  it.each(Object.entries(twins))("%s", async (_twin, walk) => {
    expect.hasAssertions();
    await walk(caller);
  });
});
