import { answerObservation as route } from "../../../shared/contract/counter/attention-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { observationView } from "./observation-view.ts";

/**
 * Records the answer to an entry of the observation book, once; a repeat of the write answers the same. Refuses
 * `observation-not-found` if the book has no such entry; `already-answered` if another write answered it;
 * `write-key-used` if the key answered it with another text.
 */
export const answerObservation = ({ observations, tenant }: ReportDeps) =>
  serve(route, async ({ params: { observationId }, body: { text }, caller, now, write }) => {
    const isNew = await observations.answer(observationId, { at: now, text, by: caller.sub }, write);
    const found = await observations.find(observationId);
    if (!found) return refused("observation-not-found");
    const { answerMark } = found;
    if (!isNew && answerMark?.key !== write.key) return refused("already-answered");
    if (answerMark?.contentHash !== write.contentHash) return refused("write-key-used");
    return ok(observationView(found, tenant, now));
  });
