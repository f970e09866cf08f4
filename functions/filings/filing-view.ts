import { remedyDay } from "../../shared/casework/remedy-day.ts";
import type { showFiling } from "../../shared/contract/filing-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { filingStateOn, isCopyAsked } from "../../shared/domain/filing.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { Tenant } from "../../tenants/tenant.ts";

type View = AnswerOf<typeof showFiling>;

const madeOf = (document: object | undefined) => (document ? "ready" : "preparing");

/** A filing as who presented it and the clerk see it at an instant. */
export function filingView(filing: FilingRecord, tenant: Tenant, now: string): View {
  const {
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
    remedyBy: ___,
    againstDecision,
    ...said
  } = filing;
  const remedyBy = remedyDay(filing, tenant, now);
  return {
    ...said,
    state: filingStateOn({ state, remedyBy }, limaDay(now)),
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
