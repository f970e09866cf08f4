import { callResultNames, hearingModeNames, languageWords } from "../../documents/spanish-names.ts";
import type { RemindedAct } from "../../domain/case/awaits-claimant.ts";
import type { CaseEvent, CaseEventOf } from "../../domain/case/case-events.ts";
import { outcomeNames } from "../../domain/case/case-events.ts";
import type {
  Agreement,
  DismissalGround,
  MeterTestResult,
  QuejaGround,
  QuejaOutcome,
  RecourseKind,
  VisitOutcome,
} from "../../domain/case/claim-events.ts";
import type { ClaimState } from "../../domain/case/claim-states.ts";
import { evidenceNames } from "../../domain/case/claim-types.ts";
import type { ContactProof, CounterOffer } from "../../domain/case/note-details.ts";
import { instalmentWords } from "../../domain/conciliation/spanish-instalments.ts";
import type { ActOnBehalf, Confirmation } from "../../domain/counter/act-on-behalf.ts";
import { groupedTelephone } from "../../domain/counter/telephone.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { dateOf, monthAndYear } from "../../domain/receipt/spanish-months.ts";
import type { BounceReason, NoticeProof, NotifiedAct } from "../../domain/resolution/notified-acts.ts";
import type { TribunalCause } from "../../domain/resolution/tribunal-decision.ts";
import { calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { OfficeChannel } from "../../domain/term/office-hours.ts";
import { clockOf, longDate } from "../../domain/term/spanish-dates.ts";
import type { WaitingAppointments } from "../../domain/visit/appointments.ts";

export const channelNames: Readonly<
  Record<OfficeChannel | "email" | "sms" | "letter" | "mailbox" | "personal", string>
> = {
  counter: "en la oficina",
  telephone: "por teléfono",
  web: "por la web",
  "document-desk": "por mesa de partes",
  email: "por correo",
  sms: "por mensaje de texto",
  letter: "por carta",
  mailbox: "a la casilla electrónica",
  personal: "en el domicilio",
};

const groundNames: Readonly<Record<DismissalGround, string>> = {
  late: "fuera de plazo",
  "no-standing": "sin legitimidad",
  "not-a-claim-matter": "no es materia de reclamo",
  "already-decided": "ya se decidió",
};

export const visitNames: Readonly<Record<VisitOutcome, string>> = {
  whole: "Interna y externa",
  partial: "Interna parcial y externa",
  absent: "Solo externa: no había nadie",
  opposed: "Solo externa: no dejaron entrar",
};

export const agreementNames: Readonly<Record<Agreement, string>> = {
  total: "Acuerdo total",
  partial: "Acuerdo parcial",
  none: "Sin acuerdo",
  absence: "Inasistencia",
};

const deliveryNames = {
  acknowledged: "Acuse por correo",
  delivered: "Entregada",
  refused: "No quisieron recibirla",
  "left-under-door": "Dejada bajo la puerta",
  "tacit-notification": "Mostró que la conocía",
} as const;

/** What a delivery says that does not count yet, and what for. */
const claimedWords = ({ details, effectiveAt, recordedAt }: CaseEventOf<"delivery-claimed">) =>
  sentence(
    deliveryNames[details.how],
    details.receiver?.name,
    effectiveAt > recordedAt
      ? `fue fuera del horario hábil: cuenta desde el ${longDate(limaDay(effectiveAt))}`
      : "falta que la confirme otra persona",
  );

const notifiedActNames: Readonly<Record<NotifiedAct, string>> = {
  observation: "Observación",
  "leak-repair": "Pedido de reparar una fuga",
  "meter-test": "Aviso de la contrastación",
  hearing: "Nueva fecha de la audiencia",
  "new-evidence": "Pedido de una prueba nueva",
};

const lapseNames: Partial<Readonly<Record<ClaimState, string>>> = {
  "not-filed": "No subsanó en su plazo: se tiene por no presentado",
  "positive-silence": "Venció el plazo para notificar: se tiene por aprobado",
  "reconsideration-silence": "Venció el plazo para notificar: la reconsideración se tiene por aprobada",
  "negative-silence": "El tribunal no decidió en su plazo",
  firm: "Venció el plazo para recurrir: quedó firme",
};

const repairNames = { true: "Reparada", false: "No reparada" } as const;

const answerNames = { true: "Aceptada", false: "No aceptada" } as const;

const remindedNames: Readonly<Record<RemindedAct, string>> = {
  remedied: "Corregir lo observado, hasta el",
  "new-evidence-brought": "Enviar la prueba nueva, hasta el",
  "appeal-filed": "Impugnar la decisión, hasta el",
  "answer-offer": "Responder la propuesta, hasta el",
  "acknowledge-notice": "Acusar recibo de una notificación, hasta el",
  "receive-visit": "Visita, el",
  "repair-leak": "Reparar la fuga, hasta el",
};

const checkNames = { received: "Recibido", unreadable: "No se pudo leer", refused: "Rechazado" } as const;

const addresseeNames = { TRASS: "Al TRASS", SUPERIOR: "Al superior" } as const;

const withdrawnNames = { procedure: "del procedimiento", claim: "del reclamo" } as const;

const consentNames = { true: "acepta", false: "ya no acepta" } as const;

const accessNames = { true: "se entrega", false: "se reserva" } as const;

const proofNames: Readonly<Record<NoticeProof, string>> = {
  "notified-in-person": "Se le dijo en la oficina",
  "notified-by-telephone": "Se le dijo por teléfono",
  acknowledged: "Dio acuse",
  delivered: "Entregada en el domicilio",
  "tacit-notification": "Mostró que la conocía",
};

const contactProofNames: Readonly<Record<ContactProof, string>> = {
  code: "respondió al código",
  account: "lo abrió desde su cuenta",
  seen: "lo vio la oficina",
};

const bounceNames: Readonly<Record<BounceReason, string>> = {
  permanent: "esa dirección no existe o no recibe",
  passing: "no se pudo entregar después de varios intentos",
  refused: "el servicio de envío no lo mandó",
  unknown: "no se sabe por qué",
};

const quejaNames: Readonly<Record<QuejaGround, string>> = {
  delay: "Demora",
  "missed-deadline": "Plazo vencido",
  "omitted-step": "Trámite omitido",
  "refused-reception": "No quisieron recibir",
  "not-elevated": "No se elevó la apelación",
  other: "Otro defecto de trámite",
};

const quejaOutcomeNames: Readonly<Record<QuejaOutcome, string>> = {
  "queja-upheld": "Fundada",
  "queja-rejected": "Infundada",
  "queja-silence": "Declara el silencio positivo",
};

export const testNames: Readonly<Record<MeterTestResult, string>> = {
  "over-registers": "El medidor registra de más",
  "under-registers": "El medidor registra de menos",
  "within-tolerance": "El medidor está dentro de lo permitido",
};

const recourseNames: Readonly<Record<RecourseKind, string>> = {
  reconsideration: "Como reconsideración",
  appeal: "Como apelación",
};

const lossNames: Readonly<Record<TribunalCause, string>> = {
  inspection: "se perdió por la inspección",
  control: "se perdió por el control antes de facturar",
  "meter-test": "se perdió por la contrastación",
  "consumption-rule": "se perdió por la regla de consumo",
  tariff: "se perdió por la tarifa o las unidades de uso",
  evidence: "se perdió por una prueba sin valorar",
  reasons: "se perdió por falta de motivación",
  file: "se perdió por el expediente incompleto",
  notice: "se perdió por la notificación",
  late: "se perdió por el plazo",
  other: "se perdió por otra causa",
};

const itemNames: Readonly<Record<string, string>> = {
  ...evidenceNames,
  "billing-control": "Control antes de facturar",
  "repair-verification": "Verificación de la reparación",
};
const itemName = (item: string): string => itemNames[item] ?? item;

const sentence = (first: string, ...more: readonly (string | undefined)[]): string =>
  [first, ...more].filter(Boolean).join(": ");

function elevationWords({ reference, manifestSha256, onPaper }: CaseEventOf<"file-elevated">["details"]): string {
  return sentence(reference, manifestSha256 && `manifiesto SHA-256 ${manifestSha256}`, onPaper && "en papel");
}

/** The intake channel of an act on behalf of the claimant, and how they confirmed it; undefined for their own act. */
function onBehalfWords({ taken }: ActOnBehalf): string | undefined {
  if (!taken) return undefined;
  const { came, confirmed } = taken;
  return [channelNames[came], confirmed && confirmedWords(confirmed)].filter(Boolean).join(", ");
}

function confirmedWords(confirmed: Confirmation): string {
  switch (confirmed.by) {
    case "code":
      return "confirmado con código";
    case "voice":
      return `confirmado de viva voz, grabación ${confirmed.recording ?? confirmed.attachments?.map(({ fileName }) => fileName).join(", ")}`;
    case "signature":
      return "con papel firmado";
    case "paper":
      return [
        `con papel que presentó el ${dateOf(limaDay(confirmed.receivedAt))}`,
        confirmed.reason && `anotado después: ${confirmed.reason}`,
      ]
        .filter(Boolean)
        .join("; ");
    case "submission":
      return confirmed.submissionNumber;
  }
}

function rectifiedWords({ number, of, says, should }: CaseEventOf<"rectified">["details"]): string {
  return `${number === undefined ? "" : `${number}: `}en la ${of} dice «${says}», debe decir «${should}»`;
}

/** Why a claim waits for its appointments. */
function waitingWords({ sameAs, sameDay, sameMail, unconfirmed }: WaitingAppointments): string {
  const same = sameAs && `Se parece al reclamo ${sameAs.code}`;
  const many = sameDay && `Esperan lugar: ${sameDay} reclamos del mismo origen ese día`;
  const mail = sameMail && "Ese día se confirmaron varios reclamos con correos del mismo origen";
  return [same, many, mail, unconfirmed && "Falta confirmar el contacto de quien reclama"].filter(Boolean).join(". ");
}

function addedWords({ kind, summary, noneFoundBy }: CaseEventOf<"evidence-added">["details"]): string {
  return sentence(itemName(kind), noneFoundBy && `no hay registros, según ${noneFoundBy}`, summary);
}

function controlWords({ period, notice, inspection }: CaseEventOf<"control-recorded">["details"]): string {
  return sentence(
    monthAndYear(period),
    notice ? `aviso del ${dateOf(calendarDay(notice.on))}` : "sin aviso",
    inspection ? `inspección del ${dateOf(calendarDay(inspection.on))}` : "sin inspección",
  );
}

function overriddenWords({ items, findings = [] }: CaseEventOf<"checklist-overridden">["details"]): string {
  return [...items.map(itemName), ...findings.map(({ text }) => text.replace(/\.$/, ""))].join("; ");
}

function decisionWords({ number, summary, cause }: CaseEventOf<"tribunal-decided">["details"]): string {
  return sentence(number, summary, cause && lossNames[cause]);
}

/** What a claimant proposed instead of an offer, in one sentence. */
function counterWords(counter: CounterOffer | undefined): string | undefined {
  if (!counter) return undefined;
  const { m3, after, instalments } = counter;
  return [`Propone ${m3} m³, S/ ${formatCents(after)}`, instalmentWords(instalments)].filter(Boolean).join(", ");
}

function ownerWords({ before, owner, reason }: CaseEventOf<"owner-changed">["details"]): string {
  return sentence(before ? `De ${before.name} a ${owner.name}` : `A ${owner.name}`, reason);
}

/**
 * Returns what an entry says in one line of Spanish. Undefined or empty if the entry has nothing to say besides the
 * name of its type. If the entry has a key, the line does not show it.
 */
export function entryWords(event: CaseEvent): string | undefined {
  switch (event.type) {
    case "claim-filed": {
      const numbers = event.details.form.receipts.map(({ number }) => number).join(", ");
      return sentence(channelNames[event.channel], numbers && `recibo ${numbers}`, event.details.problem?.code);
    }
    case "filing-copy-sent":
      return channelNames[event.details.channel];
    case "defect-observed":
      return event.details.defects.join("; ");
    case "defect-notified":
    case "meter-test-notified":
      return proofNames[event.details.how];
    case "remedied":
    case "new-evidence-brought":
      return sentence(event.details.answer, onBehalfWords(event.details));
    case "claim-accepted":
      return undefined;
    case "claim-extended":
      return sentence(
        event.details.grounds,
        event.details.receipts?.map(({ number }) => `recibo ${number}`).join(", "),
        onBehalfWords(event.details),
      );
    case "reclassified":
      return sentence(`De ${event.details.from} a ${event.claimType}`, event.details.reason);
    case "leak-repair-required":
    case "new-evidence-asked":
      return event.details.text;
    case "leak-verified":
      return sentence(repairNames[`${event.repaired}`], event.details.observations);
    case "meter-test-asked":
      return event.details.costAccepted ? "Acepta el costo si el medidor no registra de más" : undefined;
    case "meter-test-ordered": {
      const { at, tester, place } = event.details;
      return sentence(`Para el ${longDate(event.testOn)} a ${clockOf(at)}`, tester, place);
    }
    case "meter-test-reported":
      return sentence(testNames[event.result], event.details.certificate);
    case "dismissal-proposed":
      return sentence(groundNames[event.ground], event.details.reason);
    case "inspection-reported":
      return sentence(visitNames[event.outcome], event.details.observations);
    case "late-inspection":
      return sentence(visitNames[event.details.outcome], event.details.observations);
    case "hearing-moved":
      return `${event.details.hearing.on}, ${event.details.hearing.at}`;
    case "appointments-given":
      return sentence(`${event.details.hearing.on}, ${event.details.hearing.at}`, event.details.reason);
    case "appointments-waiting":
      return waitingWords(event.details);
    case "contact-code-asked":
      return channelNames[event.details.channel];
    case "contact-confirmed": {
      const { how, channel, remark } = event.details;
      return sentence(contactProofNames[how], remark ?? (channel && channelNames[channel]));
    }
    case "contact-changed": {
      // Names alone: a copy of the case file may be for others.
      const { telephone, email, address } = event.details;
      const changed = [telephone && "teléfono", email && "correo", address && "dirección"];
      return sentence(changed.filter((part) => part).join(", "), onBehalfWords(event.details));
    }
    case "language-chosen":
      return sentence(languageWords(event.details), onBehalfWords(event.details));
    case "visit-shared":
      return event.details.with.code;
    case "claims-joined":
      return sentence(event.details.with.code, event.details.reason);
    case "conciliation-held":
      return sentence(
        agreementNames[event.agreement],
        event.details.agreed,
        event.details.confirmed && confirmedWords(event.details.confirmed),
      );
    case "checklist-overridden":
      return sentence(overriddenWords(event.details), event.details.reason);
    case "resolution-issued":
      return sentence(event.number, outcomeNames[event.outcome]);
    case "resolution-returned":
      return sentence(event.details.number, event.details.reason);
    case "resolution-signed":
      return event.details.number;
    case "resolution-dispatched":
      return sentence(channelNames[event.channel], event.details.to);
    case "resolution-notified":
      return sentence(
        deliveryNames[event.details.how],
        event.details.receiver?.name,
        event.details.secondPerson && `la confirma ${event.details.secondPerson.name}`,
      );
    case "delivery-claimed":
      return claimedWords(event);
    case "submission-received":
      return sentence(event.details.submissionNumber, event.details.subject);
    case "rectified":
      return rectifiedWords(event.details);
    case "silence-certified":
      return event.details.corrected.map(({ receiptNumber, m3 }) => `recibo ${receiptNumber}: ${m3} m³`).join("; ");
    case "withdrawal-requested":
      return sentence(withdrawnNames[event.of], event.details.reason, onBehalfWords(event.details));
    case "withdrawal-undone":
    case "key-replaced":
      return onBehalfWords(event.details);
    case "withdrawal-accepted":
      return [event.details.number, event.details.reason].filter(Boolean).join(": ");
    case "reconsideration-filed":
    case "appeal-filed":
      return sentence(event.details.submissionNumber, event.details.grounds, onBehalfWords(event.details));
    case "recourse-reclassified":
      return sentence(recourseNames[event.as], event.details.reason);
    case "file-elevated":
      return elevationWords(event.details);
    case "tribunal-decided":
      return decisionWords(event.details);
    case "executed":
      return sentence(event.details.reference, event.details.summary);
    case "queja-filed": {
      const { submissionNumber, facts } = event.details;
      return sentence(submissionNumber, quejaNames[event.ground], facts, onBehalfWords(event.details));
    }
    case "queja-forwarded":
      return sentence(addresseeNames[event.details.to], event.details.reference);
    case "queja-answered":
      return sentence(quejaOutcomeNames[event.outcome], event.details.summary);
    case "hearing-mode-chosen": {
      const { mode, telephone } = event.details;
      const to = telephone && `al ${groupedTelephone(telephone)}`;
      return sentence(hearingModeNames[mode], to, onBehalfWords(event.details));
    }
    case "hearing-link-set":
      return sentence(`Para el ${dateOf(event.details.on)}, ${event.details.at}`, event.details.link);
    case "act-reminded":
      return `${remindedNames[event.details.act]} ${dateOf(event.details.day)}`;
    case "hearing-reminded":
      return `Del ${dateOf(event.details.on)}, ${event.details.at}`;
    case "hearing-called":
      return sentence(`Al ${groupedTelephone(event.details.number)}`, callResultNames[event.details.result]);
    case "visit-moved": {
      const { before, visit } = event.details;
      const slot = `Del ${dateOf(before)} al ${dateOf(visit.on)}, de ${visit.from} a ${visit.to}`;
      return sentence(slot, onBehalfWords(event.details));
    }
    case "hearing-confirmed":
      return sentence(`Del ${dateOf(event.details.on)}, ${event.details.at}`, onBehalfWords(event.details));
    case "visit-confirmed":
      return sentence(`Del ${dateOf(event.details.on)}, desde las ${event.details.from}`, onBehalfWords(event.details));
    case "inspection-assigned":
      return sentence(event.details.name, event.details.reason);
    case "owner-changed":
      return ownerWords(event.details);
    case "work-noted":
      return event.details.text;
    case "offer-made":
      return sentence(
        `Recibo ${event.details.receiptNumber}, ${event.details.m3} m³: de S/ ${formatCents(event.details.before)} a S/ ${formatCents(event.details.after)}`,
        instalmentWords(event.details.instalments),
      );
    case "offer-answered":
      return sentence(
        answerNames[`${event.details.accepted}`],
        counterWords(event.details.counter),
        onBehalfWords(event.details),
      );
    case "confirmation-asked":
      return sentence(channelNames[event.details.channel], event.details.says);
    case "notice-sent":
      return sentence(channelNames[event.details.channel], event.details.subject);
    case "notice-delivered":
    case "notice-delayed":
    case "notice-complained":
      return channelNames[event.details.channel];
    case "notice-bounced":
      return sentence(channelNames[event.details.channel], bounceNames[event.details.reason]);
    case "notice-dispatched":
      return sentence(notifiedActNames[event.details.of], event.details.to);
    case "notice-acknowledged":
    case "holder-not-matched":
      return undefined;
    case "standing-proved":
      return event.details.shown;
    case "notice-consent":
      return sentence(
        channelNames[event.details.channel],
        consentNames[`${event.details.granted}`],
        onBehalfWords(event.details),
      );
    case "dates-moved":
      return sentence(event.details.calendarVersion, event.details.why);
    case "lapse-notified":
      return lapseNames[event.details.state];
    case "delivery-attempted":
      return `No había nadie: se dejó aviso para el ${event.details.nextOn}`;
    case "taken-as-problem":
      return sentence(event.details.code, event.details.reason);
    case "evidence-added":
      return addedWords(event.details);
    case "control-recorded":
      return controlWords(event.details);
    case "document-added":
      return event.details.document.fileName;
    case "attachment-checked":
      return sentence(checkNames[event.details.state], event.details.reason);
    case "attachment-missing":
    case "copy-asked":
    case "attachment-attended":
      return sentence(`«${event.details.fileName}»`, event.details.text);
    case "hold-acknowledged":
      return event.details.reference;
    case "adjustment-acknowledged":
      return `Recibo ${event.details.receiptNumber}: ${event.details.reference}`;
    case "manager-alerted":
      return event.details.reason;
    case "access-decided":
      return sentence(`Asiento ${event.details.seq}`, accessNames[`${event.details.open}`], event.details.reason);
    case "document-frozen":
    case "document-signed":
    case "hand-signature-claimed":
      return event.details.number;
    case "document-returned":
    case "hand-signature-refused":
      return sentence(event.details.number, event.details.reason);
    case "copy-handed-over": {
      const { receiver, folios } = event.details;
      return `A ${[receiver.name, receiver.document, receiver.relation].filter(Boolean).join(", ")}: ${folios} folios`;
    }
    case "case-file-exported":
      return `${event.details.folios} folios en ${event.details.parts === 1 ? "una parte" : `${event.details.parts} partes`}, manifiesto SHA-256 ${event.details.manifestSha256}`;
  }
}
