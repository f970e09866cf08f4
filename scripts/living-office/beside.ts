import { pdf } from "../../local/journey/attachments.ts";
import type { Life, Step } from "../../local/journey/life.ts";
import { customer, step } from "../../local/journey/steps.ts";
import { tenant } from "../../settings.ts";
import { limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import { after, claimantOf } from "./acts.ts";
import type { ClaimedSupply } from "./supplies.ts";

/** Something besides claims that happened in the office: `ago` working days ago, at an hour in Lima. */
export interface Beside {
  readonly ago: number;
  readonly at: string;
  readonly steps: (supply: ClaimedSupply) => readonly Step[];
}

const calls = [
  ["telephone", "receipt", "¿Por qué subió mi recibo?", "Se le leyó la explicación del mes: la lectura subió."],
  ["telephone", "claim-state", "¿Cómo va mi reclamo?", "Se le dijo en qué va y el último día para responderle."],
  ["counter", "how-to-claim", "¿Cómo reclamo un recibo?", "Se le explicó por la web, por teléfono y aquí."],
  ["telephone", "service-problem", "No hay agua en mi calle.", "Hay un corte programado hasta las 18:00."],
  ["counter", "payment", "¿Dónde puedo pagar?", "Se le dieron los lugares de pago."],
  ["telephone", "receipt", "¿Qué es el cargo fijo?", "Se le explicó qué es y dónde está en su recibo."],
] as const;

/** A contact that ended in no claim, of those that an office has every day. */
const contact = (at: number): Beside["steps"] => {
  const [channel, matter, question, answer] = calls[at % calls.length] ?? calls[0];
  return ({ supplyCode }) => [
    step(`atención: ${question}`, async (life) => {
      const who = channel === "counter" ? "clerk" : "operator";
      await life.call(who, "enterAttention", {
        body: {
          channel,
          matter,
          contact: { supplyCode, question, answer, preferential: at % 9 === 0, language: "es" },
        },
      });
      return matter;
    }),
  ];
};

/** A call that was promised for the next working day, at `time`. */
const promised =
  (time: string, about: string): Beside["steps"] =>
  (supply) => [
    step("promete una llamada", async (life) => {
      const from = limaDay(await life.office.now());
      const calendar = tenant.calendars.COMPANY.value;
      const on = countWorkingDays({ from, days: 1, calendar }).dueDate;
      await life.call("operator", "enterAttention", {
        body: {
          channel: "telephone",
          matter: "claim-state",
          contact: {
            supplyCode: supply.supplyCode,
            question: "Pide que lo llamen con la respuesta.",
            answer: "Se le llamará a la hora que pidió.",
            next: about,
            nextOn: on,
            language: "es",
          },
          callBack: { at: limaInstant(on, time), telephone: claimantOf(supply, { hasMail: false }).telephone, about },
        },
      });
      return `${on} ${time}`;
    }),
  ];

const problem =
  (problemType: "O-S1" | "N-B2" | "O-P1", description: string, attended?: string): Beside["steps"] =>
  (supply) => [
    step(`solicitud de atención: ${problemType}`, async (life) => {
      const { problemId, code } = await life.call("operator", "takeProblem", {
        body: {
          supplyCode: supply.supplyCode,
          channel: "telephone",
          problemType,
          applicant: claimantOf(supply, { hasMail: false }),
          description,
        },
      });
      await life.keep("problemId", () => problemId);
      return code;
    }),
    ...(attended === undefined ? [] : [after(1, "16:20"), solved(attended)]),
  ];

const solved = (text: string): Step =>
  step("la cuadrilla lo soluciona", async (life) => {
    const params = { problemId: life.kept("problemId") };
    return (await life.call("operator", "attendProblem", { params, body: { solved: true, text } })).state;
  });

/** A document that somebody presented at the document desk by the web. */
const document =
  (subject: string, text: string, isReceived = false): Beside["steps"] =>
  (supply) => [
    step(`presenta: ${subject}`, async (life) => {
      const bytes = pdf(`${subject} ${supply.supplyCode}`);
      const upload = () => life.upload(customer, "documento.pdf", "application/pdf", bytes);
      const { submissionId, number } = await life.call(customer, "fileDocument", {
        body: {
          subject,
          text,
          presenter: supply.holder,
          email: `documento.${supply.supplyCode}@example.pe`,
          uploadIds: [await life.keep("document", upload)],
        },
      });
      await life.keep("submissionId", () => submissionId);
      return number;
    }),
    ...(isReceived ? [after(1, "10:50"), received] : []),
  ];

const received: Step = step("mesa de partes lo recibe", async (life) => {
  const params = { submissionId: life.kept("submissionId") };
  return (await life.call("clerk", "receiveSubmission", { params, body: { outcome: "received" } })).state;
});

const observation =
  (text: string, answer?: string): Beside["steps"] =>
  ({ holder }) => [
    step("anota en el libro de observaciones", async (life) => {
      const person = { name: holder };
      const { observationId, number } = await life.call("clerk", "enterObservation", {
        body: { channel: "counter", person, text },
      });
      await life.keep("observationId", () => observationId);
      return number;
    }),
    ...(answer === undefined ? [] : [after(3, "12:10"), answeredWith(answer)]),
  ];

const answeredWith = (text: string): Step =>
  step("responde la observación", async (life: Life) => {
    const params = { observationId: life.kept("observationId") };
    return (await life.call("clerk", "answerObservation", { params, body: { text } })).state;
  });

const contactHours = ["08:40", "10:05", "11:25", "12:50", "15:10"] as const;

/** What happened in the office besides claims: contacts each day of the last month, and what still waits. */
export const besides: readonly Beside[] = [
  ...Array.from({ length: 44 }, (_, at) => ({
    ago: Math.floor(at / 2),
    at: contactHours[at % contactHours.length] ?? "09:00",
    steps: contact(at),
  })),
  { ago: 1, at: "09:50", steps: promised("11:00", "Decirle el resultado de la visita.") },
  { ago: 1, at: "12:20", steps: promised("15:30", "Avisarle cuándo llega su resolución.") },
  { ago: 2, at: "10:10", steps: promised("09:30", "Confirmar la hora de su audiencia.") },
  { ago: 0, at: "08:55", steps: promised("10:00", "Decirle si su recibo ya se corrigió.") },
  { ago: 0, at: "09:05", steps: problem("O-S1", "El desagüe de la vereda rebalsa desde ayer.") },
  { ago: 1, at: "14:15", steps: problem("N-B2", "Se llevaron mi medidor a revisar y no lo devuelven.") },
  { ago: 4, at: "10:35", steps: problem("O-S1", "El buzón de la esquina está atorado.") },
  {
    ago: 6,
    at: "11:55",
    steps: problem("O-P1", "Sale agua de la caja del medidor.", "Se cambió la llave de la caja."),
  },
  { ago: 0, at: "08:10", steps: document("Pido copia de mi contrato", "La necesito para un trámite.") },
  { ago: 1, at: "21:30", steps: document("Cambio de nombre del titular", "Adjunto el documento de la venta.") },
  { ago: 3, at: "16:05", steps: document("Pido un plan de pagos", "Puedo pagar en tres partes.", true) },
  { ago: 8, at: "12:30", steps: document("Pido mi historial de consumos", "De los últimos dos años.", true) },
  { ago: 2, at: "13:05", steps: observation("La cola de la ventanilla demoró más de una hora.") },
  { ago: 12, at: "09:45", steps: observation("El cartel del horario está tapado.", "Se cambió el cartel de lugar.") },
];
