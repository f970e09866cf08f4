import type { Tenant } from "../../tenants/tenant.ts";
import { type Answer, type Refusal, refused } from "../contract/refusals.ts";
import { claimantName } from "../documents/spanish-names.ts";
import type { ActOnBehalf } from "../domain/act-on-behalf.ts";
import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import type { CaseEvent, NoteOf } from "../domain/case-events.ts";
import { holdsPower } from "../domain/claim.ts";
import { actionsFor } from "../domain/claim-access.ts";
import { instanceOf, pendingQueja } from "../domain/claim-clocks.ts";
import type { QuejaGround } from "../domain/claim-events.ts";
import type { Attachment, DisputedReceipt } from "../domain/claim-form.ts";
import { isBeforeTribunal } from "../domain/claim-states.ts";
import { isBilling } from "../domain/claim-types.ts";
import { claimedReceipts } from "../domain/claimed-receipts.ts";
import type { Customer, Staff } from "../domain/people.ts";
import { ok } from "../domain/result.ts";
import { awaitsStandingProof } from "../domain/standing-proof.ts";
import type { CaseFiles } from "../storage/case-files.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { ReceiptReader } from "../storage/receipt-reader.ts";
import type { NewSubmission, Submissions } from "../storage/submissions.ts";
import type { Uploads } from "../storage/uploads.ts";
import type { CaseAt } from "./case-at.ts";
import { callerOf } from "./claim-caller.ts";
import { disputed, receiptsNamed } from "./disputed-receipts.ts";
import { filedOnAt } from "./filed-on.ts";
import { type FoundAttachments, findAttachments } from "./find-attachments.ts";
import { newCode, newTimeId } from "./new-ids.ts";
import { offersOf } from "./offers.ts";
import type { Decision } from "./record.ts";
import { recordedToday } from "./recorded-today.ts";
import { refusalWords } from "./refusal-words.ts";
import { tacitNotification } from "./tacit-notification.ts";

/** What a claimant's acts work with. */
interface ActDeps {
  readonly tenant: Tenant;
  readonly receiptReader: ReceiptReader;
  readonly uploads: Uploads;
  readonly submissions: Submissions;
}

/** What was handed in before it is written down as an act: when, and what joins the case with it. */
export interface Presented {
  readonly at: string;
  readonly filedOn: CalendarDay;
  /** Of the document desk, where it was handed in there. */
  readonly submission?: { readonly submissionId: string; readonly submissionNumber: string } | undefined;
  readonly attachments: readonly Attachment[];
  readonly also: readonly Write[];
}

/** Who writes an act down: the claimant, or staff, who say how the person came and how they confirmed. */
export interface ActWriter extends ActOnBehalf {
  readonly by: Customer | Staff;
  readonly presented?: Presented | undefined;
  /** Papers signed for the act. */
  readonly signed?: FoundAttachments | undefined;
}

/** What a claimant adds to their claim. */
interface Extension {
  readonly grounds: string;
  readonly receipts: readonly { readonly number: string; readonly period: string }[];
  readonly uploadIds: readonly string[];
}

const takenBy = ({ taken }: ActWriter): ActOnBehalf => (taken ? { taken } : {});

/** What goes along with an act in a case: its signed papers, and the document it came as. */
function alongWith({ presented, signed }: ActWriter, claimId: string): readonly Write[] {
  return [...(presented?.also ?? []), ...(signed?.attach({ claimId }) ?? [])];
}

/** Answers an observation, with the attachments it asked for (subsanación). */
export async function remedyDecision(
  deps: ActDeps,
  writer: ActWriter,
  { file, now }: CaseAt,
  { answer, uploadIds }: { readonly answer: string; readonly uploadIds: readonly string[] },
): Promise<Answer<Decision, "upload-not-found">> {
  const attached = await findAttachments(deps, writer.by.sub, uploadIds);
  if (!attached.ok) return attached;
  const { attach } = attached.value;
  const { claimId } = file.head;
  const attachments = [...attached.value.attachments, ...(writer.presented?.attachments ?? [])];
  const details = { answer, attachments, ...takenBy(writer) };
  return ok({
    entries: [{ type: "remedied", effectiveAt: writer.presented?.at ?? now, by: writer.by, details }],
    also: [...attach({ claimId }), ...alongWith(writer, claimId)],
  });
}

/** Brings the new evidence a reconsideration came without: at least one document, whatever was said before of it. */
export async function newEvidenceDecision(
  deps: ActDeps,
  writer: ActWriter,
  { file, now }: CaseAt,
  { answer, uploadIds }: { readonly answer: string; readonly uploadIds: readonly string[] },
): Promise<Answer<Decision, "upload-not-found" | "not-now">> {
  const attached = await findAttachments(deps, writer.by.sub, uploadIds);
  if (!attached.ok) return attached;
  const { attach } = attached.value;
  const { claimId } = file.head;
  const attachments = [...attached.value.attachments, ...(writer.presented?.attachments ?? [])];
  // A file that its check refused proves nothing.
  if (attachments.every(({ state }) => state === "refused"))
    return refused("not-now", { detail: "Agrega el documento: lo escrito solo no es una prueba nueva." });
  const details = { answer, attachments, ...takenBy(writer) };
  return ok({
    entries: [{ type: "new-evidence-brought", effectiveAt: writer.presented?.at ?? now, by: writer.by, details }],
    also: [...attach({ claimId }), ...alongWith(writer, claimId)],
  });
}

/** Adds grounds, evidence or months of the same supply to a claim (ampliación). */
export async function extensionDecision(
  deps: ActDeps,
  writer: ActWriter,
  at: CaseAt,
  { grounds, receipts, uploadIds }: Extension,
): Promise<Answer<Decision, "upload-not-found" | "receipt-not-found" | "not-now">> {
  const { file, now } = at;
  const added = await addedReceipts(deps, at, receipts);
  if (!added.ok) return added;
  const attached = await findAttachments(deps, writer.by.sub, uploadIds);
  if (!attached.ok) return attached;
  const { attach } = attached.value;
  const { claimId } = file.head;
  const attachments = [...attached.value.attachments, ...(writer.presented?.attachments ?? [])];
  const details = { grounds, receipts: added.value, attachments, ...takenBy(writer) };
  return ok({
    entries: [{ type: "claim-extended", effectiveAt: writer.presented?.at ?? now, by: writer.by, details }],
    also: [...attach({ claimId }), ...alongWith(writer, claimId)],
  });
}

/** More months than any claim has: one more is told to be another claim. */
const mostMonths = 24;

/** Receipts that the claim does not have yet. */
async function addedReceipts(
  { receiptReader }: ActDeps,
  { file, filing }: CaseAt,
  named: Extension["receipts"],
): Promise<Answer<readonly DisputedReceipt[], "receipt-not-found" | "not-now">> {
  if (named.length === 0) return ok([]);
  const had = claimedReceipts(file.events);
  if (!isBilling(filing.claimType))
    return refused("not-now", { detail: "Este reclamo no es sobre recibos: presenta otro por los meses que agregas." });
  const found = receiptsNamed(await receiptReader.lastMonths(file.head.supplyCode, mostMonths), named);
  if (!found.ok) return found;
  const added = found.value.map(disputed).filter(({ number }) => !had.some((one) => one.number === number));
  return had.length + added.length > mostMonths
    ? refused("not-now", { detail: `Un reclamo lleva hasta ${mostMonths} meses: presenta otro por los demás.` })
    : ok(added);
}

/** Answers an offer to settle, once. What it changes, the acta of the hearing records. */
export function offerAnswerDecision(
  writer: ActWriter,
  at: CaseAt,
  { offerId, accepted }: { readonly offerId: string; readonly accepted: boolean },
): Answer<Decision, "offer-not-found" | "not-now"> {
  const refusal = offerRefusal(at, offerId, writer) ?? (accepted ? proofAwaited(at.file.events, writer.by) : undefined);
  if (refusal) return refusal;
  const { now, filing } = at;
  const details = { offerId, accepted, standing: filing.standing, ...takenBy(writer) };
  return ok({ entries: [{ type: "offer-answered", effectiveAt: now, by: writer.by, details }] });
}

function offerRefusal(
  at: CaseAt,
  offerId: string,
  { by }: ActWriter,
): Refusal<"offer-not-found" | "not-now"> | undefined {
  const { filing, claim, law, now } = at;
  const offer = offersOf(at).find((one) => one.offerId === offerId);
  if (!offer) return refused("offer-not-found");
  if (offer.accepted !== undefined) return refused("not-now", { detail: "Esa propuesta ya tiene respuesta." });
  if (limaDay(now) > offer.until)
    return refused("not-now", { detail: "El plazo para responder esa propuesta ya pasó. El reclamo sigue su curso." });
  if (!holdsPower(filing.standing, "conciliate"))
    return refused("not-now", { detail: refusalWords["special-power-needed"] });
  const caller = by.kind === "staff" ? by : callerOf(at, by.sub);
  if (!actionsFor(claim, caller, law, now).includes("answer-offer"))
    return refused("not-now", { detail: "La conciliación de este reclamo ya terminó, o todavía no empieza." });
  return undefined;
}

/** Why an act that gives a right away is not taken yet: who claimed as holder must prove it, or that they use the service. */
export function proofAwaited(events: readonly CaseEvent[], by: Customer | Staff): Refusal<"not-now"> | undefined {
  if (!awaitsStandingProof(events)) return undefined;
  return refused("not-now", {
    detail:
      by.kind === "staff"
        ? "El documento de quien reclama no coincide con el padrón: antes de un desistimiento o un acuerdo, registra qué mostró para probar que es titular o que usa el servicio."
        : "Tu documento no coincide con el padrón. Antes de desistir o aceptar un acuerdo, muestra en la oficina que eres titular o que usas el servicio. Tu reclamo sigue mientras tanto.",
  });
}

/** A withdrawal before the tribunal changes nothing here: it is sent on, and the tribunal decides (digest 3.3). */
function toBeForwarded(now: string): NoteOf<"manager-alerted"> {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "withdrawals" },
    details: { reason: "El expediente está en el TRASS: envíale este desistimiento, que él decide." },
  };
}

/** Asks to withdraw; the utility accepts it, or, once the file is with it, the tribunal. Papers signed for it go in with it. */
export function withdrawalDecision(
  writer: ActWriter,
  { file, filing, claim, now }: CaseAt,
  { of, reason }: { readonly of: "procedure" | "claim"; readonly reason: string },
): Answer<Decision, "not-now"> {
  const refusal = proofAwaited(file.events, writer.by);
  if (refusal) return refusal;
  return ok({
    entries: [
      {
        type: "withdrawal-requested",
        effectiveAt: writer.presented?.at ?? now,
        by: writer.by,
        of,
        standing: filing.standing,
        details: { reason, ...takenBy(writer) },
      },
      ...(isBeforeTribunal(claim.state) ? [toBeForwarded(now)] : []),
    ],
    also: alongWith(writer, file.head.claimId),
  });
}

/** A recourse as somebody says it. */
interface Recourse {
  readonly kind: "reconsideration" | "appeal";
  readonly grounds: string;
  readonly uploadIds: readonly string[];
  /** They have the decision, though its delivery is not recorded. */
  readonly knowsDecision?: true | undefined;
}

const subjects = {
  reconsideration: "Recurso de reconsideración",
  appeal: "Recurso de apelación",
  queja: "Queja por defecto de trámite",
} as const;

/** What is filed at the document desk in a claim. */
interface FiledAct {
  readonly kind: keyof typeof subjects;
  readonly text: string;
  readonly uploadIds: readonly string[];
}

/**
 * Files an act at the document desk: what its fact says of it, and the writes. It is the claimant's account's, if the claim
 * is some account's. Papers signed for it are filed with it. What was presented there before keeps its number and its day.
 */
async function filedAct(
  deps: ActDeps,
  writer: ActWriter,
  { file, filing, now }: CaseAt,
  { kind, text, uploadIds }: FiledAct,
) {
  const { submissions, tenant } = deps;
  const { by, presented, signed } = writer;
  const attached = await findAttachments(deps, by.sub, uploadIds);
  if (!attached.ok) return attached;
  const { attach } = attached.value;
  const { claimId, code, office } = file.head;
  const { at: effectiveAt = now, filedOn = filedOnAt(tenant, now) } = presented ?? {};
  const attachments = [...attached.value.attachments, ...(presented?.attachments ?? [])];
  const fact = { effectiveAt, by, filedOn };
  if (presented?.submission)
    return ok({
      fact,
      details: { ...presented.submission, attachments, ...takenBy(writer) },
      also: [...attach({ claimId }), ...alongWith(writer, claimId)],
    });
  const submissionId = newTimeId(now);
  const submissionNumber = newCode(tenant.office.submissionCode.value, filedOn);
  const account = by.kind === "customer" ? by : filing.by;
  const record: NewSubmission = {
    submissionId,
    number: submissionNumber,
    filedOn,
    kind,
    subject: `${subjects[kind]} del reclamo ${code}`,
    text,
    presenter: claimantName(filing.details.form.claimant),
    channel: by.kind === "customer" ? "web" : writer.taken?.came === "telephone" ? "telephone" : "counter",
    ...(account.kind === "customer" && { sub: account.sub }),
    office,
    presentedAt: effectiveAt,
    state: "presented",
    claim: { claimId, code },
    attachments: [...attachments, ...(signed?.attachments ?? [])],
  };
  const attachTo = { claimId, submissionId };
  const also: readonly Write[] = [
    ...submissions.file(record),
    ...attach(attachTo),
    ...(signed ? signed.attach(attachTo) : []),
  ];
  return ok({
    fact,
    details: { submissionId, submissionNumber, attachments, ...takenBy(writer) },
    also,
  });
}

/**
 * Files a recourse in the claim and at the document desk, at once or not at all. Papers signed for it prove nothing new.
 * Who says they have the decision is notified of it with the recourse, where its delivery was not recorded.
 */
export async function recourseDecision(
  deps: ActDeps,
  writer: ActWriter,
  at: CaseAt,
  { kind: label, grounds, uploadIds, knowsDecision }: Recourse,
): Promise<Answer<Decision, "upload-not-found">> {
  // Only one reconsideration is decided: against that decision a recourse is an appeal, whatever it is called (digest 1.5).
  const kind = instanceOf(at.claim, at.law).isReconsideration ? "appeal" : label;
  const filed = await filedAct(deps, writer, at, { kind, text: grounds, uploadIds });
  if (!filed.ok) return filed;
  const { also } = filed.value;
  const details = { ...filed.value.details, grounds, ...(kind !== label && { label }) };
  const fact = { ...filed.value.fact, details };
  // A file that its check refused proves nothing.
  const newEvidence = details.attachments.some(({ state }) => state !== "refused");
  const known = knowsDecision && tacitNotification(at, writer.by, fact.effectiveAt);
  return ok({
    entries: [
      ...(known ? [known] : []),
      kind === "reconsideration"
        ? { ...fact, type: "reconsideration-filed", newEvidence }
        : { ...fact, type: "appeal-filed", newEvidence },
    ],
    also,
  });
}

/** A queja as somebody says it (digest 3.8): the duty infringed, and what happened. */
interface Queja {
  readonly ground: QuejaGround;
  readonly duty: string;
  readonly facts: string;
  readonly uploadIds: readonly string[];
}

/** More than a day needs, and few enough to read. */
const mostQuejas = 5;

/** Files a queja in the claim and at the document desk, and puts the claim on the list of those to be sent on. */
export async function quejaDecision(
  deps: ActDeps & { readonly caseFiles: CaseFiles },
  writer: ActWriter,
  at: CaseAt,
  { ground, duty, facts, uploadIds }: Queja,
): Promise<Answer<Decision, "upload-not-found" | "not-now">> {
  if (recordedToday(at, "queja-filed") >= mostQuejas)
    return refused("not-now", {
      detail: "Hoy ya se presentaron varias quejas de este reclamo. Reúne lo que falta y sigue mañana.",
    });
  const filed = await filedAct(deps, writer, at, { kind: "queja", text: `${duty}\n\n${facts}`, uploadIds });
  if (!filed.ok) return filed;
  const { fact, details, also } = filed.value;
  const first = pendingQueja(at.claim);
  return ok({
    entries: [{ ...fact, type: "queja-filed", ground, details: { ...details, duty, facts } }],
    also: [
      ...also,
      deps.caseFiles.listQueja(at.file.head, first?.type === "queja-filed" ? first.filedOn : fact.filedOn),
    ],
  });
}
