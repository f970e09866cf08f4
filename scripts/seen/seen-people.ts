import type { Opened, OpenedThing, Opening } from "../../shared/domain/counter/openings.ts";
import type { Search } from "../../shared/domain/counter/search-terms.ts";
import { type CalendarDay, limaDay, monthBefore } from "../../shared/domain/term/calendar-day.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openSearchLog } from "../../shared/storage/counter/search-log.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { openPeople, type Person } from "./people.ts";

/** Which looks of staff are asked for. */
export interface AskedLooks {
  /** The first instant, and the first one after the last. */
  readonly from: string;
  readonly until: string;
  /** Part of the name of one of the staff, or their account. */
  readonly who?: string | undefined;
  /** The numbers of claims, requests or documents, ids of claims, codes of supplies; everything if there is none. */
  readonly about: readonly string[];
}

/** The looks of a span of time, or the people of what is named. */
export type AskedSeen = AskedLooks | { readonly of: readonly string[] };

/** A person whose data was seen: when, by whom, and how to write to them. */
export interface SeenPerson extends Person {
  /** Absent for what was asked for by its number, whoever saw it. */
  readonly look?: { readonly at: string; readonly who: string; readonly part?: string | undefined };
  readonly what: OpenedThing;
}

export interface SeenPeople {
  /** Returns the looks of a span of time with the person each was about, the earliest first. */
  looks(asked: AskedLooks): Promise<readonly SeenPerson[]>;
  /** Returns the people of things by their numbers, ids or supply codes, in that order. */
  of(names: readonly string[]): Promise<readonly SeenPerson[]>;
}

const aPage = 1000;
/** A name without case and accents, as it is looked for. */
const plain = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();

/**
 * Opens whose data staff saw, by the logs of what they opened and of what searches showed them; writes nothing. What is
 * not kept any more has no name and nowhere to write to. Reads every look of the months asked for.
 */
export function openSeenPeople(claims: Table, billing: Table, tenant: Tenant): SeenPeople {
  const office = tenant.office.code.value;
  const people = openPeople(claims, billing, tenant);
  const [openings, searches] = [openOpenings(claims), openSearchLog(claims)];

  const opened = async (month: string, by: readonly string[] | undefined): Promise<readonly Opening[]> => {
    const found: Opening[] = [];
    let position: string | undefined;
    do {
      const page = await openings.list(office, { month, by }, aPage, position);
      found.push(...page.openings);
      ({ position } = page);
    } while (position !== undefined);
    return found;
  };
  const searched = async (month: string): Promise<readonly Search[]> => {
    const found: Search[] = [];
    let page: readonly Search[];
    do {
      const last = found.at(-1);
      page = await searches.list(office, month, aPage, last && `${last.at}#${last.requestId}`);
      found.push(...page);
    } while (page.length === aPage);
    return found;
  };
  /** What searches showed, each thing as if it had been opened. */
  const shown = async (month: string, by: readonly string[] | undefined): Promise<readonly Opening[]> => {
    const own = (await searched(month)).filter((search) => by === undefined || by.includes(search.by));
    const things = own.flatMap(({ at, by: sub, shown: names }) =>
      names.map(async (name) => ({ ...(await people.named(name.split(" ")[1] ?? "")), at, by: sub, part: "búsqueda" })),
    );
    return Promise.all(things);
  };
  return {
    looks: async ({ from, until, who, about }) => {
      const staff = await openStaffRegister(claims).list(office);
      const by = who === undefined ? undefined : subsOf(staff, who);
      const months = monthsBetween(limaDay(from), limaDay(until));
      const all = (await Promise.all(months.map(async (month) => [await opened(month, by), await shown(month, by)])))
        .flat(2)
        .filter(({ at }) => at >= from && at < until);
      const things = await Promise.all(about.map(people.named));
      const found: SeenPerson[] = [];
      for (const look of all.toSorted((a, b) => a.at.localeCompare(b.at))) {
        const isAsked = await Promise.all(things.map((thing) => people.isOf(look, thing)));
        if (things.length > 0 && !isAsked.includes(true)) continue;
        const name = staff.find(({ sub }) => sub === look.by)?.name ?? look.by;
        found.push({
          look: { at: look.at, who: name, part: look.part },
          what: look.what,
          ...(await people.find(look)),
        });
      }
      return found;
    },
    of: async (names) => {
      const found: SeenPerson[] = [];
      for (const name of names) {
        const thing: Opened = await people.named(name);
        found.push({ what: thing.what, ...(await people.find(thing)) });
      }
      return found;
    },
  };
}

/** Returns the people that are asked for. */
export function seenPeople(seen: SeenPeople, asked: AskedSeen): Promise<readonly SeenPerson[]> {
  return "of" in asked ? seen.of(asked.of) : seen.looks(asked);
}

/** The accounts of the staff whom a text names; of somebody who was never in the register, the text itself. */
function subsOf(staff: readonly { readonly sub: string; readonly name: string }[], who: string): readonly string[] {
  const named = staff.filter(({ sub, name }) => sub === who || plain(name).includes(plain(who)));
  return named.length > 0 ? named.map(({ sub }) => sub) : [who];
}

/** The months (`YYYY-MM`) from the one of a day to the one of another, both included, the last one first. */
function monthsBetween(first: CalendarDay, last: CalendarDay): readonly string[] {
  const months = [last.slice(0, 7)];
  for (let month = monthBefore(last.slice(0, 7)); month >= first.slice(0, 7); month = monthBefore(month))
    months.push(month);
  return months;
}
