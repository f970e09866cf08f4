import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { date, instant } from "./format.ts";

export type ClaimView = AnswerOf<Routes["showClaim"]>;
type Entry = ClaimView["timeline"][number];

/** Whether a claim is decided for good: what is filed against it now is late. */
export const isOver = ({ state }: ClaimView): boolean => state === "firm" || state === "closed";

/** What stands first on the page of a claim. */
export const claimWords = {
  todo: "Lo que tienes que hacer",
  nothing: "No tienes que hacer nada por ahora. Te avisaremos cuando algo cambie.",
  over: "No tienes nada que presentar: este reclamo terminó.",
  where: "En qué está",
  nextDue: "El plazo que corre ahora vence el",
  evidenceUntil: "Puedes enviar la prueba nueva hasta el",
  decision: "Decisión sobre tu reclamo",
  decidedAs: (number: string, on: string) => `Resolución ${number}, del ${date(on)}`,
  month: (month: string, outcome: string) => `Recibo de ${month}: ${outcome.toLowerCase()}.`,
  corrected: "Queda en",
  rectified: (at: string, says: string, should: string) =>
    `Error corregido el ${instant(at)}: dice «${says}», debe decir «${should}». Lo decidido no cambia.`,
  haveDecision: "Ya tengo la decisión y no estoy de acuerdo",
  noAnswer: [
    "El tribunal de SUNASS no decidió en su plazo. Tú eliges: puedes esperar su decisión, porque sigue obligado a decidir, o tomar su silencio como un «no» y demandar ante el Poder Judicial (proceso contencioso administrativo).",
    "No tienes que hacer nada para seguir esperando. Para demandar necesitas un abogado; si el tribunal te notifica su decisión, tendrás tres meses desde ese día.",
  ],
  fullDecision: "Descargar la decisión completa",
  seeOffer: "Ver la propuesta y responder",
  late: "Nos pasamos del plazo. Más abajo puedes presentar una queja, o llama a SUNASS.",
} as const;

/** What a person may do with a claim, and the page where it is done, by the action the API offers. */
export const actWords = {
  remedied: { act: "corregir", label: "Corregir mi reclamo" },
  "new-evidence-brought": { act: "prueba", label: "Agregar una prueba nueva" },
  "claim-extended": { act: "ampliar", label: "Agregar algo a mi reclamo" },
  "reconsideration-filed": { act: "revision", label: "Pedir que revisen la decisión" },
  "appeal-filed": { act: "revision", label: "Pedir que revisen la decisión" },
  "meter-test-asked": { act: "contraste", label: "Pedir que prueben mi medidor" },
  "withdrawal-requested": { act: "desistir", label: "Desistir de mi reclamo" },
} as const satisfies Partial<Record<ClaimView["actions"][number], { act: string; label: string }>>;

const milestoneTitles = [
  "Recibimos tu reclamo",
  "Revisamos que esté completo",
  "Te visitamos",
  "Nos reunimos para llegar a un acuerdo",
  "Decidimos tu reclamo",
  "Te avisamos la decisión",
  "Puedes pedir que la revisen",
  "La revisa el tribunal de SUNASS",
  "Reclamo terminado",
] as const;
type MilestoneTitle = (typeof milestoneTitles)[number];

/** What marks each milestone as done. */
const doneBy: Readonly<Record<MilestoneTitle, readonly Entry["type"][]>> = {
  "Recibimos tu reclamo": ["claim-filed"],
  "Revisamos que esté completo": ["claim-accepted", "remedied"],
  "Te visitamos": ["inspection-reported"],
  "Nos reunimos para llegar a un acuerdo": ["conciliation-held"],
  "Decidimos tu reclamo": ["resolution-signed"],
  "Te avisamos la decisión": ["resolution-notified"],
  "Puedes pedir que la revisen": ["reconsideration-filed", "appeal-filed"],
  "La revisa el tribunal de SUNASS": ["tribunal-decided"],
  "Reclamo terminado": ["executed", "withdrawal-accepted"],
};

/** Which milestone a claim is at; past the last one it is over. */
const nowAt: Readonly<Record<ClaimView["state"], number>> = {
  filed: 1,
  observed: 1,
  "not-filed": 9,
  "under-investigation": 2,
  "hearing-due": 3,
  conciliated: 8,
  "partly-conciliated": 4,
  "no-agreement": 4,
  absence: 4,
  "in-resolution": 4,
  resolved: 5,
  notified: 6,
  "silence-to-confirm": 5,
  "positive-silence": 8,
  "in-reconsideration": 6,
  "reconsideration-resolved": 6,
  "reconsideration-notified": 6,
  "reconsideration-silence-to-confirm": 6,
  "reconsideration-silence": 8,
  "in-appeal": 7,
  elevated: 7,
  "negative-silence": 7,
  "tribunal-decided": 8,
  withdrawn: 9,
  firm: 8,
  "in-execution": 8,
  closed: 9,
};

interface MilestoneWords {
  readonly title: string;
  readonly stage: "done" | "now" | "later" | "skipped";
  readonly text: string;
}

/** What not every claim comes to. */
const maybe: ReadonlySet<MilestoneTitle> = new Set([
  "Te visitamos",
  "Nos reunimos para llegar a un acuerdo",
  "Puedes pedir que la revisen",
  "La revisa el tribunal de SUNASS",
]);

/** When what is under way is planned for, or until when it may last. */
function untilWords({ dueOn, visits, hearing }: ClaimView, now: MilestoneTitle): string {
  const visit = visits.findLast(({ outcome }) => outcome === undefined);
  if (now === "Te visitamos") return visit ? `. Vamos el ${date(visit.on)}` : "";
  if (now === "Nos reunimos para llegar a un acuerdo") return hearing ? `. La reunión es el ${date(hearing.on)}` : "";
  return dueOn ? `, a más tardar el ${date(dueOn)}` : "";
}

/** The milestones of a claim as its history and its state have them: done with their day, now, later, or never needed. */
export function milestonesOf(claim: ClaimView): readonly MilestoneWords[] {
  const { state, since, timeline } = claim;
  const visited = timeline.some(({ type }) => type === "inspection-reported");
  const now = nowAt[state] === 2 && visited ? 3 : nowAt[state];
  return milestoneTitles.map((title, at) => {
    const done = timeline.findLast(({ type }) => doneBy[title].includes(type));
    if (at === now) {
      return { title, stage: "now", text: `Estamos en esto desde el ${date(since)}${untilWords(claim, title)}` };
    }
    if (done) return { title, stage: "done", text: instant(done.effectiveAt) };
    if (at === milestoneTitles.length - 1 && at < now) return { title, stage: "done", text: date(since) };
    return at < now
      ? { title, stage: "skipped", text: "" }
      : { title, stage: "later", text: maybe.has(title) ? "Si hace falta" : "" };
  });
}
