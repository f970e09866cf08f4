import type { CaseAt } from "../../shared/casework/case-at.ts";
import { repairIn } from "../../shared/casework/consumption-months.ts";
import { lastDayToAcknowledge } from "../../shared/casework/notice-days.ts";
import { claimLink, noticeLink, offerLink, openingLink } from "../../shared/casework/site-links.ts";
import { hearingModeNames, leakCheckNames, requestNames } from "../../shared/documents/spanish-names.ts";
import { type CalendarDay, limaDay, partsOf } from "../../shared/domain/calendar-day.ts";
import type { CaseEvent, CaseEventOf, ToldAct } from "../../shared/domain/case-events.ts";
import { termFor, workingOf } from "../../shared/domain/claim-clocks.ts";
import type { Agreement } from "../../shared/domain/claim-events.ts";
import type { ClaimState, ClockId } from "../../shared/domain/claim-states.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { meterTestConclusion } from "../../shared/domain/meter-test.ts";
import { formatCents } from "../../shared/domain/money.ts";
import { dateOf, longDate, monthOf } from "../../shared/domain/spanish-dates.ts";
import { type ConfirmedAct, codeMinutes } from "../../shared/domain/taken-act.ts";

/** Who writes, and the site letters lead to. */
export interface Sender {
  readonly name: string;
  readonly telephone: string;
  readonly regulatorLine: string;
  /** Its origin, without a last `/`. */
  readonly site: string;
}

/** What is told of an entry: by mail, or in few words to a mobile. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly short: string;
}

/** A letter without what all have: greeting, telephones, who writes. */
interface Draft {
  readonly subject: string;
  readonly says: readonly (string | false | undefined)[];
  readonly link: string;
  readonly short: string;
}

/**
 * What the claimant is told of the last entry of a case; nothing of what tells them nothing by mail or message. It is the
 * same however late and often it is written. What a decision says never stands in it, nor a key but the entry's own.
 */
export function letterOf(at: CaseAt, sender: Sender): Letter | undefined {
  const entry = at.file.events.at(-1);
  const draft = entry && draftOf(entry, at, sender.site);
  return draft && written(draft, sender);
}

/**
 * What the claimant is told of an act somebody wrote down for them: the code that confirms it, which stands nowhere else.
 * @param code six digits
 */
export function codeLetter(
  { details }: CaseEventOf<"confirmation-asked">,
  { file }: CaseAt,
  code: string,
  sender: Sender,
): Letter {
  const { claimId, code: claimCode } = file.head;
  const act = details.withdrawn ? withdrawnWords[details.withdrawn] : confirmedActWords[details.act];
  return written(
    {
      subject: `Código para confirmar ${act}: ${claimCode}`,
      says: [
        `Nos pediste ${act} en tu reclamo ${claimCode}. Esto es lo que anotamos:\n${details.says}`,
        `Si es lo que quieres, dile este código a quien te atiende: ${code}. Vale ${codeMinutes} minutos.`,
        "Si no lo pediste tú, no le digas el código a nadie y llámanos.",
      ],
      link: claimLink(sender.site, claimId),
      short: `tu código es ${code}, para confirmar ${act} en el reclamo ${claimCode}. Vale ${codeMinutes} minutos. Si no lo pediste, no lo digas.`,
    },
    sender,
  );
}

const confirmedActWords: Readonly<Record<ConfirmedAct, string>> = {
  reconsideration: "una reconsideración",
  appeal: "una apelación",
  withdrawal: "un desistimiento",
  agreement: "el acuerdo de la audiencia",
};

const withdrawnWords = {
  claim: "un desistimiento del reclamo (no podrás volver a reclamar lo mismo)",
  procedure: "un desistimiento del procedimiento (podrás volver a reclamar en el plazo)",
  recourse: "un desistimiento de tu recurso (la decisión queda como está)",
} as const;

function written({ subject, says, link, short }: Draft, { name, telephone, regulatorLine }: Sender): Letter {
  const help = `¿Tienes dudas? Llámanos al ${telephone}.\nSUNASS te orienta gratis en el ${regulatorLine}.`;
  return {
    subject,
    text: ["Hola:", ...says.filter((part) => part), `Entra aquí:\n${link}`, help, name].join("\n\n"),
    short: `${name}: ${short} ${link} Dudas: ${telephone}`,
  };
}

/** `25/11/2026`. */
function shortDate(day: CalendarDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return [dayOfMonth, month, year].map((part) => String(part).padStart(2, "0")).join("/");
}

/** The end of a term the entry started. Throws `RangeError` where it started none, which the law never leaves so. */
function termEnd(id: ClockId, { claim, law, file }: CaseAt): CalendarDay {
  const working = workingOf(id, claim, law);
  if (!working) throw new RangeError(`${id} does not run in claim ${file.head.claimId}`);
  return working.dueDate;
}

function draftOf(entry: CaseEvent, at: CaseAt, site: string): Draft | undefined {
  const { code, claimId } = at.file.head;
  const link = claimLink(site, claimId);
  switch (entry.type) {
    case "claim-filed":
      return filed(entry, at, site);
    case "defect-observed":
      return observed(entry, at, link);
    case "notice-dispatched":
      return toldAct(entry, at, site);
    case "lapse-told":
      return lapsed(entry, code, link);
    case "inspection-assigned":
      return assigned(entry, at, link);
    case "leak-repair-required":
      return repairRequired(entry, at, link);
    case "taken-as-problem":
      return takenAsProblem(entry, at, link);
    case "reclassified": {
      const { name } = at.law.claimTypes[entry.claimType];
      const { reason, visit } = entry.details;
      return {
        subject: `Corregimos el tipo de tu reclamo ${code}`,
        says: [
          `Tu reclamo ${code} se tramita como «${name}»: es lo que corresponde a lo que nos contaste. ${reason}`,
          "No pierdes nada: tus plazos son los mismos.",
          visit && `Visitaremos el predio el ${longDate(visit.on)}, de ${visit.from} a ${visit.to}.`,
        ],
        link,
        short: `tu reclamo ${code} se tramita como «${name}». Tus plazos son los mismos.`,
      };
    }
    case "leak-verified":
      return {
        subject: `Verificamos la reparación: ${code}`,
        says: [
          entry.repaired
            ? `Visitamos el predio de tu reclamo ${code} y la fuga está reparada.`
            : `Visitamos el predio de tu reclamo ${code} y la fuga sigue. Mientras dure el plazo puedes repararla y avisarnos.`,
        ],
        link,
        short: `verificamos la reparación de tu reclamo ${code}: la fuga ${entry.repaired ? "está reparada" : "sigue"}.`,
      };
    case "meter-test-ordered":
      return testOrdered(entry, code, link);
    case "meter-test-reported":
      return {
        subject: `Resultado de la prueba de tu medidor: ${code}`,
        says: [
          `Ya está el resultado de la prueba del medidor de tu reclamo ${code}, en el informe ${entry.details.certificate}.`,
          meterTestConclusion(entry.result, entry.details.payer === "claimant").explanation.join(" "),
        ],
        link,
        short: `ya está el resultado de la prueba del medidor de tu reclamo ${code}.`,
      };
    case "hearing-moved":
      return hearingMoved(entry, code, link);
    case "conciliation-held":
      return heard(entry, code, link);
    case "offer-made":
      return offered(entry, code, offerLink(site, claimId, entry.details.offerId));
    case "resolution-dispatched":
      return dispatched(entry, at, site);
    case "reconsideration-filed":
      return reconsidered(entry, at, link);
    case "appeal-filed":
      return appealed(entry, at, link);
    case "file-elevated":
      return elevated(entry, at, link);
    case "tribunal-decided":
      return tribunalDecided(entry, code, link);
    case "queja-filed":
      return complained(entry, at, link);
    case "queja-forwarded":
      return complaintSent(entry, at, link);
    case "queja-answered":
      return {
        subject: `Respondieron tu queja: ${code}`,
        says: [`Llegó la respuesta a tu queja en el reclamo ${code}. Léela en la web.`],
        link,
        short: `llegó la respuesta a tu queja en el reclamo ${code}.`,
      };
    case "rectified":
      return rectified(at, link);
    case "recourse-reclassified":
      return recourseReclassified(entry, at, link);
    case "dates-moved":
      return datesMoved(entry, code, link);
    case "withdrawal-accepted":
      return {
        subject: `Aceptamos tu desistimiento: ${code}`,
        says: [
          `Aceptamos que te desistas en el reclamo ${code}. Lo que pediste retirar terminó.`,
          at.claim.state === "firm" && "La decisión que habías pedido revisar queda firme.",
        ],
        link,
        short: `aceptamos tu desistimiento en el reclamo ${code}.`,
      };
    case "silence-certified":
      return {
        subject: `Tu reclamo se tiene por aceptado: ${code}`,
        says: [
          `El plazo para avisarte la decisión de tu reclamo ${code} venció. La ley da por aceptado lo que pediste (silencio administrativo positivo).`,
          "La empresa debe cumplirlo. Mientras no lo cumpla, no puede cobrarte lo reclamado ni cortarte el agua por eso. En la web está la constancia.",
        ],
        link,
        short: `tu reclamo ${code} se tiene por aceptado: venció el plazo de la empresa y debe cumplir lo que pediste.`,
      };
    case "executed":
      return {
        subject: `Cumplimos lo que quedó en tu reclamo ${code}`,
        says: [`Cumplimos lo que quedó decidido o acordado en tu reclamo ${code}. En la web está el detalle.`],
        link,
        short: `cumplimos lo que quedó decidido o acordado en tu reclamo ${code}.`,
      };
    default:
      return undefined;
  }
}

function filed(
  { details, channel, filedOn, claimType }: CaseEventOf<"claim-filed">,
  { law }: CaseAt,
  site: string,
): Draft {
  const { code, form, visit, hearing, notifyBy, claimKey, problem } = details;
  const visitBand = visit && `${visit.from} a ${visit.to}`;
  const numbers = form.receipts.map(({ number }) => number);
  const about = problem
    ? `por el problema de tu solicitud ${problem.code}`
    : `por ${numbers.length === 1 ? "el recibo" : "los recibos"} ${numbers.join(", ")}`;
  return {
    subject: `Recibimos tu reclamo ${code}`,
    says: [
      `Recibimos tu reclamo ${code}, ${about} del suministro ${form.supplyCode}. Cuenta como presentado el ${longDate(filedOn)}.`,
      visit && `Visitaremos el predio el ${longDate(visit.on)}, de ${visitBand}. Tiene que haber alguien que nos abra.`,
      hearing &&
        `La audiencia de conciliación es el ${longDate(hearing.on)} a las ${hearing.at}, ${hearingModeNames[hearing.mode]}.`,
      `El último día para notificarte la decisión es el ${longDate(notifyBy)}.`,
      // About the volume measured, the right is told at filing, in writing (digest 7.5).
      law.claimTypes[claimType].evidence.includes("meter-test-right") &&
        "Tienes derecho a que un laboratorio revise tu medidor (contrastación). Si marca de más, paga la empresa. Si marca bien o de menos, pagas tú.",
      `Con esta clave abres tu reclamo en la web. No la compartas: quien la tenga puede verlo y actuar por ti.\nClave: ${claimKey}`,
      numbers.length > 0 &&
        "Si vienen a cortarte el agua por lo que reclamas, muestra la hoja «No cortar»: está entre los documentos de tu reclamo.",
      channel === "telephone" && copyOf(form),
    ],
    link: openingLink(site, code, claimKey),
    short: [
      `recibimos tu reclamo ${code}.`,
      visit && `Visita: ${shortDate(visit.on)}, ${visitBand}.`,
      hearing && `Audiencia: ${shortDate(hearing.on)}, ${hearing.at}.`,
      `Decisión: hasta el ${shortDate(notifyBy)}.`,
      `Clave: ${claimKey}`,
    ]
      .filter((part) => part)
      .join(" "),
  };
}

/** The terms that end another day; nothing where only the office's own inner ones do. */
function datesMoved({ details }: CaseEventOf<"dates-moved">, code: string, link: string): Draft | undefined {
  const moved = details.moved.flatMap(({ clock, from, to }) => {
    const term = movedTermNames[clock];
    return term ? [{ term, from, to }] : [];
  });
  if (moved.length === 0) return undefined;
  return {
    subject: `Cambiaron fechas de tu reclamo ${code}`,
    says: [
      `Cambiaron los días no laborables que se cuentan en los plazos. El motivo: ${details.why}`,
      `Por eso cambian estas fechas de tu reclamo ${code}:\n${moved
        .map(({ term, from, to }) => `- ${term}: antes hasta el ${longDate(from)}, ahora hasta el ${longDate(to)}.`)
        .join("\n")}`,
      "Ningún plazo tuyo se acorta.",
    ],
    link,
    // A message has place for two: the page has them all.
    short: `cambiaron los días no laborables y estas fechas de tu reclamo ${code}: ${moved
      .slice(0, 2)
      .map(({ term, to }) => `${term}, hasta el ${shortDate(to)}`)
      .join("; ")}.`,
  };
}

/** Terms a claimant waits for or must keep; the others are the office's own. */
const movedTermNames: Partial<Readonly<Record<ClockId, string>>> = {
  T04: "Para completar lo que falta",
  T05: "Para agregar algo a tu reclamo",
  T08: "Para decidir tu reclamo",
  T10: "Para notificarte la decisión",
  T11: "Para pedir que se revise la decisión",
  T12: "Para decidir tu reconsideración",
  T14: "Para notificarte lo decidido en la reconsideración",
  T15: "Para apelar",
  T16: "Para enviar tu expediente al tribunal de SUNASS",
  T17: "Para que el tribunal de SUNASS decida y avise",
  T18: "Para ir al Poder Judicial",
  T19: "Para cumplir lo decidido",
  T20: "Para responder tu queja",
  T22: "Para abrir la notificación de tu casilla",
  T23: "Para reparar la fuga",
  T25: "Para enviarte la copia de tu reclamo",
};

/** What was written down of a claim by telephone: its claimant is sent it (T25). */
function copyOf({
  receipts,
  request,
  leakCheck,
  meterReading,
  meterTest,
  grounds,
}: CaseEventOf<"claim-filed">["details"]["form"]): string {
  return [
    "Esto es lo que registramos cuando llamaste. Si algo no es así, llámanos.",
    ...receipts.map(
      ({ number, period, m3, amount }) =>
        `- Recibo ${number}, de ${monthOf(period)}: ${m3} m³, S/ ${formatCents(amount)} por el mes.`,
    ),
    `- Qué pides: ${requestNames[request]}.`,
    leakCheck && `- Fugas: ${leakCheckNames[leakCheck]}.`,
    meterReading !== undefined && `- Lectura que nos diste: ${meterReading} m³.`,
    meterTest !== undefined && `- Prueba del medidor (contrastación): ${meterTest ? "la pides" : "no la pides"}.`,
    `- Lo que nos contaste: ${grounds}`,
  ]
    .filter((line) => line)
    .join("\n");
}

/** To who did not agree to e-mail this is no notice: they are told in person, and only then their days start. */
function observed({ details }: CaseEventOf<"defect-observed">, { file, law }: CaseAt, link: string): Draft {
  const { code } = file.head;
  const days = law.claim.remedyDays;
  return {
    subject: `Falta algo en tu reclamo ${code}`,
    says: [
      `Revisamos tu reclamo ${code} y falta esto:\n${details.defects.map((defect) => `- ${defect}`).join("\n")}`,
      `Complétalo en tu reclamo. Tienes ${days} días hábiles desde que te lo decimos por teléfono o en persona, o desde que confirmas ahí que ya lo sabes. Si no lo completas, tu reclamo se tendrá por no presentado.`,
    ],
    link,
    short: `falta algo en tu reclamo ${code}. Complétalo en la web o llámanos; si no, se tendrá por no presentado.`,
  };
}

function assigned({ details }: CaseEventOf<"inspection-assigned">, { file }: CaseAt, link: string): Draft | undefined {
  const visit = file.visits.find(({ inspectionId }) => inspectionId === details.inspectionId);
  if (!visit) return undefined;
  const { code } = file.head;
  return {
    subject: `Quién hará la visita por tu reclamo ${code}`,
    says: [
      `La visita por tu reclamo ${code} es el ${longDate(visit.on)}, de ${visit.from} a ${visit.to}.`,
      `Irá ${details.name}. Pídele su identificación antes de abrir.`,
    ],
    link,
    short: `visita por tu reclamo ${code}: ${shortDate(visit.on)}, ${visit.from} a ${visit.to}. Irá ${details.name}.`,
  };
}

/** A requirement to repair, with its last day. */
function repairRequired({ details }: CaseEventOf<"leak-repair-required">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const { due } = repairIn(at);
  const until = due && shortDate(due.dueDate);
  return {
    subject: `Repara la fuga: reclamo ${code}`,
    says: [
      `En la inspección de tu reclamo ${code} encontramos una fuga que no se ve:\n${details.text}`,
      due && `Tienes hasta el ${longDate(due.dueDate)} para repararla.`,
      "Cuando la repares, avísanos: iremos a verificarlo. Si está reparada a tiempo, el consumo que subió por la fuga se puede cobrar por tu promedio. Guarda el recibo de la reparación.",
    ],
    link,
    short: `repara la fuga de tu reclamo ${code}${until ? ` hasta el ${until}` : ""} y avísanos.`,
  };
}

/** When and where the meter is tested, and who pays. */
function testOrdered({ testOn, details }: CaseEventOf<"meter-test-ordered">, code: string, link: string): Draft {
  const { at, tester, place } = details;
  return {
    subject: `Prueba de tu medidor: ${code}`,
    says: [
      `La prueba del medidor (contrastación) de tu reclamo ${code} es el ${longDate(testOn)} a las ${at}.`,
      `La hace ${tester}. Lugar: ${place}`,
      "Puedes estar presente. Si el medidor marca de más, paga la empresa. Si marca bien o de menos, pagas tú.",
    ],
    link,
    short: `la prueba del medidor de tu reclamo ${code} es el ${shortDate(testOn)} a las ${at}.`,
  };
}

function hearingMoved({ details, reason }: CaseEventOf<"hearing-moved">, code: string, link: string): Draft {
  const { on, at, mode } = details.hearing;
  const why = reason === "leak-repair" ? "esperar que se repare la fuga" : "esperar la prueba del medidor";
  return {
    subject: `Nueva fecha de audiencia: ${code}`,
    says: [
      `La audiencia de conciliación de tu reclamo ${code} cambió de fecha, para ${why}.`,
      `Ahora es el ${longDate(on)} a las ${at}, ${hearingModeNames[mode]}.`,
    ],
    link,
    short: `la audiencia de tu reclamo ${code} ahora es el ${shortDate(on)} a las ${at}.`,
  };
}

/** What a hearing came to: its acta is in the case, and who did not agree to it must learn of it. */
function heard({ agreement }: CaseEventOf<"conciliation-held">, code: string, link: string): Draft {
  const result = agreementWords[agreement];
  return {
    subject: `Audiencia de tu reclamo ${code}`,
    says: [
      `La audiencia de conciliación de tu reclamo ${code} terminó ${result}.`,
      agreement === "total"
        ? "El acuerdo cierra el reclamo y la empresa debe cumplirlo. Si tú no acordaste eso, llámanos hoy."
        : "Tu reclamo sigue: la empresa debe decidirlo y notificarte dentro de su plazo.",
    ],
    link,
    short: `la audiencia de tu reclamo ${code} terminó ${result}.`,
  };
}

const agreementWords: Readonly<Record<Agreement, string>> = {
  total: "con acuerdo total",
  partial: "con acuerdo en parte",
  none: "sin acuerdo",
  absence: "sin que asistieran las dos partes",
};

function offered({ details }: CaseEventOf<"offer-made">, code: string, link: string): Draft {
  const { receiptNumber, m3, before, after, until } = details;
  return {
    subject: `Te proponemos un acuerdo: ${code}`,
    says: [
      `Te proponemos un acuerdo sobre el recibo ${receiptNumber} de tu reclamo ${code}.`,
      `El mes se facturó en S/ ${formatCents(before)}. Con el acuerdo sería S/ ${formatCents(after)}, por ${m3} m³.`,
      `Puedes responder hasta el ${longDate(until)}. Si no aceptas, tu reclamo sigue igual.`,
    ],
    link,
    short: `propuesta para tu reclamo ${code}: de S/ ${formatCents(before)} a S/ ${formatCents(after)}. Responde hasta el ${shortDate(until)}.`,
  };
}

/** Only the way to the decision: it takes effect where its claimant says there that it came. */
function dispatched(
  { channel, details, recordedAt }: CaseEventOf<"resolution-dispatched">,
  at: CaseAt,
  site: string,
): Draft | undefined {
  if (channel === "personal" || details.noticeKey === undefined) return undefined;
  const { file, claim, law } = at;
  const { code } = file.head;
  const until =
    channel === "email"
      ? lastDayToAcknowledge(recordedAt, law, termFor("resolution-notified", claim, law)?.dueDate)
      : termEnd("T22", at);
  return {
    subject: `Tienes una notificación de tu reclamo ${code}`,
    says: [
      `Ya hay una decisión sobre tu reclamo ${code}. Ábrela y confirma en la página que la recibiste.`,
      channel === "email"
        ? `Si no confirmas hasta el ${longDate(until)}, la llevaremos a tu domicilio.`
        : `Está en tu casilla electrónica. Si no confirmas hasta el ${longDate(until)}, vale como notificada desde el día hábil siguiente.`,
      onlyForYou,
    ],
    link: noticeLink(site, details.noticeKey),
    short: `tienes una notificación de tu reclamo ${code}.`,
  };
}

const onlyForYou = "Este enlace es solo para ti: no lo compartas.";

/** What another act is about, as its notice names it without telling it. */
const toldActWords: Readonly<Record<ToldAct, string>> = {
  observation: "a tu reclamo le falta algo",
  "leak-repair": "tienes que reparar una fuga",
  "meter-test": "ya hay fecha para revisar tu medidor",
  hearing: "tu audiencia cambió de fecha",
};

function toldAct(
  { details, recordedAt }: CaseEventOf<"notice-dispatched">,
  { file, law }: CaseAt,
  site: string,
): Draft {
  const { code } = file.head;
  const what = toldActWords[details.of];
  const until = lastDayToAcknowledge(recordedAt, law, undefined);
  return {
    subject: `Tienes una notificación de tu reclamo ${code}`,
    says: [
      `Te avisamos que ${what}: ${code}. Abre la notificación y confirma en la página que la recibiste.`,
      details.of === "observation" &&
        `Desde que confirmas tienes ${law.claim.remedyDays} días hábiles para completarlo. Si no lo haces, tu reclamo se tendrá por no presentado.`,
      // A date must be known whether or not it is confirmed.
      details.of === "hearing" && details.says.join(" "),
      `Si no confirmas hasta el ${longDate(until)}, te lo diremos en persona.`,
      onlyForYou,
    ],
    link: noticeLink(site, details.noticeKey),
    short: `${what} (${code}). Confirma que lo recibiste:`,
  };
}

/** What time alone brought; a silence is told with its certificate. */
function lapsed({ details: { state } }: CaseEventOf<"lapse-told">, code: string, link: string): Draft | undefined {
  const words = lapseWords[state];
  return (
    words && { subject: `${words.subject}: ${code}`, says: [words.says], link, short: `${words.short} (${code}).` }
  );
}

const lapseWords: Partial<Readonly<Record<ClaimState, { subject: string; says: string; short: string }>>> = {
  "not-filed": {
    subject: "Tu reclamo se tiene por no presentado",
    says: "Venció el plazo para completar lo que faltaba, y tu reclamo se tiene por no presentado. Si todavía estás en plazo para reclamar el recibo, puedes presentar otro reclamo. Si sí lo completaste a tiempo, llámanos.",
    short: "venció el plazo para completar tu reclamo, y se tiene por no presentado",
  },
  "negative-silence": {
    subject: "El tribunal no decidió tu apelación en su plazo",
    says: "El tribunal de SUNASS no decidió tu apelación en su plazo. Tú eliges: puedes esperar su decisión, porque sigue obligado a decidir, o tomar su silencio como un «no» y demandar ante el Poder Judicial. No tienes que hacer nada para seguir esperando.",
    short: "el tribunal no decidió en su plazo: puedes esperar o demandar",
  },
  firm: {
    subject: "La decisión de tu reclamo quedó firme",
    says: "Venció el plazo para pedir que se revise la decisión, y quedó firme. Lo que se te concedió debe cumplirse; lo que no, vuelve a cobrarse.",
    short: "venció el plazo para pedir que se revise la decisión, y quedó firme",
  },
};

function reconsidered({ details, filedOn }: CaseEventOf<"reconsideration-filed">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const until = termEnd("T14", at);
  return {
    subject: `Recibimos tu reconsideración ${details.filingNumber}`,
    says: [
      `Recibimos tu reconsideración en el reclamo ${code}, con el número ${details.filingNumber}. Cuenta como presentada el ${longDate(filedOn)}.`,
      `El último día para notificarte la decisión es el ${longDate(until)}.`,
    ],
    link,
    short: `recibimos tu reconsideración ${details.filingNumber}. Decisión: hasta el ${shortDate(until)}.`,
  };
}

function appealed({ details, filedOn }: CaseEventOf<"appeal-filed">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  if (at.claim.state !== "in-appeal") return keptAppeal(details.filingNumber, code, link);
  const until = termEnd("T16", at);
  return {
    subject: `Recibimos tu apelación ${details.filingNumber}`,
    says: [
      `Recibimos tu apelación en el reclamo ${code}, con el número ${details.filingNumber}. Cuenta como presentada el ${longDate(filedOn)}.`,
      `La enviaremos con tu expediente al tribunal de SUNASS (TRASS) hasta el ${longDate(until)}.`,
    ],
    link,
    short: `recibimos tu apelación ${details.filingNumber}. La enviaremos al tribunal hasta el ${shortDate(until)}.`,
  };
}

/** Filed while the company reconsiders: it waits for that decision (digest 3.3). */
function keptAppeal(filingNumber: string, code: string, link: string): Draft {
  return {
    subject: `Recibimos tu apelación ${filingNumber}`,
    says: [
      `Recibimos tu apelación en el reclamo ${code}, con el número ${filingNumber}.`,
      "La empresa todavía revisa su decisión (reconsideración). Guardamos tu apelación. La enviamos al tribunal de SUNASS (TRASS) cuando se te notifique lo que decida. No tienes que presentarla otra vez.",
    ],
    link,
    short: `recibimos tu apelación ${filingNumber}. La guardamos mientras la empresa revisa su decisión.`,
  };
}

/** With the day by which it is sent on: the term of the claim is of the first that waits. */
function complained({ details, filedOn }: CaseEventOf<"queja-filed">, { file, law }: CaseAt, link: string): Draft {
  const { code } = file.head;
  const { calendars, queja } = law;
  const until = countWorkingDays({ from: filedOn, days: queja.forwardDays, calendar: calendars.COMPANY }).dueDate;
  return {
    subject: `Recibimos tu queja ${details.filingNumber}`,
    says: [
      `Recibimos tu queja en el reclamo ${code}, con el número ${details.filingNumber}.`,
      `La enviaremos a quien la decide hasta el ${longDate(until)}. Mientras tanto tu reclamo sigue: la queja no detiene ningún plazo.`,
    ],
    link,
    short: `recibimos tu queja ${details.filingNumber}. La enviaremos a quien la decide hasta el ${shortDate(until)}.`,
  };
}

function complaintSent({ details }: CaseEventOf<"queja-forwarded">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const to = details.to === "TRASS" ? "al tribunal de SUNASS (TRASS)" : "al superior de quien ve tu reclamo";
  const until = termEnd("T20", at);
  return {
    subject: `Enviamos tu queja: ${code}`,
    says: [
      `Enviamos ${to} tu queja del reclamo ${code}, con una copia del expediente. La referencia es ${details.reference}.`,
      `Su plazo para decidirla va hasta el ${longDate(until)}.`,
    ],
    link,
    short: `enviamos ${to} tu queja del reclamo ${code}. Su plazo va hasta el ${shortDate(until)}.`,
  };
}

/** Nothing before its resolution is notified, which then comes with it. */
function rectified(at: CaseAt, link: string): Draft | undefined {
  const { code } = at.file.head;
  if (at.claim.state === "resolved" || at.claim.state === "reconsideration-resolved") return undefined;
  return {
    subject: `Corregimos un error de la decisión: ${code}`,
    says: [
      `Corregimos un error material en la decisión de tu reclamo ${code}. Lo decidido y sus montos no cambian, ni tus plazos.`,
      "En la web está qué se corrigió.",
    ],
    link,
    short: `corregimos un error material en la decisión de tu reclamo ${code}. Lo decidido no cambia.`,
  };
}

function takenAsProblem({ details }: CaseEventOf<"taken-as-problem">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const { code: request, problemType, reason } = details;
  const { name } = at.law.claimTypes[problemType];
  return {
    subject: `Atendemos tu reclamo ${code} como la solicitud ${request}`,
    says: [
      `Lo que nos contaste en el reclamo ${code} es un problema del servicio: «${name}». ${reason}`,
      `No tienes que pedirlo otra vez: abrimos por ti la solicitud ${request}, con la fecha de tu reclamo. Si no se soluciona en su plazo, podrás reclamar por ella.`,
      "Tu reclamo por el recibo termina con una resolución que te notificaremos. Hasta entonces no se cobra ni se corta por él.",
    ],
    link,
    short: `atendemos tu reclamo ${code} como la solicitud ${request}. No tienes que pedirlo otra vez.`,
  };
}

function recourseReclassified({ as, details }: CaseEventOf<"recourse-reclassified">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const what = as === "appeal" ? "apelación" : "reconsideración";
  const until = termEnd(as === "appeal" ? "T16" : "T14", at);
  const next =
    as === "appeal"
      ? `Enviaremos tu expediente al tribunal de SUNASS (TRASS) hasta el ${longDate(until)}.`
      : `La empresa revisa su decisión y te la notifica hasta el ${longDate(until)}.`;
  return {
    subject: `Tu recurso se tramita como ${what}: ${code}`,
    says: [`Lo que presentaste en el reclamo ${code} se tramita como ${what}. ${details.reason}`, next],
    link,
    short: `lo que presentaste en el reclamo ${code} se tramita como ${what}.`,
  };
}

function elevated({ details, effectiveAt }: CaseEventOf<"file-elevated">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const until = termEnd("T17", at);
  return {
    subject: `Tu expediente está en el tribunal: ${code}`,
    says: [
      `El tribunal de SUNASS (TRASS) recibió tu expediente ${code} el ${dateOf(limaDay(effectiveAt))}. La referencia es ${details.reference}.`,
      `Su plazo para decidir y avisarte va hasta el ${longDate(until)}.`,
    ],
    link,
    short: `el tribunal de SUNASS recibió tu expediente ${code}. Su plazo va hasta el ${shortDate(until)}.`,
  };
}

function tribunalDecided({ details }: CaseEventOf<"tribunal-decided">, code: string, link: string): Draft {
  return {
    subject: `El tribunal decidió sobre tu reclamo ${code}`,
    says: [`Nos llegó la decisión ${details.number} del tribunal de SUNASS (TRASS) sobre tu reclamo ${code}.`],
    link,
    short: `nos llegó la decisión del tribunal de SUNASS sobre tu reclamo ${code}.`,
  };
}
