import { listAttended as route } from "../../../shared/contract/board/board-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { type AttendedMatter, attendedMatters } from "../../../shared/domain/board/office-totals.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { cursorOf, readCursor } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

type Attended = AnswerOf<typeof route>["attended"][number];

/** Who brought a matter, as far as one page of what lies there reads; `last`: where it ended, if there may be more. */
interface Read {
  readonly attended: readonly Attended[];
  readonly last: string | undefined;
}

/** What is looked through for one page. */
const atOnce = 40;

/** Where a list goes on: in a matter, after a position; before the first without it. */
function placeIn(cursor: string): { readonly matter: AttendedMatter; readonly after: string } | undefined {
  const [, named, after = ""] = /^([a-z]+)#(.*)$/.exec(readCursor(cursor)) ?? [];
  const matter = attendedMatters.find((one) => one === named);
  const isPosition = matter === "contact" ? /^(A#[\dTZ:.-]+#[0-9a-z]{1,60})?$/ : /^[0-9a-z]{0,60}$/;
  return matter !== undefined && isPosition.test(after) ? { matter, after } : undefined;
}

/**
 * Answers a page of those attended in a month, as the board counts them: those who brought `matter`, or any of the
 * four, one matter after the other. Looks through 40 for a page, which may be empty and have a cursor; the last page
 * has none. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listAttended = (deps: ReportDeps) =>
  serve(route, async ({ query: { month, matter: only, channel, cursor } }) => {
    const from = cursor === undefined ? { matter: only ?? attendedMatters[0], after: "" } : placeIn(cursor);
    if (!from) return refused("malformed-cursor");
    const { matter } = from;
    const { attended, last } = await read(deps, matter, month, from.after || undefined);
    const next = only === undefined ? attendedMatters[attendedMatters.indexOf(matter) + 1] : undefined;
    return ok({
      month,
      attended: attended.filter((one) => channel === undefined || one.channel === channel),
      ...(last !== undefined ? { cursor: cursorOf(`${matter}#${last}`) } : next && { cursor: cursorOf(`${next}#`) }),
    });
  });

function read(deps: ReportDeps, matter: AttendedMatter, month: string, after: string | undefined): Promise<Read> {
  if (matter === "contact") return readContacts(deps, month, after);
  return readFiled(deps, matter, month, after);
}

async function readContacts({ attentions, tenant }: ReportDeps, month: string, before?: string): Promise<Read> {
  const found = await attentions.list(tenant.office.code.value, month, atOnce, before);
  return {
    attended: found.map(({ attentionId, at, channel, matter }) => ({
      ...{ matter: "contact", id: attentionId, on: limaDay(at), channel, contact: matter },
    })),
    last: found.length === atOnce ? found.at(-1)?.place : undefined,
  };
}

const kinds = { claim: "CLAIM", problem: "PROBLEM", observation: "OBSERVATION" } as const;
type Filed = keyof typeof kinds;

async function readFiled(deps: ReportDeps, matter: Filed, month: string, after?: string): Promise<Read> {
  const { months, tenant } = deps;
  const ids = await months.ids(tenant.office.code.value, month, kinds[matter], atOnce, after);
  const attended = await foundBy[matter](deps, ids);
  return { attended, last: ids.length === atOnce ? ids.at(-1) : undefined };
}

const foundBy: Readonly<Record<Filed, (deps: ReportDeps, ids: readonly string[]) => Promise<readonly Attended[]>>> = {
  claim: async ({ caseReader }, ids) => {
    const files = await Promise.all(ids.map((claimId) => caseReader.read(claimId)));
    return files.flatMap((file) => {
      // Who brought a request for attention was counted with it.
      if (!file || lastEntry(file.events, "claim-filed")?.details.problem) return [];
      const { claimId, filedOn, channel, code, claimType } = file.head;
      return [{ matter: "claim" as const, id: claimId, on: filedOn, channel, code, claimType }];
    });
  },
  problem: async ({ problems }, ids) =>
    (await problems.found(ids)).map(({ problemId, filedOn, channel, code, problemType }) => ({
      ...{ matter: "problem", id: problemId, on: filedOn, channel, code, claimType: problemType },
    })),
  // What came by the document desk is in the book and not among those attended.
  observation: async ({ observations }, ids) =>
    (await observations.found(ids)).map(({ observationId, enteredOn, channel, number }) => ({
      ...{ matter: "observation", id: observationId, on: enteredOn, channel, code: number },
    })),
};
