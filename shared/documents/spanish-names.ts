import type { Agreement, SpecialAct, Standing, VisitOutcome } from "../domain/case/claim-events.ts";
import type { CallResult } from "../domain/case/note-details.ts";
import type { Claimant, DeclarationWay, HearingMode, LeakCheck, Request } from "../domain/filing/claim-form.ts";
import { isNamedLanguage, type LanguageChoice, type NamedLanguage } from "../domain/notice/language.ts";
import type { BillingType, Category } from "../domain/receipt/tariff.ts";
import type { OfficeChannel } from "../domain/term/office-hours.ts";
import type {
  BoxState,
  ConnectionFinding,
  FoundCause,
  PremisesType,
  SealState,
  SigningWay,
} from "../domain/visit/inspection.ts";

const languageNames: Readonly<Record<NamedLanguage, string>> = {
  es: "castellano",
  qu: "quechua",
  ay: "aimara",
  prl: "lengua de señas peruana",
};

/**
 * Returns the Spanish name of the chosen language, with `, con intérprete` after it if an interpreter is asked for. A
 * language that is not in `namedLanguages` is returned as the person wrote it.
 */
export function languageWords({ language, interpreter }: LanguageChoice): string {
  const name = isNamedLanguage(language) ? languageNames[language] : language;
  return `${name}${interpreter ? ", con intérprete" : ""}`;
}

export const channelNames: Readonly<Record<OfficeChannel, string>> = {
  counter: "en la oficina",
  telephone: "por teléfono",
  web: "por la web",
  "document-desk": "por la mesa de partes",
};

export const standingNames: Readonly<Record<Standing["as"], string>> = {
  holder: "titular",
  "effective-user": "usuario efectivo",
  owner: "propietario del predio",
  representative: "representante",
};

const actNames: Readonly<Record<SpecialAct, string>> = {
  withdraw: "desistir",
  conciliate: "conciliar",
  collect: "cobrar",
};

/** Returns in what capacity somebody claims; of a representative, with the acts that their power names. */
export function standingText(standing: Standing): string {
  const name = standingNames[standing.as];
  if (standing.as !== "representative") return name;
  const acts = standing.acts.map((act) => actNames[act]);
  return acts.length > 0 ? `${name} con poder para ${acts.join(", ")}` : `${name} sin poder especial`;
}

export const requestNames: Readonly<Record<Request, string>> = {
  "bill-normal-use": "que se cobre el consumo normal",
  "correct-reading": "que se corrija la lectura",
  "change-tariff": "que se cambie la tarifa",
  "remove-charge": "que se retire un cobro",
  "remove-sewer": "que se retire el cobro de alcantarillado",
  "remove-fixed-charge": "que se retire el cargo fijo",
  "solve-problem": "que se solucione el problema",
  other: "otra cosa, según lo que se cuenta",
};

export const leakCheckNames: Readonly<Record<LeakCheck, string>> = {
  "none-found": "revisó y no encontró fugas",
  "found-and-repaired": "encontró una fuga y la reparó",
  "not-yet": "aún no ha revisado",
  "not-known": "no sabe",
};

export const declarationNames: Readonly<Record<DeclarationWay, string>> = {
  "checkbox-signed-in": "marcada en la web con su cuenta",
  checkbox: "marcada en la web, sin cuenta",
  voice: "de viva voz",
  signature: "con su firma",
};

export const hearingModeNames: Readonly<Record<HearingMode, string>> = {
  telephone: "por teléfono",
  virtual: "por videollamada",
  "in-person": "en la oficina",
};

export const callResultNames: Readonly<Record<CallResult, string>> = {
  "no-answer": "no contestó",
  unreachable: "apagado o fuera de servicio",
  "wrong-number": "contestó otra persona: no es su número",
  declined: "contestó y no quiso o no pudo participar",
};

export const visitNames: Readonly<Record<VisitOutcome, string>> = {
  whole: "inspección interna y externa",
  partial: "inspección interna parcial, y externa",
  absent: "solo inspección externa: no había nadie",
  opposed: "solo inspección externa: hubo oposición a la interna",
};

export const causeNames: Readonly<Record<FoundCause, string>> = {
  "meter-fault": "falla del medidor",
  "crossed-supply": "conexiones cruzadas con otro suministro",
  misread: "lectura mal tomada",
  overflow: "rebose de tanque o cisterna",
  "more-people": "más personas o más uso que antes",
  irrigation: "riego",
  other: "otra causa",
};

/** How the acta of a visit was signed, after «firmó». */
export const signingNames: Readonly<Record<SigningWay, string>> = {
  "on-screen": "en la pantalla del inspector",
  "on-paper": "en papel",
  "at-request": "otra persona, a ruego",
  fingerprint: "con su huella",
};

export const sealNames: Readonly<Record<SealState, string>> = {
  intact: "intactos",
  broken: "rotos",
  none: "no tiene",
};

export const boxNames: Readonly<Record<BoxState, string>> = {
  good: "en buen estado",
  damaged: "dañada",
  none: "no tiene",
};

export const connectionNames: Readonly<Record<ConnectionFinding, string>> = {
  open: "abierta",
  closed: "cerrada",
};

export const premisesNames: Readonly<Record<PremisesType, string>> = {
  "one-family": "unifamiliar",
  "several-families": "multifamiliar",
  mixed: "mixto",
  commercial: "comercial",
};

export const categoryNames: Readonly<Record<Category, string>> = {
  SOCIAL: "social",
  DOMESTICO: "doméstico",
  COMERCIAL: "comercial",
  INDUSTRIAL: "industrial",
  ESTATAL: "estatal",
};

export const agreementNames: Readonly<Record<Agreement, string>> = {
  total: "acuerdo total",
  partial: "acuerdo parcial",
  none: "no hubo acuerdo",
  absence: "inasistencia",
};

export const regimeNames: Readonly<Record<BillingType, string>> = {
  L: "diferencia de lecturas",
  P: "promedio histórico",
  A: "asignación",
};

/**
 * Returns a person's name: given names, then the surnames that are not missing. For a company, returns its name and
 * then the person's in brackets.
 */
export function claimantName({
  givenNames,
  paternalSurname,
  maternalSurname,
  companyName,
}: Pick<Claimant, "givenNames" | "paternalSurname" | "maternalSurname" | "companyName">): string {
  const person = [givenNames, paternalSurname, maternalSurname].filter(Boolean).join(" ");
  return companyName ? `${companyName} (${person})` : person;
}
