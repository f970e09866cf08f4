import type { showFiling } from "../../shared/contract/filing-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { filingStateOn, isCopyAsked } from "../../shared/domain/filing.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";

type View = AnswerOf<typeof showFiling>;

/** A filing as who presented it and the clerk see it at an instant. */
export const filingView = (filing: FilingRecord, now: string): View => viewOn(filing, limaDay(now));

const madeOf = (document: object | undefined) => (document ? "ready" : "preparing");

function viewOn(
  {
    constancia,
    cargo,
    observation,
    answer,
    data,
    presentedAs: _,
    told: __,
    papers,
    entries,
    registered,
    state,
    remedyBy,
    againstDecision,
    ...filing
  }: FilingRecord,
  today: CalendarDay,
): View {
  return {
    ...filing,
    state: filingStateOn({ state, remedyBy }, today),
    ...(remedyBy !== undefined && { remedyBy }),
    ...(registered && { registered: { at: registered.at, ...(registered.reason && { reason: registered.reason }) } }),
    againstDecision: againstDecision === true,
    copyAsked: isCopyAsked(entries),
    papers: [...papers],
    entries: entries.map(({ by: _, write: __, papers: brought, ...entry }) => ({
      ...entry,
      ...(brought && {
        papers: brought.map((one) => papers.find(({ documentId }) => documentId === one.documentId) ?? one),
      }),
    })),
    constancia: madeOf(constancia),
    ...(filing.receivedAt !== undefined && { cargo: madeOf(cargo) }),
    ...(entries.some(({ type }) => type === "observed") && { observation: madeOf(observation) }),
    ...(filing.answeredAt !== undefined && { answer: madeOf(answer) }),
    ...(entries.some(({ type }) => type === "data-gathered") && { data: madeOf(data) }),
  };
}
