import { type AttachedPapers, attachedPapers } from "../../shared/casework/attached-papers.ts";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import type { ActWriter, Presented } from "../../shared/casework/claimant-acts.ts";
import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { refusalWords } from "../../shared/casework/refusal-words.ts";
import type { takeRemedy } from "../../shared/contract/casework-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Coming, Confirmation } from "../../shared/domain/taken-act.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { CaseworkDesk } from "./casework-desk.ts";

type Brought = NonNullable<RequestOf<typeof takeRemedy>["body"]["presented"]>;

/** What was handed in, as an act names it; its own papers where it is no document of the document desk. */
interface BroughtAct {
  readonly presented: Presented;
  readonly confirmed: Confirmation;
  readonly signed?: AttachedPapers | undefined;
}

/** An act that came as a document: it counts from the day that was handed in, not from when it is written down. */
export function broughtAct(
  desk: CaseworkDesk,
  caller: Staff,
  at: CaseAt,
  brought: Brought,
  act: string,
): Promise<Answer<BroughtAct, "upload-not-found" | "filing-not-found" | "not-now">> {
  return brought.by === "paper"
    ? byPaper(desk, caller, at, brought)
    : byFiling(desk, at, { filingId: brought.filingId, by: caller.sub, act });
}

/** Who writes down an act that needs no confirmation, and the document it came as. */
export async function writerOf(
  desk: CaseworkDesk,
  by: Staff,
  at: CaseAt,
  { came, presented: brought }: { readonly came: Coming; readonly presented?: Brought | undefined },
  as: string,
): Promise<Answer<ActWriter, "upload-not-found" | "filing-not-found" | "not-now">> {
  if (!brought) return ok({ by, taken: { came } });
  const found = await broughtAct(desk, by, at, brought, as);
  if (!found.ok) return found;
  const { confirmed, ...act } = found.value;
  return ok({ by, taken: { came, confirmed }, ...act });
}

const lateWords = "Se presentó un día anterior: escribe por qué se anota recién hoy.";

async function byPaper(
  desk: CaseworkDesk,
  caller: Staff,
  { filing, now }: CaseAt,
  { receivedAt, reason, uploadIds }: Extract<Brought, { by: "paper" }>,
): Promise<Answer<BroughtAct, "upload-not-found" | "not-now">> {
  if (receivedAt > now) return refused("not-now", { detail: refusalWords["not-happened-yet"] });
  if (receivedAt < filing.effectiveAt) return refused("not-now", { detail: refusalWords["before-its-cause"] });
  if (limaDay(receivedAt) < limaDay(now) && reason === undefined) return refused("not-now", { detail: lateWords });
  const signed = await receivedPapers(desk, caller, uploadIds);
  if (!signed.ok) return signed;
  const { papers } = signed.value;
  return ok({
    presented: { at: receivedAt, filedOn: filedOnAt(desk.tenant, receivedAt), papers: [], also: [] },
    confirmed: { by: "paper", receivedAt, ...(reason !== undefined && { reason }), papers },
    signed: signed.value,
  });
}

/** Papers that confirm something: all of them must have come and passed their check. */
export async function receivedPapers(
  desk: CaseworkDesk,
  { sub }: Staff,
  uploadIds: readonly string[],
): Promise<Answer<AttachedPapers, "upload-not-found" | "not-now">> {
  const attached = await attachedPapers(desk, sub, uploadIds);
  if (attached.ok && attached.value.papers.some(({ state }) => state !== "received"))
    return refused("not-now", {
      detail: "El papel firmado todavía se revisa, o no se pudo abrir. Espera a que diga «recibido», o envía otro.",
    });
  return attached;
}

async function byFiling(
  { filings, caseFiles }: CaseworkDesk,
  { file, filing, now }: CaseAt,
  { filingId, by, act }: { readonly filingId: string; readonly by: string; readonly act: string },
): Promise<Answer<BroughtAct, "filing-not-found" | "not-now">> {
  const found = await filings.find(filingId);
  const { claimId, code } = file.head;
  if (found?.kind !== "document" || (found.claim && found.claim.claimId !== claimId))
    return refused("filing-not-found");
  // What the clerk registered is a paper somebody signed, and its scan.
  const mayAct =
    found.registered !== undefined || (found.sub !== undefined && (await caseFiles.mayOpen(found.sub, claimId)));
  const detail = whyNotBrought(found, mayAct);
  if (detail !== undefined) return refused("not-now", { detail });
  if (found.presentedAt < filing.effectiveAt) return refused("not-now", { detail: refusalWords["before-its-cause"] });
  const { number: filingNumber, presentedAt, filedOn, papers } = found;
  const taken = filings.step(found, {
    entry: { type: "taken", at: now, by, to: code, text: act },
    set: {
      state: "received",
      receivedAt: found.receivedAt ?? now,
      claim: { claimId, code },
      takenAs: act,
      presentedAs: found.presentedAs ?? { kind: found.kind, claim: found.claim },
    },
  });
  return ok({
    presented: {
      at: presentedAt,
      filedOn: calendarDay(filedOn),
      filing: { filingId, filingNumber },
      // One that could not be read stands as filed: nobody loses a recourse to a scanner.
      papers: papers.filter(({ state }) => state !== "refused"),
      also: taken,
    },
    confirmed: { by: "filing", filingId, filingNumber },
  });
}

/** Why a document of the document desk is no act of this claim. */
function whyNotBrought({ state, claim, papers, takenAs }: FilingRecord, mayAct: boolean): string | undefined {
  if (!mayAct)
    return "Ese documento no lo presentó quien reclama desde su cuenta: toma el acto con el papel firmado y su sello.";
  if (state !== "presented" && !(state === "received" && claim)) return "Ese documento ya se observó o se devolvió.";
  if (papers.some((paper) => paper.state === "pending")) return "Sus archivos todavía se revisan. Espera un momento.";
  return takenAs === undefined ? undefined : "Ese documento ya se tomó en este reclamo.";
}
