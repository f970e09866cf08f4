import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { caseNow } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { waitingIn } from "../../../shared/casework/recourse/quejas.ts";
import { voidedBy } from "../../../shared/casework/resolution/office-number.ts";
import {
  answerQueja as answerRoute,
  forwardQueja as forwardRoute,
  listQuejas as listRoute,
} from "../../../shared/contract/recourse/queja-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { entriesOf, type FactOf } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { workingOf } from "../../../shared/domain/term/claim-clocks.ts";
import { workingDaysUntil } from "../../../shared/domain/term/due-dates.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** Claims listed at most, more than ever wait at once; the oldest come first. */
const most = 50;

/**
 * Answers up to 50 claims with an unanswered queja, the claim whose unanswered queja was filed first on top. A row
 * names the claim's oldest unanswered queja that was not forwarded or, if all were, its oldest unanswered one;
 * `forwarded` says whether that queja was. `until` is the last day to answer (T20), `workingDays` how many are left
 * until then. `more` is true if there are more such claims.
 */
export const listQuejas = ({ caseFiles, workLists, tenant }: CaseworkDeps) =>
  serve(listRoute, async ({ now }) => {
    const waiting = async (claimId: string) => {
      const file = await caseFiles.read(claimId, "recent");
      const at = file && caseNow(file, tenant, now);
      const pending = waitingIn(file?.events ?? []);
      const next = pending.find(({ forwarded }) => !forwarded) ?? pending[0];
      const until = at && workingOf("T20", at.claim, at.law)?.dueDate;
      if (!at || !next || until === undefined) return [];
      const { claimantName } = at.file.head;
      const { submissionNumber, forwarded } = next;
      const workingDays = workingDaysUntil(limaDay(now), until, at.law.calendars.COMPANY);
      const queja = { submissionNumber, forwarded: forwarded !== undefined, until, workingDays };
      return [{ ...summaryAt(at), claimantName, ...queja }];
    };
    const claims: Awaited<ReturnType<typeof waiting>> = [];
    let page: Awaited<ReturnType<typeof workLists.withQuejas>> | undefined;
    // The list is an index and may still have a claim whose queja was answered: it must not count toward the most.
    do {
      page = await workLists.withQuejas(tenant.office.code.value, most, page?.at(-1)?.place);
      claims.push(...(await Promise.all(page.map(({ claimId }) => waiting(claimId)))).flat());
    } while (page.length === most && claims.length <= most);
    return ok({ claims: claims.slice(0, most), more: claims.length > most });
  });

/**
 * Records `queja-forwarded`: staff sent the oldest queja not yet forwarded, outside of this system, to the authority
 * that decides it by law. `reference` names that sending. Refuses `not-now` if the claim has no unanswered queja, or if
 * all were forwarded. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const forwardQueja = (deps: CaseworkDeps) =>
  serve(forwardRoute, (request) =>
    editCase(deps, request, ({ file, law, now }) => {
      const { reference } = request.body;
      const waiting = waitingIn(file.events);
      if (waiting.length > 0 && waiting.every(({ forwarded }) => forwarded))
        return refused("not-now", { detail: "Esa queja ya se envió a quien la decide." });
      const details = { to: law.queja.addressee, reference };
      return ok({ entries: [{ type: "queja-forwarded", effectiveAt: now, by: request.caller, details }] });
    }),
  );

/**
 * Records `queja-answered` for the oldest unanswered queja, as of `receivedAt`. The list of quejas then shows the claim
 * by its next unanswered queja, if it has one. If the answer declares a silence, voids the numbers of documents that
 * can no longer be signed. Refuses `not-now` if no queja waits, `receivedAt` is in the future or the claim's state
 * takes no silence; `upload-not-found` if an upload is not the caller's. Answers the case. Also refuses as `editCase`.
 */
export const answerQueja = (deps: CaseworkDeps) =>
  serve(answerRoute, (request) =>
    editCase(deps, request, async (at) => {
      const { file } = at;
      const { caller, body } = request;
      const { outcome, receivedAt, summary, uploadIds } = body;
      const attached = await findAttachments(deps, caller.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments, attach } = attached.value;
      const [, next] = entriesOf(file.events, "queja-filed").slice(entriesOf(file.events, "queja-answered").length);
      const answered: FactOf<"queja-answered"> = {
        type: "queja-answered",
        effectiveAt: receivedAt,
        by: caller,
        outcome,
        details: { summary, attachments },
      };
      return ok({
        entries: [answered],
        also: [
          ...attach({ claimId: file.head.claimId }),
          deps.caseFiles.listQueja(file.head, next?.filedOn),
          ...voidedBy(deps, at, answered, "Una queja declaró el silencio positivo."),
        ],
      });
    }),
  );
