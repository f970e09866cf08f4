import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import { sendNotices } from "../../../functions/send-notices/send-notices.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import type { MonthDecision } from "../../../shared/domain/case/fact-details.ts";
import type { OfficeDocument } from "../../../shared/domain/case/issued-documents.ts";
import type { Attachment } from "../../../shared/domain/filing/claim-form.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import type { DocumentPictures } from "../../../shared/storage/attachment/document-pictures.ts";
import type { ExportId } from "../../../shared/storage/case-copy/case-exports.ts";
import type { EvidenceDownloads } from "../../../shared/storage/evidence.ts";
import { openResolutionNumbers } from "../../../shared/storage/resolution/resolution-numbers.ts";
import type { WorkerTask } from "../../../shared/storage/worker-tasks.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { copyStores } from "../../doubles/copy-stores.ts";
import { drawingStores } from "../../doubles/drawing-stores.ts";
import { fixedNotices } from "../../doubles/fixed-notices.ts";
import { type CaseWorld, caseWorld, form, hearingHeld, maria, person } from "../../shared/casework/case-world.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { type ApiAnswer, type ApiRequest, call, originKey, staff } from "../api-call.ts";
import { noticeDeps } from "../send-notices/notice-deps.ts";
import { type StaffWorkDeps, staffWork, staffWorkRoutes } from "../staff-work.ts";

/**
 * Monday 23 November 2026, 10:00 in Lima: the claim's visit is on the 26th (the 25th may not be a working day), its
 * hearing on 23 December from 8:00 on.
 */
export const filedAt = "2026-11-23T15:00:00.000Z";
export const hearingAt = "2026-12-23T18:00:00.000Z";

/** The function of the staff's work on claims, on a world of its own; what other functions record is written here. */
export interface CaseworkWorld extends CaseWorld, StaffWorkDeps {
  /** Copies of case files that were asked for, in order. */
  readonly ordered: ExportId[];
  /** Documents whose pictures were asked for, in order. */
  readonly toDraw: readonly WorkerTask[];
  readonly documentPictures: DocumentPictures;
  readonly handler: ApiHandler;
  /** Calls a route as one of the staff; an edit is made on the case's own version unless it says another. */
  as(who: Worker, route: Route, request?: ApiRequest): Promise<ApiAnswer>;
  /** Records entries as another function does, at an instant. */
  elsewhere(claimId: string, now: string, entries: Decision["entries"], also?: Decision["also"]): Promise<CaseAt>;
  /** Gives the visit `number` of a claim to an inspector. */
  assign(claimId: string, number: number, inspector: string, now?: string): Promise<string>;
  /** Sends a resolution to signature and signs it. */
  sign(
    claimId: string,
    now: string,
    outcome?: "upheld" | "rejected",
    months?: readonly MonthDecision[],
  ): Promise<CaseAt>;
  /** Sends to signature the letter a file goes to the tribunal with, and signs it. */
  signLetter(claimId: string, now: string): Promise<CaseAt>;
  /** A file that one of the staff sent and that passed its check. */
  upload(sub: string, documentId: string): Promise<Attachment>;
  versionOf(claimId: string): Promise<number>;
  /** The evidence of what was sent. */
  readonly sentNotices: ReturnType<typeof fixedNotices>;
}

export type Worker = readonly [sub: string, ...roles: StaffRole[]];

/** A letter of elevation as the office made it. */
export const elevationLetter = (documentId: string): OfficeDocument => ({
  documentId,
  kind: "elevation-letter",
  fileName: "oficio.pdf",
  sizeBytes: 10,
  sha256: "1".repeat(64),
  verificationCode: "1111-1111-1111-1111",
});

const downloads = (folder: string): EvidenceDownloads => ({
  link: async (documentId, fileName) => `https://evidence.example.pe/${folder}/${documentId}/${fileName}`,
});

export async function caseworkWorld(local: TestTables, tenant?: Tenant): Promise<CaseworkWorld> {
  const world = await caseWorld(local, tenant);
  const deps = {
    ...world,
    resolutionNumbers: openResolutionNumbers(world.claims),
    attachmentDownloads: downloads("attachments"),
    pageViews: downloads("pages"),
    documentDownloads: downloads("documents"),
    sentNotices: fixedNotices(),
    ...copyStores(world.claims),
    ...drawingStores(world.claims),
  };
  const handler = api(staffWorkRoutes, staffWork(deps), { originKey });
  const versionOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.head.version ?? 0;
  const elsewhere: CaseworkWorld["elsewhere"] = async (claimId, now, entries, also = []) => {
    const recorded = await record(world, { claimId, now }, () => ({ ok: true, value: { entries, also } }));
    if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
    return recorded.value;
  };
  let numbers = 0;
  return {
    ...deps,
    handler,
    versionOf,
    elsewhere,
    as: async ([sub, ...roles], route, request = {}) => {
      const { claimId } = request.params ?? {};
      const version = route.versioned && claimId ? { version: await versionOf(claimId) } : {};
      return call(handler, route, { claims: { ...staff(...roles), sub }, ...version, ...request });
    },
    assign: async (claimId, number, inspector, now = filedAt) => {
      const file = await world.caseFiles.read(claimId);
      const visit = file?.visits.find(({ inspectionId }) => inspectionId === `${claimId}-${number}`);
      if (!visit) throw new Error(`no visit ${number}`);
      const { inspectionId } = visit;
      const name = `PERSONA DE PRUEBA ${inspector.toUpperCase()}`;
      const by = { kind: "system", name: "assign-inspections" } as const;
      const details = { inspectionId, inspector, name };
      await elsewhere(
        claimId,
        now,
        [{ type: "inspection-assigned", effectiveAt: now, by, details }],
        [world.visits.assign(visit, { sub: inspector, name })],
      );
      return inspectionId;
    },
    sign: (claimId, now, outcome = "upheld", months = []) => {
      numbers += 1;
      const number = `${String(numbers).padStart(6, "0")}-2026-MOQ`;
      const document = {
        documentId: `resolution-${numbers}`,
        kind: "resolution",
        fileName: `${number}.pdf`,
        sizeBytes: 10,
        sha256: "0".repeat(64),
        verificationCode: "0000-0000-0000-0000",
      } as const;
      return elsewhere(claimId, now, [
        {
          type: "resolution-issued",
          effectiveAt: now,
          by: person("resolver-1", "resolver"),
          number,
          outcome,
          checklist: "complete",
          details: { reasons: "Las pruebas.", decision: "Se decide.", months, evidence: [], document },
        },
        {
          type: "resolution-signed",
          effectiveAt: now,
          by: person("signer-1", "signer"),
          details: {
            number,
            signer: "PERSONA DE PRUEBA SIGNER-1",
            authenticatedAt: now,
            seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" },
          },
        },
      ]);
    },
    signLetter: async (claimId, now) => {
      const number = claimId;
      const document = elevationLetter(`letter-${claimId}`);
      const at = await elsewhere(claimId, now, [
        { type: "document-frozen", effectiveAt: now, by: person("clerk-1", "clerk"), details: { number, document } },
      ]);
      return elsewhere(claimId, now, [
        {
          type: "document-signed",
          effectiveAt: now,
          by: person("signer-1", "signer"),
          details: {
            of: at.file.events.length,
            number,
            signer: "PERSONA DE PRUEBA SIGNER-1",
            authenticatedAt: now,
            seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" },
          },
        },
      ]);
    },
    upload: async (sub, documentId) => {
      const attachment = {
        documentId,
        fileName: `${documentId}.jpg`,
        contentType: "image/jpeg",
        sizeBytes: 10,
        sha256: "a".repeat(64),
        state: "received",
      } as const;
      await world.uploads.announce({ ...attachment, by: sub, createdAt: filedAt }, 100);
      return attachment;
    },
  };
}

/** Sends the code last asked for in a claim, by text message; the code as its claimant reads it. */
export async function codeSent(world: CaseworkWorld, claimId: string): Promise<string> {
  const asked = lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "confirmation-asked");
  const read: string[] = [];
  const texts = {
    send: async (_: string, text: string) => {
      read.push(text);
      return { messageId: `${claimId}-${asked?.seq}` };
    },
  };
  const mail = { send: async () => ({ messageId: claimId }) };
  const now = () => asked?.recordedAt ?? "";
  await sendNotices({ ...world, ...noticeDeps, notices: fixedNotices(), mail, texts, now })({
    claimId,
    seq: asked?.seq ?? 0,
  });
  return /\b\d{6}\b/.exec(read.join(" "))?.[0] ?? "";
}

/** What the claimant does, as the functions of the claimant record it. */
export const asksToWithdraw = (now: string): Decision["entries"][number] => ({
  type: "withdrawal-requested",
  effectiveAt: now,
  by: maria,
  of: "claim",
  standing: { as: "holder" },
  details: { reason: "Ya no deseo seguir." },
});

export const appeals = (now: string): Decision["entries"][number] => ({
  type: "appeal-filed",
  effectiveAt: now,
  by: maria,
  filedOn: limaDay(now),
  details: {
    submissionId: "f1",
    submissionNumber: "MP-2026-000001-1",
    grounds: "No estoy de acuerdo.",
    attachments: [],
  },
});

export const reconsiders = (now: string, newEvidence = true): Decision["entries"][number] => ({
  type: "reconsideration-filed",
  effectiveAt: now,
  by: maria,
  filedOn: limaDay(now),
  newEvidence,
  details: { submissionId: "f1", submissionNumber: "MP-2026-000001-1", grounds: "Traigo un informe.", attachments: [] },
});

export const complains = (now: string): Decision["entries"][number] => ({
  type: "queja-filed",
  effectiveAt: now,
  by: maria,
  filedOn: limaDay(now),
  ground: "delay",
  details: {
    submissionId: "f2",
    submissionNumber: "MP-2026-000002-1",
    duty: "Resolver en plazo.",
    facts: "No resuelven.",
    attachments: [],
  },
});

/** A claim brought to a step of its life: the instant of the next act comes with it. */
export interface Step {
  readonly claimId: string;
  readonly now: string;
  readonly params?: Readonly<Record<string, string>>;
  /** What an act says of this very claim. */
  readonly body?: Readonly<Record<string, string>>;
}

let supplies = 0;

/** What distinguishes a claim filed without an account. */
export const byGuest = {
  by: { kind: "guest", sub: "guest-of-a-draft" },
  sub: undefined,
  guest: { receipts: [{ number: "S001-00045001", period: "2026-10" }], knowsSupply: false },
} as const;

export const steps = {
  /** A claim that waits for its appointments: it repeats another of a supply of their own. */
  waiting: async (world: CaseworkWorld): Promise<Step> => {
    supplies += 1;
    const supplyCode = String(30_000 + supplies).padStart(8, "0");
    const first = await world.fileBeside(filedAt, { form: { ...form, supplyCode } });
    const { file } = await world.fileBeside(filedAt, { form: { ...form, supplyCode } });
    return { claimId: file.head.claimId, now: "2026-11-24T15:00:00.000Z", body: { code: first.file.head.code } };
  },
  /** A claim filed without an account, whose contact nobody confirmed. */
  guest: async (world: CaseworkWorld): Promise<Step> => {
    const { file } = await world.fileBeside(filedAt, byGuest);
    return { claimId: file.head.claimId, now: "2026-11-24T15:00:00.000Z" };
  },
  filed: async (world: CaseworkWorld): Promise<Step> => {
    const { file } = await world.fileOne(filedAt);
    return { claimId: file.head.claimId, now: "2026-11-24T15:00:00.000Z" };
  },
  observed: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.filed(world);
    const details = { defects: ["Falta el poder."] };
    const by = person("clerk-1", "clerk");
    await world.elsewhere(claimId, now, [{ type: "defect-observed", effectiveAt: now, by, details }]);
    return { claimId, now: "2026-11-24T16:00:00.000Z" };
  },
  accepted: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.filed(world);
    const by = person("clerk-1", "clerk");
    await world.elsewhere(claimId, now, [{ type: "claim-accepted", effectiveAt: now, by, details: {} }]);
    return { claimId, now: "2026-11-26T15:00:00.000Z" };
  },
  heard: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId } = await steps.accepted(world);
    await world.elsewhere(claimId, hearingAt, [hearingHeld(hearingAt)]);
    return { claimId, now: "2026-12-24T15:00:00.000Z" };
  },
  signed: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId } = await steps.heard(world);
    await world.sign(claimId, "2026-12-28T15:00:00.000Z");
    return { claimId, now: "2026-12-28T16:00:00.000Z" };
  },
  dispatched: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.signed(world);
    const noticeId = "notice-1";
    const by = person("clerk-1", "clerk");
    const details = { noticeId, to: "CALLE FICTICIA 101" };
    await world.elsewhere(claimId, now, [
      { type: "resolution-dispatched", effectiveAt: now, by, channel: "personal", details },
    ]);
    return { claimId, now: "2026-12-30T16:00:00.000Z", params: { noticeId } };
  },
  notified: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, params } = await steps.dispatched(world);
    const now = "2026-12-29T15:00:00.000Z";
    const by = person("clerk-1", "clerk");
    const details = { noticeId: params?.["noticeId"] ?? "", how: "delivered", photos: [] } as const;
    await world.elsewhere(claimId, now, [{ type: "resolution-notified", effectiveAt: now, by, evidence: [], details }]);
    return { claimId, now: "2026-12-30T15:00:00.000Z" };
  },
  appealed: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.notified(world);
    await world.elsewhere(claimId, now, [appeals(now)]);
    return { claimId, now: "2026-12-31T16:00:00.000Z" };
  },
  reconsidered: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.notified(world);
    await world.elsewhere(claimId, now, [reconsiders(now)]);
    return { claimId, now: "2026-12-31T16:00:00.000Z" };
  },
  /** On Wednesday 30 December, without anything new. */
  lacking: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.notified(world);
    await world.elsewhere(claimId, now, [reconsiders(now, false)]);
    return { claimId, now: "2026-12-30T16:00:00.000Z" };
  },
  complained: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.filed(world);
    await world.elsewhere(claimId, now, [complains(now)]);
    return { claimId, now: "2026-11-25T15:00:00.000Z" };
  },
  elevated: async (world: CaseworkWorld): Promise<Step> => {
    const { claimId, now } = await steps.appealed(world);
    const by = person("clerk-1", "clerk");
    await world.elsewhere(claimId, now, [
      { type: "file-elevated", effectiveAt: now, by, details: { reference: "TRASS-1" } },
    ]);
    return { claimId, now: "2027-01-20T16:00:00.000Z" };
  },
};
