import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { record } from "../../../shared/casework/case/record.ts";
import { withListedCopies } from "../../../shared/casework/case-copy/listed-copies.ts";
import { postalAddress } from "../../../shared/casework/notice/notice-consent.ts";
import { listCopiesToPost as listRoute, postCopy as postRoute } from "../../../shared/contract/notice/notice-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { NoteOf } from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { copiesToPost } from "../../../shared/domain/delivery/copies-by-post.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays, workingDaysUntil } from "../../../shared/domain/term/due-dates.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/** Claims that the list has at most: the oldest first, so that those of later days wait behind them. */
const most = 100;

/**
 * Answers the copies to post of up to 100 claims, those of the claim with the oldest first, each with the last day to
 * post it: as many working days after the call as the copy of a claim has (`phone.receptionDays`). Reads no case.
 * `more` is true if there may be others.
 */
export const listCopiesToPost = (deps: VisitDeps) =>
  serve(listRoute, async ({ now }) => {
    const { workLists, tenant } = deps;
    const claims = await workLists.withCopiesToPost(tenant.office.code.value, most);
    const today = limaDay(now);
    const { calendars, phone } = claimLaw(tenant, today);
    const { COMPANY: calendar } = calendars;
    const copies = claims.flatMap(({ copies: own, ...claim }) =>
      own.map(({ since, ...copy }) => {
        const until = countWorkingDays({ from: calendarDay(since), days: phone.receptionDays, calendar }).dueDate;
        return { ...claim, ...copy, since, until, workingDays: workingDaysUntil(today, until, calendar) };
      }),
    );
    return ok({ copies: copies.toSorted((a, b) => (a.since < b.since ? -1 : 1)), more: claims.length === most });
  });

/**
 * Records that the copy of entry `of` was posted on a day, to the address that counts now, and takes it off the list;
 * of a claim's own copy also `filing-copy-sent`, while its state takes that. Answers how many of the claim are left.
 * Refuses `claim-not-found`; `not-now` if no such copy is to be posted, or the day is to come or before what was said.
 */
export const postCopy = (deps: VisitDeps) =>
  serve(postRoute, async ({ params: { claimId, of }, body: { postedOn }, caller, now, write }) => {
    const recorded = await record(deps, { claimId, now, write }, (at) => {
      const copy = copiesToPost(at.file.events).find((one) => one.of === Number(of));
      if (!copy) return refused("not-now", { detail: notToPost });
      if (postedOn > limaDay(at.now)) return refused("not-now", { detail: "Ese día todavía no llega." });
      if (postedOn < copy.since) return refused("not-now", { detail: "Ese día es anterior a la llamada." });
      const to = postalAddress(at);
      const own = { effectiveAt: at.now, by: caller } as const;
      const text = `La copia de lo que dijo por teléfono se envió por correo postal el ${dateOf(postedOn)} a ${to}.`;
      const note: NoteOf<"work-noted"> = {
        ...{ type: "work-noted", ...own },
        details: { text, copy: { of: copy.of, postedOn, to } },
      };
      const isFilings = copy.type === "claim-filed" && allowedEvents(at.claim.state).includes("filing-copy-sent");
      const sent = { type: "filing-copy-sent", ...own, details: { channel: "letter" } } as const;
      return ok(withListedCopies(deps.caseFiles, at, isFilings ? [note, sent] : [note]));
    });
    return recorded.ok ? ok({ left: copiesToPost(recorded.value.file.events).length }) : recorded;
  });

const notToPost = "Esa copia ya consta como enviada, o no va por correo postal.";
