import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { ProblemForm } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { channelNames, claimantName, standingNames } from "../../../shared/documents/spanish-names.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { parseDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";

/** Returns the law's name of a request for attention, with `form`, the name of its form, in brackets. */
export function problemTitle(form: string): string {
  return `Solicitud de atención de problemas particulares comerciales no relativos a la facturación y problemas operacionales (${form})`;
}

/** The next steps after a request that has a time to be solved in. */
export const afterwards =
  "Si pasa ese plazo y el problema sigue, puedes presentar un reclamo por la web, por teléfono o en la oficina. Es gratis.";

const withoutTime = "Si el problema sigue, llámanos o ven a la oficina: presentamos el reclamo contigo. Es gratis.";

/**
 * Returns a request for attention on its form (Formato 1; digest 4): who asks, about what, with which files, and by
 * when it is to be solved. Without `solveBy`, it says that no time is set, and who then files the claim.
 */
export function problemForm({ letterhead, forms, problem, problemType, solveBy }: ProblemForm): Sheet {
  const { code, supplyCode, channel, applicant, description, filedAt, filedOn, attachments = [] } = problem;
  const day = parseDay(filedOn);
  const { document, address, telephone, email, standing } = applicant;
  return {
    letterhead,
    title: problemTitle(forms.problemForm),
    code,
    madeAt: filedAt,
    blocks: [
      {
        lines: [
          ["Código de solicitud", code],
          ["Suministro", supplyCode],
          ["Modalidad", channelNames[channel]],
          ["Registrada", longInstant(filedAt)],
          ...(day ? [["Cuenta desde el", longDate(day)] as const] : []),
        ],
      },
      { heading: "Quién la pide" },
      {
        lines: [
          ["Nombre", claimantName(applicant)],
          ["Documento", document ? `${document.kind} ${document.number}` : "no lo dio"],
          ["En calidad de", standingNames[standing.as]],
          ["Dirección", address || "no la dio"],
          ["Teléfono", telephone ? groupedTelephone(telephone) : "no dejó"],
          ["Correo", email ?? "no dejó"],
        ],
      },
      { heading: "El problema" },
      { lines: [["Tipo de problema", problemType]] },
      ...description.split(/\n+/).map((text) => ({ text })),
      ...(attachments.length > 0 ? [{ heading: "Archivos enviados" }, attachmentsBlock(attachments)] : []),
      { heading: "Qué sigue" },
      {
        lines: [
          [
            "Plazo para solucionarlo",
            solveBy ? `hasta el ${longInstant(solveBy)}` : "este problema no tiene un plazo fijado",
          ],
        ],
      },
      { text: solveBy ? afterwards : withoutTime },
      { heading: "Base legal" },
      { text: `${forms.regulation}.` },
    ],
  };
}
