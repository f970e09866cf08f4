import type { CaseEvent } from "../../domain/case/case-events.ts";
import type { Staff } from "../../domain/work/people.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";

/** Says who hands a decision over at its address. */
export const deliveryGiven = (name: string): string => `La entrega está a cargo de ${name}.`;

/**
 * Returns whether the caller reads why work was handed over in a case, which may be a colleague's health: the
 * claim's owner and managers do.
 */
export const readsWhy = ({ sub, roles }: Staff, { owner }: Pick<CaseHead, "owner">): boolean =>
  roles.includes("manager") || owner?.sub === sub;

/** Returns an entry without why work was handed over in it; the very same entry if it does not say that. */
export function withoutWhy(event: CaseEvent): CaseEvent {
  if (event.type === "owner-changed") return { ...event, details: { ...event.details, reason: "" } };
  if (event.type === "inspection-assigned" && event.details.reason !== undefined)
    return { ...event, details: { ...event.details, reason: undefined } };
  if (event.type !== "work-noted" || !event.details.delivery) return event;
  const text = deliveryGiven(event.details.delivery.name);
  return text === event.details.text ? event : { ...event, details: { ...event.details, text } };
}
