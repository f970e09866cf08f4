import { collectedWords, type LeftFigure, leftWords, saidFigures } from "../../../shared/domain/term/left-words.ts";
import type { ClaimView as ShownClaim } from "../../words/claim.ts";
import { hearingTime } from "../../words/claim-times.ts";
import { deadline } from "../../words/deadline.ts";
import { dateWithWeekday, instant, monthAndYear, soles } from "../../words/format.ts";
import { outcomeNames } from "../resolution/claim-outcome.words.ts";
import { tribunalWords } from "../resolution/tribunal-decision.words.ts";
import { claimsWords } from "./claims.words.ts";

type ClaimView = Omit<ShownClaim, "duplicates">;

/** The page or part of the page that a claim's first button opens. */
export type ShortButton = "again" | "decision" | "documents" | "meeting" | "review";

/** Where a claim stands: what that means, in soles, until when, what else; and the button, if there is one. */
interface InShort {
  readonly title: string;
  readonly says: readonly string[];
  readonly button?: ShortButton | undefined;
  /** The recourse is offered here, after the button: the page offers it nowhere else. */
  readonly mayReview?: true;
  /** Until when each receipt may be claimed again stands before what is said. */
  readonly again?: boolean;
}

type Clock = ClaimView["clocks"][number];

const termOf = ({ clocks }: ClaimView, id: Clock["id"]) => clocks.find((clock) => clock.id === id);

type Receipt = Pick<ClaimView["receipts"][number], "number" | "period" | "amount" | "left">;
type Months = ClaimView["resolutions"][number]["months"];

/**
 * What each receipt is left at: as something settled it, else as `months` decide it. A receipt granted without figures,
 * or that they do not name, is left out.
 */
function figuresOf(receipts: readonly Receipt[], months: Months): readonly LeftFigure[] {
  return receipts.flatMap(({ number, period, amount: before, left }) => {
    if (left) return { period, before, after: left.amount, instalments: left.instalments };
    const month = months.find(({ receiptNumber }) => receiptNumber === number);
    if (!month || (!month.corrected && month.outcome.endsWith("upheld"))) return [];
    return { period, before, after: month.corrected?.amount ?? before };
  });
}

/** What the tribunal, else the last decision that stands, decides on each month. */
function decidedMonths({ resolutions, tribunal }: ClaimView): Months {
  return (tribunal ?? resolutions.findLast(({ replacedBy }) => replacedBy === undefined))?.months ?? [];
}

/**
 * Returns what receipts are left at, in soles, as something settled them or as `months` decide them; empty while nobody
 * gave figures.
 */
export function moneyOf(receipts: readonly Receipt[], months: Months): readonly string[] {
  return saidFigures(figuresOf(receipts, months)).map(leftWords);
}

const moneyWords = (claim: ClaimView): readonly string[] => moneyOf(claim.receipts, decidedMonths(claim));

/**
 * Returns until when the company must do what was decided or agreed; empty if no such term is known, or nothing is to
 * do.
 */
function companyWords(claim: ClaimView): readonly string[] {
  const term = claim.clocks.find(({ id, status }) => id === "T19" && !status.startsWith("met"));
  const figures = figuresOf(claim.receipts, decidedMonths(claim));
  const changesNone = figures.length > 0 && figures.every(({ before, after }) => before === after);
  if (!term || changesNone) return [];
  const day = deadline(term.dueDate, term.daysLeft);
  return [
    term.status === "lapsed"
      ? `La empresa está atrasada: debía cumplirlo hasta el ${day}. Puedes presentar una queja.`
      : `La empresa debe cumplirlo hasta el ${day}. Si no cumple, puedes presentar una queja.`,
  ];
}

export const payLater = "No tienes que pagar lo reclamado hasta que la decisión quede firme.";

/** Returns that receipts are due, and since when; `only`: those left as billed. Empty if there is none. */
function payWords({ receipts }: ClaimView, only?: "as-billed"): readonly string[] {
  const due = receipts.flatMap(({ left }) => (left && !(only && left.corrected) ? left.from : []));
  const from = due.toSorted().at(-1);
  if (!from) return [];
  return [collectedWords(dateWithWeekday(from))];
}

const noDecision = [
  "Tú eliges. Puedes esperar su decisión, porque sigue obligado a decidir: para eso no tienes que hacer nada. O puedes tomar su silencio como un «no» y demandar ante el Poder Judicial (proceso contencioso administrativo).",
  "Para demandar necesitas un abogado; si el tribunal te notifica su decisión, tendrás tres meses desde ese día.",
];

const lastOutcome = ({ resolutions }: ClaimView) => resolutions.findLast(({ replacedBy }) => !replacedBy)?.outcome;

/**
 * A decision that may still be revised: of one that grants something, that it stands is said before the way to revise
 * it.
 */
function notified(claim: ClaimView): InShort | undefined {
  const outcome = lastOutcome(claim);
  const right = claim.awaits.find(({ act }) => act === "appeal-filed" || act === "reconsideration-filed");
  if (!outcome || !right?.until) return undefined;
  const isWon = outcome.endsWith("upheld");
  const way = claim.state === "notified" ? "pedir que la revisen" : "apelar ante el tribunal de SUNASS";
  return {
    title: outcomeNames[outcome],
    says: [
      ...moneyWords(claim),
      `Si no estás de acuerdo, puedes ${way} hasta el ${deadline(right.until, right.daysLeft)}. Si no lo pides, la decisión queda firme y ya no se puede cambiar.`,
      isWon ? "Cuando quede firme, la empresa debe cumplirla." : payLater,
    ],
    button: isWon ? "decision" : "review",
    mayReview: true,
  };
}

/** A claim that ended without a decision: its receipts are collected again, and may be claimed again. */
function archived(claim: ClaimView, today: string): InShort {
  const isForGood = claim.withdrew === "claim";
  const mayClaim = !isForGood && claim.receipts.some(({ claimUntil = today }) => claimUntil >= today);
  return {
    title:
      claim.state === "withdrawn"
        ? "Desististe: el reclamo terminó"
        : "Tu reclamo quedó como no presentado: no llegó a tiempo lo que faltaba",
    says: [
      ...(isForGood ? ["No podrás reclamar otra vez por lo mismo."] : []),
      ...moneyWords(claim),
      ...payWords(claim),
      ...(claim.state === "withdrawn"
        ? ["La resolución que lo acepta está en tus documentos: dice hasta cuándo puedes pedir que la revisen."]
        : []),
    ],
    again: !isForGood,
    button: mayClaim ? "again" : "documents",
  };
}

const beforeHearing: readonly ClaimView["state"][] = ["filed", "observed", "under-investigation", "hearing-due"];

/** An offer that was accepted is no accord until it is signed in the meeting. */
function accepted({ offers, hearing, receipts, state }: ClaimView): InShort | undefined {
  const offer = beforeHearing.includes(state) ? offers.findLast((one) => one.accepted === true) : undefined;
  if (!offer) return undefined;
  const { receiptNumber, before, after, instalments } = offer;
  const period = receipts.find(({ number }) => number === receiptNumber)?.period;
  return {
    title: `Aceptaste pagar ${soles(after)}${instalments ? ` en ${instalments.length} cuotas` : ""}`,
    says: [
      `${period ? `Es por el recibo de ${monthAndYear(period)}` : `Es por el recibo ${receiptNumber}`}, que se emitió por ${soles(before)}.`,
      `Falta firmarlo en la reunión${hearing ? `: ${hearingTime(hearing)}` : ""}. Si no vas, no hay acuerdo y tu reclamo se decide sin él.`,
    ],
    button: "meeting",
  };
}

/** The company or the tribunal decides: who, until when, and what if not. */
function waiting(claim: ClaimView): InShort | undefined {
  const { state, answerBy } = claim;
  const silent = "Si no te avisa a tiempo, la ley da tu pedido por aceptado.";
  if (state === "in-reconsideration")
    return {
      title: "Pediste que la empresa revise su decisión",
      says: [
        answerBy
          ? `La revisa la misma empresa y te responde a más tardar el ${dateWithWeekday(answerBy)}. ${silent}`
          : "La revisa la misma empresa.",
      ],
    };
  if (state === "in-appeal" || state === "elevated") {
    const sent = termOf(claim, "T16");
    const decides = termOf(claim, "T17");
    return {
      title: "Apelaste: decide el tribunal de SUNASS",
      says: [
        ...(sent && state === "in-appeal"
          ? [`La empresa debe enviarle tu expediente hasta el ${deadline(sent.dueDate, sent.daysLeft)}.`]
          : []),
        decides && state === "elevated"
          ? `El tribunal tiene hasta el ${deadline(decides.dueDate, decides.daysLeft)} para decidir y avisarte.`
          : "Desde que lo recibe corre su plazo para decidir. Te avisamos ese día.",
        payLater,
      ],
    };
  }
  const isOurs = claim.awaits.every(({ asked }) => !asked);
  return answerBy && isOurs && claim.next === "company"
    ? {
        title: "Ahora nos toca a nosotros",
        says: [`Te respondemos a más tardar el ${dateWithWeekday(answerBy)}. ${silent}`],
      }
    : undefined;
}

function agreed(claim: ClaimView): InShort {
  return { title: "Llegamos a un acuerdo", says: [...moneyWords(claim), ...companyWords(claim)], button: "documents" };
}

function granted(claim: ClaimView): InShort {
  const money = moneyWords(claim);
  return {
    title: `${claimsWords.endings.silence}: la empresa no te respondió a tiempo`,
    says: [...(money.length > 0 ? money : ["La empresa debe cumplir lo que pediste."]), ...companyWords(claim)],
    button: "documents",
  };
}

function unanswered({ dueOn }: ClaimView): InShort | undefined {
  return dueOn
    ? { title: "La empresa está atrasada", says: [claimsWords.notAnswered(dateWithWeekday(dueOn))] }
    : undefined;
}

const reading = ({ resolutions }: ClaimView): ShortButton => (resolutions.length > 0 ? "decision" : "documents");

function byTribunal(claim: ClaimView): InShort {
  return {
    title: claim.tribunal ? tribunalWords.result(claim.tribunal) : "El tribunal de SUNASS decidió",
    says: [...moneyWords(claim), ...companyWords(claim), ...payWords(claim, "as-billed")],
    button: reading(claim),
  };
}

/** A decision that nobody may revise any more, and what was done of it. */
function over(claim: ClaimView): InShort {
  const { state, ended, timeline } = claim;
  const outcome = ended ?? lastOutcome(claim);
  const done = timeline.findLast(({ type }) => type === "executed");
  const titles = { ...claimsWords.endings, ...outcomeNames };
  const isFirm = state === "firm";
  return {
    title: `${outcome ? `${titles[outcome]}. ` : ""}${isFirm ? "La decisión quedó firme" : "El reclamo terminó"}`,
    says: [
      ...moneyWords(claim),
      ...(done ? [`La empresa lo cumplió el ${instant(done.effectiveAt)}`] : companyWords(claim)),
      ...payWords(claim, isFirm ? "as-billed" : undefined),
    ],
    button: reading(claim),
  };
}

type Standing = (claim: ClaimView, today: string) => InShort | undefined;

const ofState: Partial<Readonly<Record<ClaimView["state"], Standing>>> = {
  "not-filed": archived,
  withdrawn: archived,
  notified,
  "reconsideration-notified": notified,
  conciliated: agreed,
  "positive-silence": granted,
  "reconsideration-silence": granted,
  "silence-to-confirm": unanswered,
  "reconsideration-silence-to-confirm": unanswered,
  "negative-silence": () => ({ title: "El tribunal de SUNASS no decidió en su plazo", says: noDecision }),
  "tribunal-decided": byTribunal,
  "in-execution": byTribunal,
  firm: over,
  closed: over,
};

/**
 * Returns where a claim stands, for the top of its page: an ending, a decision that may be revised, an accepted offer,
 * or who decides and until when. Undefined while something else is asked of the claimant, which the page shows.
 * @param today the day in Lima, `YYYY-MM-DD`
 */
export function inShort(claim: ClaimView, today: string): InShort | undefined {
  const standing = ofState[claim.state];
  return standing ? standing(claim, today) : (accepted(claim) ?? waiting(claim));
}
