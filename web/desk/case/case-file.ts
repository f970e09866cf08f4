import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import { useAnswer } from "../../look/asking.ts";
import { api } from "../api.ts";
import { acts, type LawAct, mainActs, type WorkAct, workActs } from "./acts.words.ts";

/** A case as the API shows it to this caller. `actions` are the entries that the caller may record now. */
export type CaseFile = AnswerOf<Routes["showCase"]>;
type Action = CaseFile["actions"][number];

/**
 * Asks the API for a case when the component appears and when `claimId` changes. Returns `answer`, undefined until the
 * API has answered, and `again`, which asks once more: a good answer stays until the new one is here.
 */
export function useCase(claimId: string) {
  return useAnswer(() => api.showCase({ params: { claimId } }), claimId);
}

/**
 * Returns the first notice that is to be delivered by hand (channel `personal`) and is not effective yet. Undefined if
 * there is none.
 */
export function noticeToDeliver({ notices }: CaseFile): CaseFile["notices"][number] | undefined {
  return notices.find(({ channel, effective }) => channel === "personal" && !effective);
}

/**
 * Returns to whom the oldest queja without an answer was sent: its term is then of whom decides it. Undefined if it was
 * not sent, or if no queja waits.
 */
export function quejaSentTo({ quejas }: CaseFile): string | undefined {
  return quejas.findLast(({ answer }) => !answer)?.forwarded?.to;
}

/**
 * Returns the last resolution that is not signed, with the document that is signed for it. Undefined if every
 * resolution is signed, or the document is not among the case's documents yet.
 */
export function toSign({ resolutions, documents }: CaseFile) {
  const resolution = resolutions.findLast(({ signedAt }) => signedAt === undefined);
  const document = documents.find(({ documentId }) => documentId === resolution?.documentId);
  return resolution && document ? { resolution, document } : undefined;
}

/** Returns whether a document is unsigned that no act of the case signs: all but the resolutions. */
export function hasUnsignedBeside({ documents }: CaseFile): boolean {
  return documents.some(({ kind, unsigned }) => unsigned && !kind.endsWith("resolution"));
}

/** Returns the items of evidence that are missing and that nobody overrode. */
export function unproved({ evidence }: CaseFile): CaseFile["evidence"] {
  return evidence.filter(({ status, override }) => status === "missing" && !override);
}

/**
 * Returns the last elevation letter made since the pending appeal was filed; an older letter belongs to an earlier
 * appeal.
 */
function elevationLetter({ documents, entries }: CaseFile): CaseFile["documents"][number] | undefined {
  const since = entries.findLast(({ type }) => type === "appeal-filed" || type === "recourse-reclassified")?.recordedAt;
  return documents.findLast(({ kind, at }) => kind === "elevation-letter" && at >= (since ?? ""));
}

/** The actions of the API that each form records: it is offered while the API offers one of them. */
const actionsOf: Readonly<Record<Exclude<LawAct, keyof typeof offers>, readonly Action[]>> = {
  admision: ["claim-accepted", "dismissal-proposed"],
  observacion: ["defect-observed"],
  "aviso-de-observacion": ["defect-notified"],
  copia: ["filing-copy-sent"],
  audiencia: ["conciliation-held"],
  resolucion: ["resolution-issued"],
  dispensa: ["checklist-overridden"],
  firma: ["resolution-signed"],
  fuga: ["leak-repair-required"],
  reparacion: ["leak-verified"],
  tipo: ["reclassified"],
  "pedido-de-contrastacion": ["meter-test-asked"],
  contrastacion: ["meter-test-ordered"],
  "aviso-de-contrastacion": ["meter-test-notified"],
  "resultado-de-contrastacion": ["meter-test-reported"],
  "nueva-audiencia": ["hearing-moved"],
  devolucion: ["resolution-returned"],
  recurso: ["recourse-reclassified"],
  "pedido-de-prueba": ["new-evidence-asked"],
  "prueba-nueva": ["new-evidence-brought"],
  "envio-de-queja": ["queja-forwarded"],
  "respuesta-de-queja": ["queja-answered"],
  queja: ["queja-filed"],
  notificacion: ["resolution-dispatched"],
  entrega: ["resolution-notified"],
  elevacion: ["file-elevated"],
  tribunal: ["tribunal-decided"],
  cumplimiento: ["executed"],
  subsanacion: ["remedied"],
  ampliacion: ["claim-extended"],
  respuesta: ["answer-offer"],
  reconsideracion: ["reconsideration-filed"],
  apelacion: ["appeal-filed"],
  desistir: ["withdrawal-requested"],
  seguir: ["withdrawal-undone"],
};

type Offer = (file: CaseFile, roles: readonly StaffRole[]) => boolean;

/** The roles that record a proof of standing. */
const provers: readonly StaffRole[] = ["operator", "clerk", "analyst", "conciliator"];

/** Returns whether one of the roles is operator or clerk: these record acts for a claimant who telephones or comes. */
export const takesCalls = (roles: readonly StaffRole[]): boolean =>
  roles.includes("operator") || roles.includes("clerk");

const beforeHearing: readonly CaseFile["state"][] = ["under-investigation", "hearing-due"];

/** Returns the day of the hearing whose acta is to record an offer that was accepted; undefined without one. */
export const acceptedFor = ({ state, hearing, offers }: CaseFile): string | undefined =>
  beforeHearing.includes(state) && offers.some(({ accepted }) => accepted) ? hearing?.on : undefined;

/** When to offer the acts for which the API lists no action. */
const offers = {
  prueba: ({ evidence }) => evidence.some(({ addable, item }) => addable && item !== "billing-control"),
  control: ({ evidence }) => evidence.some(({ addable, item }) => addable && item === "billing-control"),
  titularidad: ({ proofAsked }, roles) => proofAsked === true && roles.some((role) => provers.includes(role)),
  propuesta: ({ state, hearing, receipts, offers }, roles) => {
    const isOpen = ({ number }: CaseFile["receipts"][number]) =>
      !offers.some(({ receiptNumber, accepted }) => receiptNumber === number && accepted);
    return (
      roles.includes("conciliator") && beforeHearing.includes(state) && hearing !== undefined && receipts.some(isOpen)
    );
  },
  asistencia: ({ hearing }, roles) => takesCalls(roles) && hearing?.choice !== undefined && hearing.confirmed !== true,
  visita: ({ awaits }, roles) => takesCalls(roles) && awaits.some(({ act }) => act === "receive-visit"),
  avisos: ({ next }, roles) => takesCalls(roles) && next !== "nobody",
  idioma: ({ next }, roles) => takesCalls(roles) && next !== "nobody",
  "nuevo-contacto": ({ next }, roles) => takesCalls(roles) && next !== "nobody",
  clave: (_, roles) => takesCalls(roles),
  participacion: ({ hearing }, roles) => takesCalls(roles) && hearing?.choice !== undefined,
  enlace: ({ hearing }, roles) =>
    (roles.includes("conciliator") || roles.includes("analyst")) &&
    hearing?.choice !== undefined &&
    hearing.mode === "virtual",
  contacto: ({ contactWaits }, roles) =>
    contactWaits === true && (roles.includes("operator") || roles.includes("analyst")),
  lugar: ({ appointmentsWait }, roles) => roles.includes("analyst") && appointmentsWait !== undefined,
  acumulacion: ({ appointmentsWait }, roles) => roles.includes("analyst") && appointmentsWait !== undefined,
  "confirmacion-de-entrega": ({ deliveryToConfirm }) => deliveryToConfirm !== undefined,
  "confirmacion-de-firma": ({ signatureToConfirm }) => signatureToConfirm !== undefined,
  desistimiento: ({ withdrawalToAccept }) => withdrawalToAccept === true,
  "devolucion-de-documento": ({ returnable }) => returnable.length > 0,
  "oficio-de-elevacion": (file) => file.actions.includes("file-elevated") && elevationLetter(file) === undefined,
  rectificacion: ({ resolutions }, roles) =>
    (roles.includes("resolver") || roles.includes("signer")) && resolutions.some(({ signedAt }) => signedAt),
} as const satisfies Partial<Record<LawAct, Offer>>;
const isUnlisted = (act: LawAct): act is keyof typeof offers => Object.hasOwn(offers, act);

/** Returns whether an act may be recorded now by a person with these roles. */
function isOffered(act: LawAct, file: CaseFile, roles: readonly StaffRole[]): boolean {
  if (isUnlisted(act)) return offers[act](file, roles);
  if (!actionsOf[act].some((action) => file.actions.includes(action))) return false;
  if (act === "copia") return file.channel === "telephone";
  // The file is elevated with its letter, so not before that is signed.
  if (act === "elevacion") return elevationLetter(file)?.unsigned === undefined && elevationLetter(file) !== undefined;
  // Who walks records it on the page of their day, which works without signal.
  const walks = roles.includes("inspector") && !roles.includes("clerk");
  return act !== "entrega" || (!walks && noticeToDeliver(file) !== undefined);
}

/**
 * Returns the acts of the procedure that a person with these roles may record in the case now, in the order of `acts`.
 * Most need that `file.actions` has the entry they record. The others are offered by what the case shows, such as an
 * appointment to come, most only to certain roles. `copia` is only for a claim by telephone; `elevacion` needs its
 * letter signed; `entrega` needs a notice to deliver.
 */
export function actsFor(file: CaseFile, roles: readonly StaffRole[]): readonly LawAct[] {
  return acts.filter((act) => isOffered(act, file, roles));
}

/** Returns the act that advances the case, the first of `mainActs` that is offered: a copy only until one was sent. */
export function mainActOf({ entries }: CaseFile, offered: readonly LawAct[]): LawAct | undefined {
  const isCopySent = entries.some(({ type }) => type === "filing-copy-sent");
  return mainActs.find((act) => offered.includes(act) && !(act === "copia" && isCopySent));
}

/** Who leads the work gives it to others. */
const leads = (roles: readonly StaffRole[]): boolean => roles.includes("analyst") || roles.includes("manager");

/** When to offer what staff record of their own work. */
const workOffers: Readonly<Record<WorkAct, Offer>> = {
  apuntes: ({ state, hearing }, roles) => {
    const beforeHearing = state === "filed" || state === "under-investigation" || state === "hearing-due";
    const decides = roles.includes("resolver") || roles.includes("signer");
    return roles.includes("conciliator") && !decides && beforeHearing && hearing !== undefined;
  },
  nota: (_, roles) => roles.some((role) => role !== "external-supervisor" && role !== "inspector"),
  encargo: ({ next }, roles) => leads(roles) && next !== "nobody",
  inspector: ({ visits }, roles) => leads(roles) && visits.some(({ reportedAt, missed }) => !reportedAt && !missed),
  repartidor: ({ notices }, roles) => leads(roles) && notices.some(({ toHandOver }) => toHandOver),
};

/**
 * Returns what a person with these roles may record of the office's own work. `apuntes`: a conciliator who is neither
 * resolver nor signer, until a planned hearing is held. `nota`: anybody with another role than inspector and external
 * supervisor. Analysts and managers: `encargo` on an open claim, `inspector` if a visit is still to be made,
 * `repartidor` if a decision is to be handed over.
 */
export function workActsFor(file: CaseFile, roles: readonly StaffRole[]): readonly WorkAct[] {
  return workActs.filter((act) => workOffers[act](file, roles));
}

/** Returns the entry by which the resolution was returned, while it was not sent to signature again. */
export function returnOf({ entries }: CaseFile): CaseFile["entries"][number] | undefined {
  const last = entries.findLast(({ type }) => type === "resolution-returned" || type === "resolution-issued");
  return last?.type === "resolution-returned" ? last : undefined;
}
