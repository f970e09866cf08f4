import type { StaffRole } from "../../../shared/domain/work/people.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";
import { addressOf } from "../page.tsx";
import { everyQueue, queuesFor } from "./work-queues.ts";

/**
 * Whose claims are shown: `mio`, the caller's own; `equipo`, those on the lists of the caller's roles; `todos`,
 * everybody's.
 */
export type WorkScope = "mio" | "equipo" | "todos";
/** By legal day, or by owner. */
type WorkOrder = "dia" | "responsable";

/** What of the office's work a page shows: whose claims, of which list if of one alone, and in which order. */
export interface WorkView {
  readonly of: WorkScope;
  /** The one list shown; undefined for all of them together. */
  readonly queue?: Queue | undefined;
  readonly order: WorkOrder;
  /** The account (`sub`) of the only owner whose claims are shown; only with `todos`. */
  readonly person?: string | undefined;
}

/** These own no claims, or none is theirs to work on. */
const withoutClaims: readonly StaffRole[] = ["external-supervisor", "operator", "administrator"];

/**
 * Returns whose claims a person with these roles may choose to see, the choice they begin with first. `mio` is left out
 * if all of the roles own no claims: external supervisor, operator, administrator. `equipo` is left out if the roles
 * have every list. `mio` comes first for an analyst and last for anybody else.
 */
export function scopesFor(roles: readonly StaffRole[]): readonly WorkScope[] {
  const own: readonly WorkScope[] = roles.every((role) => withoutClaims.includes(role)) ? [] : ["mio"];
  const team: readonly WorkScope[] = queuesFor(roles).length < everyQueue.length ? ["equipo"] : [];
  const all: readonly WorkScope[] = [...own, ...team, "todos"];
  // Claims are given to analysts; who does one step of every claim begins with those that wait for that step.
  return roles.includes("analyst") ? all : all.toSorted((a, b) => Number(a === "mio") - Number(b === "mio"));
}

/** What only the customer or the tribunal can move on is shown when it is asked for. */
const isWork = (queue: Queue): boolean => queue !== "user" && queue !== "tribunal";

/**
 * Returns the lists of a scope: for `equipo` those of the roles, for any other scope all lists but `over`. With
 * `isTogether`, without the lists `user` and `tribunal`, which wait for others and are not shown among the rest.
 */
export function queuesIn(of: WorkScope, roles: readonly StaffRole[], isTogether = false): readonly Queue[] {
  const queues = of === "equipo" ? queuesFor(roles) : everyQueue;
  return isTogether ? queues.filter(isWork) : queues;
}

/**
 * Reads what to show from the query of the work lists' address. `de` must be a scope of these roles. If it is not, the
 * scope is `todos` if `cola` names a list, and the first scope of the roles if `cola` names none. `persona` counts only
 * with `todos`. `orden=responsable` counts with any scope but `mio`; the order is `dia` without it. Unknown values are
 * left out.
 */
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
