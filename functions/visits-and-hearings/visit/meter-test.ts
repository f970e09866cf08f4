import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { refusalWords } from "../../../shared/casework/case/law-refusal-words.ts";
import { mayRead } from "../../../shared/casework/case/open-case.ts";
import { serviceInstant } from "../../../shared/casework/delivery/clerk-notice-instant.ts";
import { serveActByEmail } from "../../../shared/casework/notice/serve-act-by-email.ts";
import { limitsOf } from "../../../shared/casework/receipt/consumption-view.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import {
  askMeterTest as askRoute,
  notifyMeterTest as notifyRoute,
  orderMeterTest as orderRoute,
  reportMeterTest as reportRoute,
} from "../../../shared/contract/visit/investigation-routes.ts";
import { type CaseEventOf, lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { sentence } from "../../../shared/domain/sentence.ts";
import { addDays, calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { acceptsTestCost, meterTestConclusion } from "../../../shared/domain/visit/meter-test.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Records `meter-test-asked`: the claimant asks for a meter test and accepts that they may have to pay for it (digest
 * 7.5). Refuses `not-now` if the claim's type is not F01, if the claim is already resolved, or if a test was asked for
 * before. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const askMeterTest = (deps: VisitDeps) =>
  serve(askRoute, (request) =>
    editCase(deps, request, ({ now }) =>
      ok({
        entries: [{ type: "meter-test-asked", effectiveAt: now, by: request.caller, details: request.body }],
      }),
    ),
  );

/**
 * Records `meter-test-ordered` for the day `testOn`; `notifyMeterTest` notifies the claimant later. Refuses `not-now`
 * if `testOn` is sooner than the law's hours of notice from today, counted as whole days and rounded up. Refuses
 * `not-now` also if `testOn` is later than the working day before the last day to decide, or if the claim is `observed`
 * or resolved. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const orderMeterTest = (deps: VisitDeps) =>
  serve(orderRoute, (request) =>
    editCase(deps, request, (at) => {
      const { testOn: on, ...details } = request.body;
      const testOn = calendarDay(on);
      if (!isInTime(testOn, at)) {
        const days = Math.ceil(at.law.atypical.noticeHours / 24);
        const soonest = `El aviso se da con ${days} días o más: la prueba no puede ser antes.`;
        return refused("not-now", { detail: [soonest, ...limitsOf(at).explanation].join(" ") });
      }
      return ok({
        entries: [{ type: "meter-test-ordered", effectiveAt: at.now, by: request.caller, testOn, details }],
      });
    }),
  );

/**
 * Returns whether the day is at least the hours of notice, in whole days, after today, and leaves time to decide after
 * the test.
 */
function isInTime(testOn: string, at: CaseAt): boolean {
  const soonest = addDays(limaDay(at.now), Math.ceil(at.law.atypical.noticeHours / 24));
  return testOn >= soonest && testOn <= limitsOf(at).holdBy;
}

/**
 * Notifies the claimant when and where the meter is tested. Records `meter-test-notified` as of when staff notified
 * them; by `email`, only once they acknowledge the e-mail, and `notice-dispatched` now. Refuses `not-now` if no test is
 * ordered or its day has come, if staff's notice is not in effect yet or is more than one working day old, or if an
 * earlier e-mail is unacknowledged; `no-consent` if the claimant takes no notices by e-mail.
 */
export const notifyMeterTest = (deps: VisitDeps) =>
  serve(notifyRoute, (request) =>
    editCase(deps, request, (at) => {
      const { how, deliveredAt } = request.body;
      const ordered = lastEntry(at.file.events, "meter-test-ordered");
      if (!ordered) return refused("not-now", { detail: refusalWords["no-meter-test"] });
      const effectiveAt = how === "email" ? ok(at.now) : serviceInstant({ how, deliveredAt }, at);
      if (!effectiveAt.ok) return effectiveAt;
      if (limaDay(effectiveAt.value) >= ordered.testOn)
        return refused("not-now", { detail: "La prueba se avisa antes de su día. Ordénala para otro." });
      const fact = { type: "meter-test-notified", effectiveAt: effectiveAt.value, by: request.caller } as const;
      if (how !== "email") return ok({ entries: [{ ...fact, details: { how } }] });
      const starts = { ...fact, details: { how: "acknowledged" } } as const;
      return serveActByEmail(deps, at, request.caller, { of: "meter-test", says: testWords(ordered), starts });
    }),
  );

/** Returns the lines of the notice: when, by whom and where the meter is tested. */
function testWords({ testOn, details }: CaseEventOf<"meter-test-ordered">): readonly string[] {
  return [
    `Prueba del medidor: ${longDate(testOn)} a ${clockOf(details.at)}`,
    `La hace ${sentence(details.tester)}`,
    `Lugar: ${sentence(details.place)}`,
  ];
}

/**
 * Records `meter-test-reported`, with the result and who pays: the claimant if they accepted the cost and the meter
 * does not over-register, otherwise the company. Refuses `claim-not-found` to an inspector without a visit of the case;
 * `not-now` if no test was ordered, if its day has not come, or if the claim is `observed` or resolved;
 * `upload-not-found` if an upload is not the caller's. Answers the case. Also refuses as `editCase`.
 */
export const reportMeterTest = (deps: VisitDeps) =>
  serve(reportRoute, (request) =>
    editCase(deps, request, async ({ file, now }) => {
      const { caller: by, body } = request;
      if (!mayRead(file, by)) return refused("claim-not-found");
      const { result, certificate, errorPercent, uploadIds } = body;
      const ordered = lastEntry(file.events, "meter-test-ordered");
      if (ordered && limaDay(now) < ordered.testOn)
        return refused("not-now", { detail: "Todavía no es el día de la prueba." });
      const attached = await findAttachments(deps, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments, attach } = attached.value;
      const { payer } = meterTestConclusion(result, acceptsTestCost(file.events));
      const details = { certificate, payer, attachments, ...(errorPercent !== undefined && { errorPercent }) };
      return ok({
        entries: [{ type: "meter-test-reported", effectiveAt: now, by, result, details }],
        also: attach({ claimId: file.head.claimId }),
      });
    }),
  );
