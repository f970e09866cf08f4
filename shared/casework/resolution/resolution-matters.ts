import { requestNames } from "../../documents/spanish-names.ts";
import { type CaseEvent, type CaseEventType, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import type { ResolutionOutcome } from "../../domain/case/claim-events.ts";
import { instanceOf } from "../../domain/case/claim-instance.ts";
import { isHeld } from "../../domain/case/fact-details.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { dateOf, monthAndYear } from "../../domain/receipt/spanish-months.ts";
import type { Citable, Matter } from "../../domain/resolution/resolution-answers.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { attachmentsOf } from "../attachment/case-attachments.ts";
import type { CaseAt } from "../case/case-at.ts";
import { entryName } from "../case-copy/case-pieces.ts";
import { offersOf } from "../conciliation/offers.ts";
import { decidedRecourse } from "../recourse/filed-recourse.ts";
import type { EvidenceView } from "./evidence-checklist.ts";

/** Entries that prove something a resolution may rest on; an offer does only once it was accepted. */
const proving: ReadonlySet<CaseEventType> = new Set([
  "claim-filed",
  "remedied",
  "claim-extended",
  "reclassified",
  "inspection-reported",
  "leak-repair-required",
  "leak-verified",
  "meter-test-asked",
  "meter-test-ordered",
  "meter-test-notified",
  "meter-test-reported",
  "conciliation-held",
  "evidence-added",
  "control-recorded",
  "standing-proved",
  "submission-received",
  "new-evidence-asked",
  "new-evidence-brought",
  "reconsideration-filed",
  "appeal-filed",
  "resolution-signed",
  "resolution-notified",
  "tribunal-decided",
  "queja-answered",
]);

/** Acts by which a claimant brings files to the case. */
const broughtBy: ReadonlySet<CaseEventType> = new Set([
  "claim-filed",
  "remedied",
  "claim-extended",
  "new-evidence-brought",
  "reconsideration-filed",
  "appeal-filed",
]);

/** Returns the entries since what is decided now was filed, that filing included. */
function entriesOfInstance(at: CaseAt): readonly CaseEvent[] {
  const { file, claim, law } = at;
  const { events } = file;
  const opener = decidedRecourse(at) ?? instanceOf(claim, law).opener;
  const from = events.findIndex(({ type, recordedAt }) => type === opener.type && recordedAt === opener.recordedAt);
  return events.slice(Math.max(from, 0));
}

/**
 * Returns what a resolution with this outcome must answer in the present instance. In a claim: its ground, each
 * extension, its request, and the meter test if the claimant asked for one; after a return from the tribunal, also what
 * the tribunal ordered. In a reconsideration: the ground of the recourse. If the outcome is `dismissed` or `concluded`:
 * only why the merits are not examined.
 */
export function mattersOf(at: CaseAt, outcome: ResolutionOutcome | undefined): readonly Matter[] {
  const { filing, file, claim, law } = at;
  const { form } = filing.details;
  const { opener } = instanceOf(claim, law);
  const recourse = decidedRecourse(at);
  const says = recourse?.details.grounds ?? form.grounds;
  if (outcome === "dismissed" || outcome === "concluded")
    return [{ matter: "dismissal", about: "Por qué no se examina el fondo", says }];
  if (recourse) return [{ matter: "recourse", about: "Sobre lo que sostiene el recurso", says }];
  const order = opener.type === "tribunal-decided" ? lastEntry(file.events, "tribunal-decided") : undefined;
  return [
    { matter: "grounds", about: "Sobre lo que se sostiene en el reclamo", says: form.grounds },
    ...entriesOf(file.events, "claim-extended").map(({ seq, effectiveAt, details }) => ({
      matter: `extension-${seq}`,
      about: `Sobre la ampliación del ${dateOf(limaDay(effectiveAt))}`,
      says: details.grounds,
    })),
    { matter: "request", about: "Sobre lo que se pide", says: requestNames[form.request] },
    ...(asksTest(at)
      ? [{ matter: "meter-test", about: "Sobre la contrastación del medidor", says: "que se contraste el medidor" }]
      : []),
    ...(order
      ? [
          {
            matter: `order-${order.seq}`,
            about: `Sobre lo que ordenó el tribunal en la ${order.details.number}`,
            says: order.details.summary,
          },
        ]
      : []),
  ];
}

/** Whether the claimant, and not the office by itself, asked for a meter test. */
function asksTest({ filing, file }: CaseAt): boolean {
  return filing.details.form.meterTest === true || lastEntry(file.events, "meter-test-asked") !== undefined;
}

/**
 * Returns what a resolution may cite, each with its Spanish name: the evidence that is present, the claimed receipts,
 * the entries that prove something, and the files of the claimant and of the office's evidence that passed their check.
 * An offer and its answer are among the entries only if the offer was accepted.
 */
export function citablesOf(at: CaseAt, evidence: readonly EvidenceView[]): readonly Citable[] {
  const { events } = at.file;
  const accepted = new Set(offersOf(at).flatMap((offer) => (offer.accepted ? [offer.offerId] : [])));
  const entries = events.filter(
    (event) =>
      proving.has(event.type) ||
      ((event.type === "offer-made" || event.type === "offer-answered") && accepted.has(event.details.offerId)),
  );
  const states = new Map(attachmentsOf(events).map(({ documentId, state }) => [documentId, state]));
  const files = attachmentsOf(events.filter(({ type }) => broughtBy.has(type) || type === "evidence-added"));
  return [
    ...evidence.flatMap(({ item, name, status }) => (isHeld(status) ? [{ cite: `evidence:${item}`, name }] : [])),
    ...claimedReceipts(events).map(({ number, period }) => ({
      cite: `receipt:${number}`,
      name: `Recibo ${number}, de ${monthAndYear(period)}`,
    })),
    ...entries.map((event) => ({
      cite: `entry:${event.seq}`,
      name: `${entryName(event)}, del ${dateOf(limaDay(event.effectiveAt))}`,
    })),
    ...files.flatMap(({ documentId, fileName }) =>
      states.get(documentId) === "received" ? [{ cite: `document:${documentId}`, name: `Archivo ${fileName}` }] : [],
    ),
  ];
}

/** An act by which a claimant brought files to prove their case: any of `cites` cites it or one of its files. */
export interface BroughtProof {
  readonly cites: readonly [string, ...string[]];
  readonly name: string;
}

/**
 * Returns the claimant's acts of the present instance that brought files which passed their check, in the order
 * recorded.
 */
export function broughtProofs(at: CaseAt): readonly BroughtProof[] {
  const states = new Map(attachmentsOf(at.file.events).map(({ documentId, state }) => [documentId, state]));
  return entriesOfInstance(at).flatMap((event) => {
    if (!broughtBy.has(event.type)) return [];
    const files = attachmentsOf([event]).filter(({ documentId }) => states.get(documentId) === "received");
    if (files.length === 0) return [];
    const cites = [`entry:${event.seq}`, ...files.map(({ documentId }) => `document:${documentId}`)] as const;
    return [{ cites, name: `${entryName(event)}: ${files.map(({ fileName }) => fileName).join(", ")}` }];
  });
}
