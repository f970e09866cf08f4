import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { StaffRole } from "../../shared/domain/people.ts";
import { useAnswer } from "../look/asking.ts";
import { acts, type LawAct, type WorkAct, workActs } from "../words/desk-acts.ts";
import { api } from "./api.ts";

export type CaseFile = AnswerOf<Routes["showCase"]>;
type Action = CaseFile["actions"][number];

/** Asks for a case; `again` asks once more, and the old one stays until the new one is here. */
export function useCase(claimId: string) {
  return useAnswer(() => api.showCase({ params: { claimId } }), claimId);
}

/** The personal notice that is not effective yet, if there is one. */
export function noticeToDeliver({ notices }: CaseFile): CaseFile["notices"][number] | undefined {
  return notices.find(({ channel, effective }) => channel === "personal" && !effective);
}

/** The last resolution without a signature and its document; undefined if either is missing. */
export function toSign({ resolutions, documents }: CaseFile) {
  const resolution = resolutions.findLast(({ signedAt }) => signedAt === undefined);
  const document = documents.find(({ documentId }) => documentId === resolution?.documentId);
  return resolution && document ? { resolution, document } : undefined;
}

/** The evidence that is missing and not overridden. */
export function unproved({ evidence }: CaseFile): CaseFile["evidence"] {
  return evidence.filter(({ status, override }) => status === "missing" && !override);
}

/** The last elevation letter made since the pending appeal was filed; an older one belongs to an earlier appeal. */
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

/** Whether the caller records acts for a claimant who telephones or comes. */
export const takesCalls = (roles: readonly StaffRole[]): boolean =>
  roles.includes("operator") || roles.includes("clerk");

/** When to offer the acts for which the API lists no action. */
const offers = {
  prueba: ({ evidence }) => evidence.some(({ addable, item }) => addable && item !== "billing-control"),
  control: ({ evidence }) => evidence.some(({ addable, item }) => addable && item === "billing-control"),
  titularidad: ({ proofAsked }, roles) => proofAsked === true && roles.some((role) => provers.includes(role)),
  propuesta: ({ state, hearing }, roles) => {
    const beforeHearing = state === "under-investigation" || state === "hearing-due";
    return roles.includes("conciliator") && beforeHearing && hearing !== undefined;
  },
  asistencia: ({ hearing }, roles) => takesCalls(roles) && hearing?.choice !== undefined && hearing.confirmed !== true,
  visita: ({ awaits }, roles) => takesCalls(roles) && awaits.some(({ act }) => act === "receive-visit"),
  avisos: ({ next }, roles) => takesCalls(roles) && next !== "nobody",
  idioma: ({ next }, roles) => takesCalls(roles) && next !== "nobody",
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

/** The acts that may be recorded now, by the API's actions and the caller's roles, in the order of the procedure. */
export function actsFor(file: CaseFile, roles: readonly StaffRole[]): readonly LawAct[] {
  return acts.filter((act) => isOffered(act, file, roles));
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
};

/** What the caller may record of their own work in a case. */
export function workActsFor(file: CaseFile, roles: readonly StaffRole[]): readonly WorkAct[] {
  return workActs.filter((act) => workOffers[act](file, roles));
}
