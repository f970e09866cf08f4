import type { StaffRole } from "../../shared/domain/people.ts";
import type { Queue } from "../../shared/domain/work-list.ts";
import { addressOf } from "./page.tsx";
import { everyQueue, queuesFor } from "./roles.ts";

export type WorkScope = "mio" | "equipo" | "todos";
type WorkOrder = "dia" | "responsable";

/** What of the office's work a page shows: whose claims, of which list if of one alone, and in which order. */
export interface WorkView {
  readonly of: WorkScope;
  readonly queue?: Queue | undefined;
  readonly order: WorkOrder;
  /** The account of the only person whose claims are shown. */
  readonly person?: string | undefined;
}

/** These own no claims, or none is theirs to work on. */
const withoutClaims: readonly StaffRole[] = ["external-supervisor", "operator", "administrator"];

/** The choices of whose claims these roles have, the first one first. */
export function scopesFor(roles: readonly StaffRole[]): readonly WorkScope[] {
  const own: readonly WorkScope[] = roles.every((role) => withoutClaims.includes(role)) ? [] : ["mio"];
  const team: readonly WorkScope[] = queuesFor(roles).length < everyQueue.length ? ["equipo"] : [];
  const all: readonly WorkScope[] = [...own, ...team, "todos"];
  // Claims are given to analysts; who does one step of every claim begins with those that wait for that step.
  return roles.includes("analyst") ? all : all.toSorted((a, b) => Number(a === "mio") - Number(b === "mio"));
}

/** What only the customer or the tribunal can move on is shown when it is asked for. */
const isWork = (queue: Queue): boolean => queue !== "user" && queue !== "tribunal";

/** The lists that a choice has; with `isTogether` only those that it shows as one. */
export function queuesIn(of: WorkScope, roles: readonly StaffRole[], isTogether = false): readonly Queue[] {
  const queues = of === "equipo" ? queuesFor(roles) : everyQueue;
  return isTogether ? queues.filter(isWork) : queues;
}

/** Reads an address; what it does not name, or names and these roles do not have, is as these roles begin. */
export function workView(query: Readonly<Record<string, string>>, roles: readonly StaffRole[]): WorkView {
  const scopes = scopesFor(roles);
  const asked = everyQueue.find((queue) => queue === query["cola"]);
  const named = scopes.find((of) => of === query["de"]);
  // An address of before had a list alone, which may not be one of the team's.
  const of = named ?? (asked ? "todos" : (scopes[0] ?? "todos"));
  const [person] = /^[\w-]{1,60}$/.exec(query["persona"] ?? "") ?? [];
  return {
    of,
    queue: asked,
    person: of === "todos" ? person : undefined,
    order: query["orden"] === "responsable" && of !== "mio" ? "responsable" : "dia",
  };
}

export function addressOfWork({ of, queue, order, person }: WorkView): string {
  const asked = new URLSearchParams({
    de: of,
    ...(person && { persona: person }),
    ...(queue && { cola: queue }),
    ...(order === "responsable" && { orden: order }),
  });
  return `${addressOf("work")}?${asked}`;
}
