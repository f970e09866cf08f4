import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { StaffRole } from "../../shared/domain/people.ts";
import { useAnswer } from "../look/asking.ts";
import { type Act, acts } from "../words/desk-acts.ts";
import { api } from "./api.ts";

export type CaseFile = AnswerOf<Routes["showCase"]>;
type Action = CaseFile["actions"][number];

/** A case as it stands; `again` reads it anew and shows the old one meanwhile. */
export function useCase(claimId: string) {
  return useAnswer(() => api.showCase({ params: { claimId } }), claimId);
}

/** The notice that waits to be delivered at the address, if one does. */
export function noticeToDeliver({ notices }: CaseFile): CaseFile["notices"][number] | undefined {
  return notices.find(({ channel, effective }) => channel === "personal" && !effective);
}

/** What is frozen for a signature, with the document that is signed. */
export function toSign({ resolutions, documents }: CaseFile) {
  const resolution = resolutions.findLast(({ signedAt }) => signedAt === undefined);
  const document = documents.find(({ documentId }) => documentId === resolution?.documentId);
  return resolution && document ? { resolution, document } : undefined;
}

/** Evidence that is missing, and that nobody else let go. */
export function unproved({ evidence }: CaseFile): CaseFile["evidence"] {
  return evidence.filter(({ status, override }) => status === "missing" && !override);
}

/** The letter of the appeal that is pending, prepared or signed; one made before is of another time. */
function elevationLetter({ documents, entries }: CaseFile): CaseFile["documents"][number] | undefined {
  const since = entries.findLast(({ type }) => type === "appeal-filed" || type === "recourse-reclassified")?.recordedAt;
  return documents.findLast(({ kind, at }) => kind === "elevation-letter" && at >= (since ?? ""));
}

/** The action of the API each form records; an offer is of the conciliator's before the hearing. */
const actionsOf: Readonly<Record<Exclude<Act, keyof typeof offers>, readonly Action[]>> = {
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
};

type Offer = (file: CaseFile, roles: readonly StaffRole[]) => boolean;

/** Who records what a claimant showed. */
const provers: readonly StaffRole[] = ["operator", "clerk", "analyst", "conciliator"];

/** Acts that no one action of the API offers. */
const offers = {
  prueba: ({ evidence }) => evidence.some(({ addable, item }) => addable && item !== "billing-control"),
  control: ({ evidence }) => evidence.some(({ addable, item }) => addable && item === "billing-control"),
  titularidad: ({ proofAsked }, roles) => proofAsked === true && roles.some((role) => provers.includes(role)),
  propuesta: ({ state, hearing }, roles) => {
    const beforeHearing = state === "under-investigation" || state === "hearing-due";
    return roles.includes("conciliator") && beforeHearing && hearing !== undefined;
  },
  participacion: ({ hearing }, roles) =>
    (roles.includes("operator") || roles.includes("clerk")) && hearing?.choice !== undefined,
  enlace: ({ hearing }, roles) =>
    (roles.includes("conciliator") || roles.includes("analyst")) &&
    hearing?.choice !== undefined &&
    hearing.mode === "virtual",
  lugar: ({ appointmentsWait }, roles) => roles.includes("analyst") && appointmentsWait !== undefined,
  acumulacion: ({ appointmentsWait }, roles) => roles.includes("analyst") && appointmentsWait !== undefined,
  "confirmacion-de-entrega": ({ deliveryToConfirm }) => deliveryToConfirm !== undefined,
  "confirmacion-de-firma": ({ signatureToConfirm }) => signatureToConfirm !== undefined,
  desistimiento: ({ withdrawalToAccept }) => withdrawalToAccept === true,
  "devolucion-de-documento": ({ returnable }) => returnable.length > 0,
  "oficio-de-elevacion": (file) => file.actions.includes("file-elevated") && elevationLetter(file) === undefined,
  rectificacion: ({ resolutions }, roles) =>
    (roles.includes("resolver") || roles.includes("signer")) && resolutions.some(({ signedAt }) => signedAt),
} as const satisfies Partial<Record<Act, Offer>>;
const isUnlisted = (act: Act): act is keyof typeof offers => Object.hasOwn(offers, act);

function isOffered(act: Act, file: CaseFile, roles: readonly StaffRole[]): boolean {
  if (isUnlisted(act)) return offers[act](file, roles);
  if (!actionsOf[act].some((action) => file.actions.includes(action))) return false;
  if (act === "copia") return file.channel === "telephone";
  // Until its letter is signed there is nothing to send.
  if (act === "elevacion") return elevationLetter(file)?.unsigned === undefined && elevationLetter(file) !== undefined;
  return act !== "entrega" || noticeToDeliver(file) !== undefined;
}

/** What may be recorded now: what the API offers this caller, in the order of the procedure. */
export function actsFor(file: CaseFile, roles: readonly StaffRole[]): readonly Act[] {
  return acts.filter((act) => isOffered(act, file, roles));
}
