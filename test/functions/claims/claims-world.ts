import type { ClaimDeps } from "../../../functions/claims/claim-deps.ts";
import { claims } from "../../../functions/claims/claims.ts";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import { newSecret } from "../../../shared/casework/case/new-ids.ts";
import { record } from "../../../shared/casework/case/record.ts";
import * as claimFileRoutes from "../../../shared/contract/case-copy/claim-file-routes.ts";
import * as claimRoutes from "../../../shared/contract/claim/claim-routes.ts";
import * as offerRoutes from "../../../shared/contract/conciliation/offer-routes.ts";
import * as profileRoutes from "../../../shared/contract/notice/profile-routes.ts";
import * as openRoutes from "../../../shared/contract/open-routes.ts";
import { cents } from "../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { openAttemptCounter } from "../../../shared/storage/attempt-counter.ts";
import { openContactCounter } from "../../../shared/storage/counter/attentions.ts";
import type { EvidenceDownloads } from "../../../shared/storage/evidence.ts";
import { openClaimDrafts } from "../../../shared/storage/filing/claim-drafts.ts";
import { openProfiles } from "../../../shared/storage/notice/profiles.ts";
import { openSupplyLinks } from "../../../shared/storage/supply/supply-links.ts";
import { copyStores } from "../../doubles/copy-stores.ts";
import { type CaseWorld, caseWorld, form, person } from "../../shared/casework/case-world.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { originKey } from "../api-call.ts";

/** The function of the claims on real tables; only the addresses of downloads are made up. */
export interface ClaimsWorld {
  readonly handler: ApiHandler;
  readonly world: CaseWorld;
  readonly deps: ClaimDeps;
}

/** The function on given stores, as its `index.ts` makes it. */
export const claimsHandler = (deps: ClaimDeps): ApiHandler =>
  api({ ...claimRoutes, ...offerRoutes, ...claimFileRoutes, ...openRoutes, ...profileRoutes }, claims(deps), {
    originKey,
  });

const downloads = (folder: string): EvidenceDownloads => ({
  link: (documentId, fileName) => Promise.resolve(`https://evidence.example.pe/${folder}/${documentId}?as=${fileName}`),
});

/** What the function works with, on the tables of a world of cases. */
export const claimDepsOn = (world: CaseWorld): ClaimDeps => ({
  ...world,
  attemptCounter: openAttemptCounter(world.billing),
  supplyLinks: openSupplyLinks(world.claims),
  // The mobile that María's and Eva's accounts sign in with is the one that claims leave here.
  accountContacts: {
    find: async (sub) =>
      sub === "ana" ? undefined : { channel: "sms", to: sub === "eva" ? "900000009" : "900000001" },
  },
  claimDrafts: openClaimDrafts(world.claims),
  profiles: openProfiles(world.claims),
  contactCounter: openContactCounter(world.claims),
  attachmentDownloads: downloads("attachments"),
  documentDownloads: downloads("documents"),
  ...copyStores(world.claims),
});

export async function claimsWorld(local: TestTables): Promise<ClaimsWorld> {
  const world = await caseWorld(local);
  const deps = claimDepsOn(world);
  return { handler: claimsHandler(deps), world, deps };
}

/** What a customer sends to claim October's receipt of a linked supply. */
export function claimBody(linkId: string, replaced: object = {}) {
  const { supplyCode: _, ...said } = form;
  return { ...said, linkId, receipts: [{ number: "S001-00045001", period: "2026-10" }], uploadIds: [], ...replaced };
}

/** A file that a person sent. */
export async function sendFile(
  { uploads }: CaseWorld,
  by: string,
  documentId: string,
  state: "pending" | "received" | "refused" = "received",
): Promise<string> {
  const createdAt = "2026-11-23T15:00:00.000Z";
  const file = { fileName: "foto.jpg", contentType: "image/jpeg", sizeBytes: 10, sha256: "a".repeat(64) } as const;
  await uploads.announce({ documentId, by, createdAt, ...file, state: "pending" }, 100);
  if (state !== "pending") await uploads.settle(documentId, state);
  return documentId;
}

const resolver = person("resolver-1", "resolver");
const clerk = person("clerk-1", "clerk");

/** Sends a resolution to signature, signs it and sends its notice by e-mail, all at one instant; gives the key. */
export async function decide(world: CaseWorld, claimId: string, now: string, number: string): Promise<string> {
  const noticeKey = newSecret();
  const noticeId = `notice-${number}`;
  const at = { effectiveAt: now } as const;
  const document = {
    documentId: `resolution-${number}`,
    kind: "resolution",
    fileName: `${number}.pdf`,
    sizeBytes: 1000,
    sha256: "b".repeat(64),
    verificationCode: "0000-0000-0000-0000",
  } as const;
  const written = await record(world, { claimId, now }, () => ({
    ok: true,
    value: {
      entries: [
        {
          ...at,
          type: "resolution-issued",
          by: resolver,
          number,
          outcome: "rejected",
          checklist: "complete",
          details: {
            reasons: "La lectura es correcta.",
            decision: "El recibo queda igual.",
            months: [],
            evidence: [],
            document,
          },
        },
        {
          ...at,
          type: "resolution-signed",
          by: person("signer-1", "signer"),
          details: {
            number,
            signer: "PERSONA DE PRUEBA FIRMANTE",
            authenticatedAt: now,
            seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "s" },
          },
        },
        {
          ...at,
          type: "resolution-dispatched",
          by: clerk,
          channel: "email",
          details: { noticeId, to: "cliente@example.pe", noticeKey },
        },
      ],
      also: [world.caseFiles.noticeWrite(noticeKey, claimId, noticeId)],
    },
  }));
  if (!written.ok) throw new Error(`not decided: ${written.error} ${written.detail ?? ""}`);
  return noticeKey;
}

/** A claim by maria whose examination was refused at once, up to its notice by e-mail. */
export async function decidedClaim(
  world: CaseWorld,
  now: string,
  number: string,
): Promise<{ claimId: string; code: string; noticeKey: string }> {
  const { file } = await world.fileOne(now);
  const { claimId, code } = file.head;
  return { claimId, code, noticeKey: await decideAtOnce(world, claimId, now, number) };
}

/** Refuses to examine a claim, up to its notice by e-mail; gives the notice's key. */
export async function decideAtOnce(world: CaseWorld, claimId: string, now: string, number: string): Promise<string> {
  const proposed = await record(world, { claimId, now }, () => ({
    ok: true,
    value: {
      entries: [
        {
          type: "dismissal-proposed",
          effectiveAt: now,
          by: person("analyst-1", "analyst"),
          ground: "late",
          details: { reason: "Fuera de plazo." },
        },
      ],
    },
  }));
  if (!proposed.ok) throw new Error(`not proposed: ${proposed.error}`);
  return decide(world, claimId, now, number);
}

/** An offer of the analyst to settle. */
export async function offer(world: CaseWorld, claimId: string, offerId: string, now: string, until: string) {
  const made = await record(world, { claimId, now }, () => ({
    ok: true,
    value: {
      entries: [
        {
          type: "offer-made",
          effectiveAt: now,
          by: person("analyst-1", "analyst"),
          details: {
            offerId,
            receiptNumber: "S001-00045001",
            m3: 20,
            before: cents(22_361),
            after: cents(6_000),
            terms: "Se factura con el promedio.",
            until: calendarDay(until),
          },
        },
      ],
    },
  }));
  if (!made.ok) throw new Error(`no offer: ${made.error}`);
}

/** Certifies the silence that grants a claim, and corrects its receipt. */
export async function executeSilence(world: CaseWorld, claimId: string, now: string): Promise<void> {
  const certified = {
    type: "silence-certified",
    effectiveAt: now,
    by: { kind: "system", name: "render-documents" },
    details: { corrected: [] },
  } as const;
  const details = { summary: "Nota de crédito.", reference: "NC-1" };
  const executed = { type: "executed", effectiveAt: now, by: person("billing-1", "billing"), details } as const;
  const done = await record(world, { claimId, now }, () => ({ ok: true, value: { entries: [certified, executed] } }));
  if (!done.ok) throw new Error(`not executed: ${done.error}`);
}
