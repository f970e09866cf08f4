import { type Answer, type Refusal, refused } from "../../contract/refusals.ts";
import { claimantName } from "../../documents/spanish-names.ts";
import type { CaseEvent, NoteOf } from "../../domain/case/case-events.ts";
import { holdsPower } from "../../domain/case/claim.ts";
import type { QuejaGround } from "../../domain/case/claim-events.ts";
import { instanceOf } from "../../domain/case/claim-instance.ts";
import { isBeforeTribunal } from "../../domain/case/claim-states.ts";
import { isBilling } from "../../domain/case/claim-types.ts";
import { ok } from "../../domain/case/result.ts";
import type { ActOnBehalf } from "../../domain/counter/act-on-behalf.ts";
import { awaitsStandingProof } from "../../domain/counter/standing-proof.ts";
import type { DisputedReceipt } from "../../domain/filing/claim-form.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { pendingQueja } from "../../domain/recourse/unanswered-quejas.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import { actionsFor } from "../../domain/work/claim-access.ts";
import type { Customer, Guest, Staff } from "../../domain/work/people.ts";
import type { Uploads } from "../../storage/attachment/uploads.ts";
import type { ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { TakenCodes } from "../../storage/check/taken-codes.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { NewSubmission, Submissions } from "../../storage/submission/submissions.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { findAttachments } from "../attachment/find-attachments.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import { refusalWords } from "../case/law-refusal-words.ts";
import { newCode, newSecret, newTimeId } from "../case/new-ids.ts";
import type { Decision } from "../case/record.ts";
import { offersOf } from "../conciliation/offers.ts";
import { type Price, type Proposed, priceOf } from "../conciliation/price-offer.ts";
import { callerOf } from "../counter/claim-caller.ts";
import { tacitNotification } from "../delivery/tacit-notification.ts";
import { claimableMonths } from "../filing/claimable-months.ts";
import { filedOnAt } from "../filing/filed-on.ts";
import { disputed, receiptsNamed } from "../receipt/named-receipts.ts";
import { undoUntil } from "../term/undo-term.ts";
import { recordedToday } from "../work/recorded-today.ts";

interface ActDeps {
  readonly tenant: Tenant;
  readonly receiptReader: ReceiptReader;
  readonly uploads: Uploads;
  readonly submissions: Submissions;
  readonly takenCodes: TakenCodes;
}

/** A claimant's answer to an offer, and what they propose instead of it. */
interface OfferAnswer {
  readonly offerId: string;
  readonly accepted: boolean;
  readonly counter?: (Proposed & { readonly says: string }) | undefined;
}

/** What a claimant adds to their claim. */
interface Extension {
  readonly grounds: string;
  readonly receipts: readonly { readonly number: string; readonly period: string }[];
  readonly uploadIds: readonly string[];
}

const onBehalf = ({ taken }: ActWriter): ActOnBehalf => (taken ? { taken } : {});

/** The writes that go with an act: attaching its signed attachments, and what was presented before it. */
function alongWith({ presented, signed }: ActWriter, claimId: string): readonly Write[] {
  return [...(presented?.also ?? []), ...(signed?.attach({ claimId }) ?? [])];
}

/**
 * Returns the decision that records `remedied`, the answer to an observation (subsanación), with the named uploads and
 * the attachments already handed in at the desk (`writer.presented`). The answer takes effect when those were handed
 * in, or at `now` if none were. Refuses `upload-not-found` if an upload does not exist, is somebody else's or is
 * already attached. Writes nothing.
 */
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
  const details = { answer, attachments, ...onBehalf(writer) };
  return ok({
    entries: [{ type: "remedied", effectiveAt: writer.presented?.at ?? now, by: writer.by, details }],
    also: [...attach({ claimId }), ...alongWith(writer, claimId)],
  });
}

/**
 * Returns the decision that records `new-evidence-brought` in a reconsideration, with the named uploads and the
 * attachments already handed in (`writer.presented`). Refuses `upload-not-found` if an upload does not exist, is
 * somebody else's or is already attached. Refuses `not-now` if there is no attachment, or if the check refused every
 * attachment. Writes nothing.
 */
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
  const details = { answer, attachments, ...onBehalf(writer) };
  return ok({
    entries: [{ type: "new-evidence-brought", effectiveAt: writer.presented?.at ?? now, by: writer.by, details }],
    also: [...attach({ claimId }), ...alongWith(writer, claimId)],
  });
}

/**
 * Returns the decision that records `claim-extended` (ampliación): grounds, attachments and receipts added to a claim.
 * A receipt that the claim already has is not added again. Refuses `receipt-not-found` if a receipt is not among the
 * supply's last 24 months; `not-now` if the claim's type is not about receipts, or if the claim would have more than 24
 * receipts; `upload-not-found` if an upload does not exist, is somebody else's or is already attached.
 */
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
  const details = { grounds, receipts: added.value, attachments, ...onBehalf(writer) };
  return ok({
    entries: [{ type: "claim-extended", effectiveAt: writer.presented?.at ?? now, by: writer.by, details }],
    also: [...attach({ claimId }), ...alongWith(writer, claimId)],
  });
}

/** Of the named receipts, those that the claim does not have yet. */
async function addedReceipts(
  { receiptReader }: ActDeps,
  { file, filing }: CaseAt,
  named: Extension["receipts"],
): Promise<Answer<readonly DisputedReceipt[], "receipt-not-found" | "not-now">> {
  if (named.length === 0) return ok([]);
  const had = claimedReceipts(file.events);
  if (!isBilling(filing.claimType))
    return refused("not-now", { detail: "Este reclamo no es sobre recibos: presenta otro por los meses que agregas." });
  const found = receiptsNamed(await receiptReader.lastMonths(file.head.supplyCode, claimableMonths), named);
  if (!found.ok) return found;
  const added = found.value.map(disputed).filter(({ number }) => !had.some((one) => one.number === number));
  return had.length + added.length > claimableMonths
    ? refused("not-now", { detail: `Un reclamo lleva hasta ${claimableMonths} meses: presenta otro por los demás.` })
    : ok(added);
}

/**
 * Returns the decision that records `offer-answered`, not yet an agreement. Refuses `offer-not-found` if the claim has
 * no such offer; `cannot-price` if `counter` has no price; `not-now` if the offer has the same answer and no `counter`
 * is given, or an answer that can no longer be undone; if its last day has passed, except to undo an acceptance; if no
 * conciliation runs; or if the claimant lacks power to conciliate or, to accept, proof of standing.
 */
export async function offerAnswerDecision(
  deps: Pick<ActDeps, "receiptReader" | "tenant">,
  writer: ActWriter,
  at: CaseAt,
  { offerId, accepted, counter }: OfferAnswer,
): Promise<Answer<Decision, "offer-not-found" | "cannot-price" | "not-now">> {
  const refusal =
    offerRefusal(at, { offerId, accepted, counter }, writer) ??
    (accepted ? proofAwaited(at.file.events, writer.by) : undefined);
  if (refusal) return refusal;
  const { now, filing } = at;
  const priced = counter && (await pricedFor(deps, at, { offerId, proposed: counter }));
  if (priced && !priced.ok) return priced;
  const countered = counter && priced && { counter: { m3: counter.m3, says: counter.says, ...priced.value } };
  const details = { offerId, accepted, standing: filing.standing, ...countered, ...onBehalf(writer) };
  return ok({ entries: [{ type: "offer-answered", effectiveAt: now, by: writer.by, details }] });
}

/**
 * Returns what the receipt of an offer would cost with the volume and instalments that the claimant proposes. Refuses
 * `offer-not-found` if the claim has no such offer. Refuses `cannot-price` if the month total at this volume cannot be
 * computed, or if an instalment would be less than one sol.
 */
export async function pricedFor(
  { receiptReader, tenant }: Pick<ActDeps, "receiptReader" | "tenant">,
  at: CaseAt,
  { offerId, proposed }: { readonly offerId: string; readonly proposed: Proposed },
): Promise<Answer<Price, "offer-not-found" | "cannot-price">> {
  const offer = offersOf(at).find((one) => one.offerId === offerId);
  if (!offer) return refused("offer-not-found");
  const receipts = await receiptReader.lastMonths(at.file.head.supplyCode, at.law.evidence.historyMonths);
  return priceOf(receipts, offer.receiptNumber, proposed, tenant.billing.tariffLists.value);
}

function offerRefusal(
  at: CaseAt,
  { offerId, accepted, counter }: OfferAnswer,
  { by }: ActWriter,
): Refusal<"offer-not-found" | "not-now"> | undefined {
  const { filing, claim, law, now } = at;
  const offer = offersOf(at).find((one) => one.offerId === offerId);
  if (!offer) return refused("offer-not-found");
  const isSame = offer.accepted === accepted && !counter;
  if (isSame || (offer.accepted !== undefined && offer.undoUntil === undefined))
    return refused("not-now", { detail: "Esa propuesta ya tiene respuesta." });
  const undoes = offer.accepted === true;
  if (limaDay(now) > offer.until && !undoes)
    return refused("not-now", { detail: "El plazo para responder esa propuesta ya pasó. El reclamo sigue su curso." });
  if (!holdsPower(filing.standing, "conciliate"))
    return refused("not-now", { detail: refusalWords["special-power-needed"] });
  const caller = by.kind === "staff" ? by : callerOf(at, by.sub);
  if (!actionsFor(claim, caller, law, now).includes("answer-offer"))
    return refused("not-now", { detail: "La conciliación de este reclamo ya terminó, o todavía no empieza." });
  return undefined;
}

/**
 * Returns the refusal (`not-now`) of an act that gives up a right, if somebody who claimed as holder has not yet proved
 * their standing. Its words are for the claimant, or for staff if `by` is staff. Undefined if no proof is awaited.
 */
export function proofAwaited(
  events: readonly CaseEvent[],
  by: Customer | Guest | Staff,
): Refusal<"not-now"> | undefined {
  if (!awaitsStandingProof(events)) return undefined;
  return refused("not-now", {
    detail:
      by.kind === "staff"
        ? "El documento de quien reclama no coincide con el padrón: antes de un desistimiento o un acuerdo, registra qué mostró para probar que es titular o que usa el servicio."
        : "Tu documento no coincide con el padrón. Antes de desistir o aceptar un acuerdo, muestra en la oficina que eres titular o que usas el servicio. Tu reclamo sigue mientras tanto.",
  });
}

/**
 * The alert to forward a withdrawal to the tribunal, which decides on it while the case is there (digest 3.3); not
 * before `after`, the last day to undo it, if it has one.
 */
function toBeForwarded(now: string, after: CalendarDay | undefined): NoteOf<"manager-alerted"> {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "withdrawals" },
    details: {
      reason: `El expediente está en el TRASS: envíele este desistimiento, que él decide.${after ? ` Espere a que pase el ${longDate(after)}: hasta ese día puede deshacerlo.` : ""}`,
    },
  };
}

/**
 * Returns the decision that records `withdrawal-requested`. `of` says whether the claimant withdraws from the procedure
 * alone or from the claim itself; the utility accepts it later, in another act. If the tribunal has the case, the
 * decision also records `manager-alerted`, since the office must forward the request to the tribunal. Refuses `not-now`
 * if proof of standing is awaited. Writes nothing.
 */
export function withdrawalDecision(
  writer: ActWriter,
  { file, filing, claim, law, now }: CaseAt,
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
        details: { reason, ...onBehalf(writer) },
      },
      ...(isBeforeTribunal(claim.state)
        ? [toBeForwarded(now, undoUntil({ recordedAt: now, details: onBehalf(writer) }, law))]
        : []),
    ],
    also: alongWith(writer, file.head.claimId),
  });
}

interface Recourse {
  readonly kind: "reconsideration" | "appeal";
  readonly grounds: string;
  readonly uploadIds: readonly string[];
  /** The claimant says they have the decision, though its delivery is not recorded. */
  readonly knowsDecision?: true | undefined;
}

const subjects = {
  reconsideration: "Recurso de reconsideración",
  appeal: "Recurso de apelación",
  queja: "Queja por defecto de trámite",
} as const;

/** An act in a claim that also goes to the document desk. */
interface FiledAct {
  readonly kind: keyof typeof subjects;
  readonly text: string;
  readonly uploadIds: readonly string[];
}

/**
 * Prepares an act that also becomes a submission of the document desk: what its entry says, and the writes that make
 * the submission. The submission belongs to the customer who acts; if a guest or staff act, to the customer who filed
 * the claim, if one did. A guest's has a key of its own. If the act was presented at the desk before, that submission
 * keeps its number and day, and no other is made.
 */
async function filedAct(
  deps: ActDeps,
  writer: ActWriter,
  { file, filing, now }: CaseAt,
  { kind, text, uploadIds }: FiledAct,
) {
  const { submissions, takenCodes, tenant } = deps;
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
      details: { ...presented.submission, attachments, ...onBehalf(writer) },
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
    channel: by.kind !== "staff" ? "web" : writer.taken?.came === "telephone" ? "telephone" : "counter",
    ...(account.kind === "customer" && { sub: account.sub }),
    ...(by.kind === "guest" && { key: newSecret() }),
    office,
    presentedAt: effectiveAt,
    state: "presented",
    claim: { claimId, code },
    attachments: [...attachments, ...(signed?.attachments ?? [])],
  };
  const attachTo = { claimId, submissionId };
  const also: readonly Write[] = [
    ...submissions.file(record),
    takenCodes.take(submissionNumber, submissionId),
    ...attach(attachTo),
    ...(signed ? signed.attach(attachTo) : []),
  ];
  return ok({
    fact,
    details: { submissionId, submissionNumber, attachments, ...onBehalf(writer) },
    also,
  });
}

/**
 * Returns the decision that files a recourse in the claim and, unless `writer.presented` is a submission, at the
 * document desk. During a reconsideration it files an appeal, whatever `kind` says. `newEvidence` is true if some
 * attachment was not refused by its check. With `knowsDecision`, a tacit notification comes first if the last decision
 * was not notified. Refuses `upload-not-found` if an upload does not exist, is somebody else's or is already attached.
 */
export async function recourseDecision(
  deps: ActDeps,
  writer: ActWriter,
  at: CaseAt,
  { kind: label, grounds, uploadIds, knowsDecision }: Recourse,
): Promise<Answer<Decision, "upload-not-found">> {
  // Only one reconsideration is decided: against that decision a recourse is an appeal, whatever it is called (digest
  // 1.5).
  const kind = instanceOf(at.claim, at.law).isReconsideration ? "appeal" : label;
  const filed = await filedAct(deps, writer, at, { kind, text: grounds, uploadIds });
  if (!filed.ok) return filed;
  const { also } = filed.value;
  const details = { ...filed.value.details, grounds, ...(kind !== label && { label }) };
  const fact = { ...filed.value.fact, details };
  // A file that its check refused proves nothing.
  const newEvidence = details.attachments.some(({ state }) => state !== "refused");
  const notification = knowsDecision && tacitNotification(at, writer.by, fact.effectiveAt);
  return ok({
    entries: [
      ...(notification ? [notification] : []),
      kind === "reconsideration"
        ? { ...fact, type: "reconsideration-filed", newEvidence }
        : { ...fact, type: "appeal-filed", newEvidence },
    ],
    also,
  });
}

/** A queja (digest 3.8): its ground, the duty that was infringed, and what happened. */
interface Queja {
  readonly ground: QuejaGround;
  readonly duty: string;
  readonly facts: string;
  readonly uploadIds: readonly string[];
}

/** Quejas of one claim in a day. */
const mostQuejas = 5;

/**
 * Returns the decision that records `queja-filed`. Its writes file the queja at the document desk, unless it came as a
 * submission, and put the claim on the office's list of quejas, by the filing day of its first unanswered queja.
 * Refuses `not-now` if the claim already had five quejas today in Lima. Refuses `upload-not-found` if an upload does
 * not exist, is somebody else's or is already attached.
 */
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
