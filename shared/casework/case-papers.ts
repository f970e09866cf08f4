import { type CaseEvent, entriesOf } from "../domain/case-events.ts";
import type { Paper } from "../domain/claim-form.ts";

/** Papers that confirmed an act staff wrote down, or what was agreed. */
function signedPapersIn(details: CaseEvent["details"]): readonly Paper[] {
  const taken = "taken" in details ? details.taken?.confirmed : undefined;
  const confirmed = "confirmed" in details ? details.confirmed : taken;
  return confirmed?.by === "signature" || confirmed?.by === "paper" ? confirmed.papers : [];
}

/** Every paper that came in with an entry, each once, with what its check found since. */
export function papersOf(events: readonly CaseEvent[]): readonly Paper[] {
  const checked = new Map(
    entriesOf(events, "paper-checked").map(({ details: { documentId, state } }) => [documentId, state]),
  );
  const papers = events.flatMap(({ details }) => [
    ...("papers" in details ? (details.papers ?? []) : "photos" in details ? (details.photos ?? []) : []),
    ...signedPapersIn(details),
  ]);
  const once = new Map(papers.map((paper) => [paper.documentId, paper]));
  return [...once.values()].map((paper) => ({ ...paper, state: checked.get(paper.documentId) ?? paper.state }));
}

/** The papers its claimant may open: what the company adds to prove its own may tell of other people. */
export function claimantsPapersOf(events: readonly CaseEvent[]): readonly Paper[] {
  return papersOf(events.filter(({ type }) => type !== "evidence-added"));
}

/** Since when the oldest file that nobody checked yet waits; the entry that brought it says when. */
export function unreadSince(events: readonly CaseEvent[]): string | undefined {
  return events.find((event) =>
    papersOf([event, ...entriesOf(events, "paper-checked")]).some(({ state }) => state === "pending"),
  )?.recordedAt;
}
