import type { ClaimView } from "../../words/claim.ts";
import { date, dayInLima, instant } from "../../words/format.ts";
import { sentence } from "../../words/sentence.ts";

type Entry = ClaimView["timeline"][number];

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

/** The entries that mark each milestone as done. */
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

/** The index of the milestone a claim is at, by state; an index past the last milestone means that it is over. */
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

type Stage = "done" | "now" | "late" | "later" | "skipped" | "undone";

interface MilestoneWords {
  readonly title: string;
  readonly stage: Stage;
  readonly text: string;
}

/** The milestones that not every claim reaches. */
const maybe: ReadonlySet<MilestoneTitle> = new Set([
  "Te visitamos",
  "Nos reunimos para llegar a un acuerdo",
  "Puedes pedir que la revisen",
  "La revisa el tribunal de SUNASS",
]);

/** How a visit ends that was not made. */
const notMade: ReadonlySet<string | undefined> = new Set(["absent", "opposed"]);

type Clock = ClaimView["clocks"][number];

/** The terms of each milestone. */
const clocksOf: Readonly<Record<MilestoneTitle, readonly Clock["id"][]>> = {
  "Recibimos tu reclamo": [],
  "Revisamos que esté completo": ["T04"],
  "Te visitamos": ["T06"],
  "Nos reunimos para llegar a un acuerdo": ["T07"],
  "Decidimos tu reclamo": ["T08"],
  "Te avisamos la decisión": ["T09", "T10"],
  "Puedes pedir que la revisen": ["T11", "T15", "T13", "T12", "T14"],
  "La revisa el tribunal de SUNASS": ["T16", "T17"],
  "Reclamo terminado": ["T19"],
};

const isPast = (status: Clock["status"] | undefined): boolean => status === "lapsed" || status === "met-late";

/**
 * The last day of a term, which says so if the term is the claimant's or only to send the file to the tribunal;
 * undefined for one that was met.
 */
function termWords({ id, calendar, dueDate, status }: Clock): string | undefined {
  if (status === "met") return undefined;
  if (isPast(status)) return `vencía el ${date(dueDate)}`;
  if (id === "T16") return `le enviamos tu expediente a más tardar el ${date(dueDate)}`;
  return calendar === "USER" ? `te toca a ti: tienes hasta el ${date(dueDate)}` : `a más tardar el ${date(dueDate)}`;
}

/** The day of the visit or the hearing that a milestone is about; undefined if it is about neither or has no day. */
function plannedWords(title: MilestoneTitle, { visits, hearing, late, since: at }: ClaimView): string | undefined {
  if (title === "Te visitamos") {
    const visit = visits.findLast(({ outcome }) => outcome === undefined);
    const before = visits.findLast(({ outcome }) => notMade.has(outcome));
    const went =
      before &&
      `${before.outcome === "absent" ? "no te encontramos" : "no se permitió la visita"} el ${date(before.on)}`;
    const goes = visit && (visit.missed ? `te dimos el ${date(visit.on)}` : `vamos el ${date(visit.on)}`);
    return went && goes ? `${went}. ${goes.charAt(0).toUpperCase()}${goes.slice(1)}` : (went ?? goes);
  }
  if (title !== "Nos reunimos para llegar a un acuerdo" || !hearing) return undefined;
  const isMissed = hearing.on < at || late.some(({ clock, missedOn }) => clock === "T07" && missedOn !== undefined);
  return `la reunión ${isMissed ? "era" : "es"} el ${date(hearing.on)}`;
}

/** Joins the parts as sentences, each with a capital; the last keeps its end as it is. */
function joined(parts: readonly (string | undefined)[]): string {
  const said = parts.flatMap((part) => (part ? part.charAt(0).toUpperCase() + part.slice(1) : []));
  return said.map((part, at) => (at < said.length - 1 ? sentence(part) : part)).join(" ");
}

interface Milestone {
  readonly title: MilestoneTitle;
  readonly at: number;
  readonly now: number;
  readonly done: Entry | undefined;
  /** The first of the milestone's terms that is not met. */
  readonly term: Clock | undefined;
}

/** Whether a visit or a hearing was missed, nobody was found or let in, or a decision was replaced by silence. */
function isUndone({ title }: Milestone, { state, visits, hearing, since, timeline }: ClaimView): boolean {
  if (title === "Te visitamos") return visits.some(({ missed, outcome }) => missed || notMade.has(outcome));
  if (title === "Nos reunimos para llegar a un acuerdo") return hearing !== undefined && hearing.on < since;
  const isDecision = title === "Decidimos tu reclamo" || title === "Te avisamos la decisión";
  return isDecision && (state === "positive-silence" || timeline.some(({ type }) => type === "silence-certified"));
}

function stageOf(milestone: Milestone, claim: ClaimView): Stage {
  const { title, at, now, done, term } = milestone;
  const isLate = claim.late.some(({ clock }) => clocksOf[title].some((id) => id === clock));
  if (isLate) return "late";
  if (at === now) return "now";
  if (done || (at === milestoneTitles.length - 1 && at < now)) return "done";
  if (at > now) return "later";
  if (isUndone(milestone, claim)) return "undone";
  return term && !isPast(term.status) ? "later" : "skipped";
}

function textOf(stage: Stage, milestone: Milestone, claim: ClaimView): string {
  const { title, done, term } = milestone;
  const planned = plannedWords(title, claim);
  const termText = term && !planned?.endsWith(date(term.dueDate)) ? termWords(term) : undefined;
  switch (stage) {
    case "done":
      return joined([
        done ? instant(done.effectiveAt) : date(claim.since),
        isPast(term?.status) ? termText : undefined,
      ]);
    case "now":
      return joined([
        term?.calendar === "USER" ? undefined : `estamos en esto desde el ${date(since(milestone, claim))}`,
        planned,
        termText,
      ]);
    case "late":
      return joined([planned, termText]);
    case "undone":
      return joined([planned]);
    case "later":
      return joined([planned, termText]) || (maybe.has(title) ? "Si hace falta" : "");
    case "skipped":
      return "";
  }
}

/** The index of «Puedes pedir que la revisen». */
const reviewAt = milestoneTitles.indexOf("Puedes pedir que la revisen");

/** The states in which «Puedes pedir que la revisen» was done, and the company does so. */
const underReview: ReadonlySet<ClaimView["state"]> = new Set([
  "in-reconsideration",
  "reconsideration-resolved",
  "reconsideration-silence-to-confirm",
]);

/**
 * Returns the entries before a reconsideration, whose own decision is no part of the steps before it; all of them
 * without one, or once the tribunal decided after it.
 */
function firstInstance(timeline: ClaimView["timeline"]): ClaimView["timeline"] {
  const reviewed = timeline.findLastIndex(({ type }) => type === "reconsideration-filed");
  const returned = timeline.findLastIndex(({ type }) => type === "tribunal-decided");
  return reviewed > returned ? timeline.slice(0, reviewed) : timeline;
}

/** When what a claim is at began: its state, or a step before it that ended since. */
function since({ at }: Milestone, { since: day, timeline }: ClaimView): string {
  const before = milestoneTitles.slice(0, at).flatMap((title) => doneBy[title]);
  const ended = timeline.findLast(({ type }) => before.includes(type))?.effectiveAt;
  const on = ended === undefined ? day : dayInLima(Date.parse(ended));
  return on > day ? on : day;
}

/**
 * Returns the nine milestones of a claim, in their order. Each has its stage, by the claim's history, state and missed
 * terms, and a text with its days; the text may be "".
 */
export function milestonesOf(claim: ClaimView): readonly MilestoneWords[] {
  const { state, timeline, clocks, visits } = claim;
  const first = firstInstance(timeline);
  const report = timeline.findLast(({ type }) => type === "inspection-reported");
  const goesAgain = notMade.has(report?.outcome) && visits.some(({ outcome, missed }) => !outcome && !missed);
  const visited = report !== undefined && !goesAgain;
  const now = nowAt[state] === 2 && visited ? 3 : nowAt[state];
  return milestoneTitles.map((title, at) => {
    const done = (at < reviewAt ? first : timeline).findLast(
      ({ type, outcome }) => doneBy[title].includes(type) && !(type === "inspection-reported" && notMade.has(outcome)),
    );
    const term = clocksOf[title]
      .flatMap((id) => clocks.find((clock) => clock.id === id && clock.status !== "met") ?? [])
      .at(0);
    const milestone = { title, at, now, done, term };
    const stage = stageOf(milestone, claim);
    const shown = at === reviewAt && underReview.has(state) ? "La empresa revisa su decisión" : title;
    return { title: shown, stage, text: textOf(stage, milestone, claim) };
  });
}
