import { isOfClaimant } from "../../../shared/domain/counter/act-on-behalf.ts";
import { sentence } from "../../../shared/domain/sentence.ts";
import { clockOf, hoursText, longDate, longInstant, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";
import { afterAbsence } from "../letters/absence-notice.ts";
import { testCostOf } from "../letters/test-cost.ts";

type Templates = NoticeTemplates["of"];

/**
 * Returns the message of what a claim lacks, for a claimant who did not agree to be notified by e-mail. The message is
 * no notification: the days to complete the claim begin once staff notify the claimant by telephone or in person, or
 * the claimant confirms on the page.
 */
export const defectObserved: Templates["defect-observed"] = ({ details }, { claimCode, remedyDays }) => ({
  subject: `Falta algo en tu reclamo ${claimCode}`,
  says: [
    `Revisamos tu reclamo ${claimCode} y falta esto:\n${details.defects.map((defect) => `- ${defect}`).join("\n")}`,
    `Complétalo en tu reclamo. Tienes ${remedyDays} días hábiles desde que te lo decimos por teléfono o en persona, o desde que confirmas ahí que ya lo sabes. Si no lo completas, tu reclamo queda como no presentado.`,
  ],
  short: `falta algo en tu reclamo ${claimCode}. Complétalo o quedará sin efecto.`,
});

export const inspectionAssigned: Templates["inspection-assigned"] = ({ details }, { claimCode, visit }) => ({
  subject: `Quién hará la visita por tu reclamo ${claimCode}`,
  says: [
    `La visita por tu reclamo ${claimCode} es el ${longDate(visit.on)}, ${hoursText(visit)}`,
    `Irá ${details.name}. Pídele su identificación antes de abrir.`,
  ],
  short: `visita por tu reclamo: ${shortDate(visit.on)}, ${visit.from} a ${visit.to}. Va ${shortName(details.name)}.`,
});

/**
 * Returns the notice that a visit found nobody, with the day and hours of the next one and whether it is the last, or
 * that there is none. Returns undefined for a visit that was made, or that was not let in.
 */
export const inspectionReported: Templates["inspection-reported"] = (
  { outcome, details: { startedAt, retry } },
  { claimCode, isRepeated },
) =>
  outcome === "absent"
    ? {
        subject: `No te encontramos: ${claimCode}`,
        says: [
          `Fuimos a tu casa o local por tu reclamo ${claimCode} el ${longInstant(startedAt)}. No encontramos a nadie.`,
          retry
            ? `Volvemos el ${longDate(retry.on)}, ${hoursText(retry)}${isRepeated ? "" : " Es la última visita."}`
            : "No hay otra visita programada.",
          !(retry && isRepeated) && afterAbsence(retry !== undefined),
        ],
        short: retry
          ? `no te encontramos. Volvemos el ${shortDate(retry.on)}, ${retry.from} a ${retry.to}${isRepeated ? "" : ": última visita"}.`
          : "no te encontramos, y no hay otra visita. Tu reclamo se decide con lo demás.",
      }
    : undefined;

/** The most letters of a name in a text message, so that it stays one message. */
const nameLetters = 24;

/** Returns the first words of a name, as many as a text message has room for; the first is never left out. */
function shortName(name: string): string {
  const [first = "", ...others] = name.split(" ");
  return others.reduce(
    (said, word) => (said.length + 1 + word.length > nameLetters ? said : `${said} ${word}`),
    first.slice(0, nameLetters),
  );
}

/** Returns the notice of who attends the claim from now on; why is the office's own matter. */
export const ownerChanged: Templates["owner-changed"] = ({ details: { owner } }, { claimCode }) => ({
  subject: `Otra persona atiende tu reclamo ${claimCode}`,
  says: [
    `Desde ahora atiende tu reclamo ${claimCode} ${owner.name}, anexo ${owner.extension}.`,
    "Tus plazos y tus citas no cambian. No tienes que hacer nada.",
  ],
  short: `ahora atiende tu reclamo ${claimCode} ${shortName(owner.name)}.`,
});

export const visitMoved: Templates["visit-moved"] = (entry, { claimCode }) => {
  const { before, visit } = entry.details;
  return {
    subject: `Nueva fecha de la visita: ${claimCode}`,
    says: [
      isOfClaimant(entry)
        ? `Cambiaste la visita por tu reclamo ${claimCode}, que era el ${longDate(before)}.`
        : `La visita por tu reclamo ${claimCode} era el ${longDate(before)}. Ese día ya no se trabaja.`,
      `Ahora es el ${longDate(visit.on)}, ${hoursText(visit)} Si no puedes, avísanos antes.`,
    ],
    short: `nueva fecha de la visita, ${claimCode}: ${shortDate(visit.on)}, ${visit.from} a ${visit.to}.`,
  };
};

/**
 * Returns the notice that a leak found in a visit must be repaired: what was found, the last day if `until` is given,
 * and that the office inspects the repair.
 */
export const leakRepairRequired: Templates["leak-repair-required"] = ({ details }, { claimCode, until }) => ({
  subject: `Repara la fuga: reclamo ${claimCode}`,
  says: [
    `En la visita por tu reclamo ${claimCode} encontramos una fuga que no se ve:\n${details.text}`,
    until && `Tienes hasta el ${longDate(until)} para repararla.`,
    "Cuando la repares, avísanos: iremos a verificarlo. Si está reparada a tiempo, el consumo que subió por la fuga se puede cobrar por tu promedio. Guarda el recibo de la reparación.",
  ],
  short: `repara la fuga de tu reclamo ${claimCode}${until ? ` hasta el ${shortDate(until)}` : ""} y avísanos.`,
});

export const leakVerified: Templates["leak-verified"] = ({ repaired }, { claimCode }) => ({
  subject: `Verificamos la reparación: ${claimCode}`,
  says: [
    repaired
      ? `Visitamos la casa o local de tu reclamo ${claimCode} y la fuga está reparada.`
      : `Visitamos la casa o local de tu reclamo ${claimCode} y la fuga sigue. Mientras dure el plazo puedes repararla y avisarnos.`,
  ],
  short: `fuga de tu reclamo ${claimCode}: vimos que ${repaired ? "está reparada" : "sigue"}.`,
});

/** Returns the notice of when, where and by whom the meter is tested, and who pays by its result. */
export const meterTestOrdered: Templates["meter-test-ordered"] = ({ testOn, details }, { claimCode, costAccepted }) => {
  const { at, tester, place } = details;
  return {
    subject: `Prueba de tu medidor: ${claimCode}`,
    says: [
      `La prueba del medidor (contrastación) de tu reclamo ${claimCode} es el ${longDate(testOn)} a ${clockOf(at)}`,
      `La hace ${sentence(tester)} Lugar: ${sentence(place)}`,
      `Puedes estar presente. ${testCostOf(costAccepted)}`,
    ],
    short: `prueba del medidor, reclamo ${claimCode}: ${shortDate(testOn)} a las ${at}.`,
  };
};

export const meterTestReported: Templates["meter-test-reported"] = ({ details }, { claimCode, conclusion }) => ({
  subject: `Resultado de la prueba de tu medidor: ${claimCode}`,
  says: [
    `Ya está el resultado de la prueba del medidor de tu reclamo ${claimCode}, en el informe ${details.certificate}.`,
    conclusion,
  ],
  short: `ya está el resultado de la prueba del medidor, reclamo ${claimCode}.`,
});
