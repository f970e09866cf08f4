import { expect } from "vitest";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import { signing } from "../../../functions/signing/signing.ts";
import type { SigningDeps } from "../../../functions/signing/signing-deps.ts";
import { letters } from "../../../settings.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import * as signingRoutes from "../../../shared/contract/resolution/signing-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import type { CaseEvent } from "../../../shared/domain/case/case-events.ts";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import { openUploads } from "../../../shared/storage/attachment/uploads.ts";
import type { CaseFile } from "../../../shared/storage/case/case-files.ts";
import type { ResolutionDraft } from "../../../shared/storage/resolution/resolution-drafts.ts";
import { openResolutionNumbers } from "../../../shared/storage/resolution/resolution-numbers.ts";
import { openTrustedRoots } from "../../../shared/storage/resolution/trusted-roots.ts";
import { openVerificationIndex } from "../../../shared/storage/seal/verification-index.ts";
import { assumed } from "../../../shared/tenant/tenant-value.ts";
import { keptEvidence } from "../../doubles/kept-evidence.ts";
import { type SealKey, sealKey } from "../../doubles/seal-key.ts";
import { type SigningSetsDouble, signingSets } from "../../doubles/signing-sets.ts";
import { type CaseWorld, caseWorld, hearingHeld, person } from "../../shared/casework/case-world.ts";
import { pdfRenderer } from "../../shared/documents/document-examples.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { type ApiAnswer, type ApiRequest, call, originKey, staff } from "../api-call.ts";

export const filedAt = "2026-11-23T15:00:00.000Z";
/** The day after the hearing, before day 25. */
export const drafting = "2026-12-24T15:00:00.000Z";

/** Everything the evidence of the world's claims lacks. */
export const lacking = [
  "readings-history",
  "billing-history",
  "payments-history",
  "cuts-history",
  "external-inspection",
  "internal-inspection",
];
export const overrideReason = "No existe en los registros.";

/** The function of signing over real tables, with the evidence bucket and the key in memory. */
export interface SigningWorld extends CaseWorld {
  readonly deps: SigningDeps;
  readonly documents: ReturnType<typeof keptEvidence>;
  /** What people sent. */
  readonly attachments: ReturnType<typeof keptEvidence>;
  /** Sets of documents that were downloaded to be signed. */
  readonly sets: SigningSetsDouble;
  readonly key: SealKey;
  /** Calls as somebody of the staff with roles, signed in at an instant, on the case's own version if none is given. */
  as(who: Worker, route: Route, claimId: string, request?: ApiRequest): Promise<ApiAnswer>;
  /** A claim heard without an agreement: what it may be issued from, once another let it go without `items`. */
  heard(items?: readonly string[]): Promise<string>;
  /** Somebody lets a decision go without evidence. */
  override(claimId: string, items: readonly string[], by?: string, now?: string): Promise<void>;
  write(claimId: string, now: string, entries: Decision["entries"], also?: Decision["also"]): Promise<void>;
  draft(claimId: string, draft?: Partial<ResolutionDraft>): Promise<void>;
  /** A claim with its resolution sent to signature: the answer. */
  issued(draft?: Partial<ResolutionDraft>): Promise<ApiAnswer["body"]>;
  file(claimId: string): Promise<CaseFile>;
  events(claimId: string): Promise<readonly CaseEvent[]>;
}

export interface Worker {
  readonly sub: string;
  readonly role: StaffRole;
  /** When they proved who they are. */
  readonly at?: string;
}
export const resolver: Worker = { sub: "resolver-1", role: "resolver" };
export const signer: Worker = { sub: "signer-1", role: "signer", at: drafting };

const everyWay = assumed(["certificate", "hand", "second-factor"] as const, "a test");

export async function signingWorld(local: TestTables): Promise<SigningWorld> {
  const world = await caseWorld(local);
  const documents = keptEvidence();
  const attachments = keptEvidence();
  const key = sealKey();
  const sets = signingSets();
  const deps: SigningDeps = {
    ...world,
    // Every way, the old one too.
    tenant: { ...world.tenant, letters, signature: { ...world.tenant.signature, ways: everyWay } },
    uploads: openUploads(world.claims),
    keptAttachments: attachments,
    signingSets: sets,
    verificationIndex: openVerificationIndex(world.claims),
    trustedRoots: openTrustedRoots(world.claims),
    resolutionNumbers: openResolutionNumbers(world.claims),
    documents,
    seals: key.seals,
    pdfRenderer,
    siteAddress: "https://example.pe",
  };
  const handler: ApiHandler = api(signingRoutes, signing(deps), { originKey });
  const file = async (claimId: string) => {
    const read = await world.caseFiles.read(claimId);
    if (!read) throw new Error(`no case ${claimId}`);
    return read;
  };
  const write: SigningWorld["write"] = async (claimId, now, entries, also = []) => {
    const recorded = await record(deps, { claimId, now }, () => ({ ok: true, value: { entries, also } }));
    if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
  };
  const override: SigningWorld["override"] = (claimId, items, by = "manager-1", now = "2026-12-23T15:30:00.000Z") =>
    write(claimId, now, [
      {
        type: "checklist-overridden",
        effectiveAt: now,
        by: person(by, "manager"),
        details: { items, reason: overrideReason },
      },
    ]);
  const heard = async (items: readonly string[] = lacking) => {
    const { file: filed } = await world.fileOne(filedAt);
    const { claimId } = filed.head;
    const analyst = person("analyst-1", "analyst");
    await write(claimId, filedAt, [{ type: "claim-accepted", effectiveAt: filedAt, by: analyst, details: {} }]);
    const at = "2026-12-23T15:00:00.000Z";
    await write(claimId, at, [hearingHeld(at)]);
    if (items.length > 0) await override(claimId, items);
    return claimId;
  };
  const as: SigningWorld["as"] = async ({ sub, role, at }, route, claimId, request = {}) =>
    call(handler, route, {
      params: { claimId },
      claims: { ...staff(role), sub, ...(at !== undefined && { auth_time: String(Date.parse(at) / 1000) }) },
      version: (await file(claimId)).head.version,
      ...request,
    });
  const draft: SigningWorld["draft"] = async (claimId, replaced = {}) => {
    const { draft: before } = await file(claimId);
    const written: ResolutionDraft = {
      outcome: "rejected",
      decision: "Se confirma el recibo.",
      reasons: "La lectura es correcta.",
      months: [],
      answers: [
        { matter: "grounds", text: "La lectura del medidor es la del recibo.", cites: ["entry:1"] },
        { matter: "request", text: "No corresponde cobrar otro consumo.", cites: ["evidence:bills"] },
      ],
      savedAt: drafting,
      by: "resolver-1",
      ...replaced,
    };
    await write(claimId, drafting, [], [world.resolutionDrafts.save(claimId, written, before)]);
  };
  return {
    ...world,
    deps,
    documents,
    attachments,
    sets,
    key,
    as,
    heard,
    override,
    write,
    draft,
    file,
    events: async (claimId) => (await file(claimId)).events,
    issued: async (replaced) => {
      const claimId = await heard();
      await draft(claimId, replaced);
      const answer = await as(resolver, signingRoutes.issueResolution, claimId, { body: {} });
      expect(answer.status, answer.text).toBe(200);
      return answer.body;
    },
  };
}
