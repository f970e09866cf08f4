import { guestOf } from "../../../shared/casework/filing/guest.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import {
  renewOpenUpload as renewRoute,
  showOpenUpload as showRoute,
  startOpenUpload as startRoute,
} from "../../../shared/contract/submission/open-submission-routes.ts";
import { networkOf } from "../../../shared/domain/network.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { lawInForce } from "../../../shared/tenant/tenant.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { ownUpload } from "./own-upload.ts";
import { overLimits } from "./refuse-upload.ts";
import { renewedTicket, uploadTicket } from "./upload-ticket.ts";

/** How much of an instant names its ten minutes: a ticket lapses within them, or in the next. */
const tenMinutes = "2026-11-23T15:0".length;

const tooMany = (why: string) =>
  refused("too-many-uploads", {
    detail: `Desde tu conexión, que quizá compartes con otras personas, ${why} sin ellos y tráelos a la oficina, o ingresa con tu celular o correo.`,
  });

/**
 * Announces a file of a draft without an account and answers the ticket to upload it. Refuses `upload-not-taken` if the
 * file is over `uploadMaxMb` or its type is not taken; `too-many-uploads` if of the caller's network as many arrived
 * today, or were announced in these ten minutes, as `connectionUploadsPerDay`, or the draft announced as many today as
 * `guestUploadsPerDay`.
 */
export const startOpenUpload = (deps: SubmissionsDeps) =>
  serve(startRoute, async ({ body: { draftId, ...announced }, viewerAddress, now }) => {
    const { tenant, dailyCounts } = deps;
    const refusal = overLimits(tenant, announced, now);
    if (refusal) return refusal;
    const most = lawInForce(tenant, limaDay(now)).submission.connectionUploadsPerDay.value;
    const network = networkOf(viewerAddress);
    const countKey = await dailyCounts.ofArrived(network, most, now);
    if (countKey === undefined) return tooMany("hoy se enviaron muchos archivos. Preséntalo");
    if (!(await dailyCounts.take("tickets", `${network} ${now.slice(0, tenMinutes)}`, most, now)))
      return tooMany("se están enviando muchos archivos. Vuelve a intentarlo en diez minutos, preséntalo");
    return uploadTicket(deps, { ...guestOf(draftId), countKey }, announced, now);
  });

/**
 * Answers an upload of a draft without an account: its file's name and size, and its state, with the reason if it was
 * refused or could not be read. The state is `pending` until the file arrived and was checked. Refuses
 * `upload-not-found` if the draft did not announce it.
 */
export const showOpenUpload = (deps: SubmissionsDeps) =>
  serve(showRoute, ({ params, body }) => ownUpload(deps, guestOf(body.draftId).sub, params.uploadId));

/**
 * Answers another ticket for an upload that a draft without an account announced. Refuses `upload-not-found` if the
 * draft did not announce it; `upload-settled` if it was checked already; `upload-not-taken` if `sha256` is not the
 * announced one.
 */
export const renewOpenUpload = (deps: SubmissionsDeps) =>
  serve(renewRoute, ({ params, body: { draftId, sha256 }, now }) =>
    renewedTicket(deps, guestOf(draftId).sub, { ...params, sha256 }, now),
  );
