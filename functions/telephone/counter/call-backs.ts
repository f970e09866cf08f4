import { newTimeId } from "../../../shared/casework/case/new-ids.ts";
import {
  listCallBacks as listRoute,
  recordCallBack as recordRoute,
} from "../../../shared/contract/counter/call-routes.ts";
import { type Refusal, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import {
  type CallBack,
  type CallBackAttempt,
  type Contact,
  isCallBackOver,
  mostAttempts,
} from "../../../shared/domain/counter/contact.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { CallDeps } from "../call-deps.ts";
import { callRefusal } from "./enter-attention.ts";

type View = AnswerOf<typeof recordRoute>;

/**
 * Answers a page of the promised calls that are not over, the earliest due first. Refuses `malformed-cursor` if the
 * cursor cannot be read.
 */
export const listCallBacks = ({ contacts, staffRegister, tenant }: CallDeps) =>
  serve(listRoute, async ({ query: { limit, cursor }, now }) => {
    const after = positionIn(cursor, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#[0-9a-z]{1,60}$/);
    if (!after.ok) return after;
    const office = tenant.office.code.value;
    const [found, staff] = await Promise.all([contacts.open(office, limit, after.value), staffRegister.list(office)]);
    return ok({
      callBacks: found.map((callBack) => viewOf(callBack, staff, now)),
      ...cursorAfter(found, limit, ({ at, callBackId }) => `${at}#${callBackId}`),
    });
  });

/**
 * Records, once, an attempt at a promised call. A repeat of the write answers the call back as it is now. If this
 * attempt ends a call about a supply, also records a contact of the supply. Refuses `call-back-not-found` if there is
 * no such call back; `not-now` if the call is over, was tried twenty times, or `again` (the next attempt) is not in the
 * next 30 days; `write-key-used` if the key was used for other content; `busy` if another write comes first.
 */
export const recordCallBack = (deps: CallDeps) =>
  serve(recordRoute, async (request) => {
    const { params, body, caller, now, write } = request;
    const { contacts, staffRegister, tenant } = deps;
    const staff = await staffRegister.list(tenant.office.code.value);
    const made = await contacts.ofRequest(write.key);
    if (made && made.contentHash !== write.contentHash) return refused("write-key-used");
    const callBack = await contacts.find(params.callBackId);
    if (!callBack) return refused("call-back-not-found");
    if (made) return ok(viewOf(callBack, staff, now));
    const refusal = whyNot(callBack, request);
    if (refusal) return refusal;
    const { result, text, again } = body;
    const attempt: CallBackAttempt = { at: now, by: caller.sub, result, text };
    const contact = contactOf(callBack, attempt);
    const also = contact ? [contacts.entry(contact)] : [];
    if (!(await contacts.attempt(callBack, attempt, again, write, also))) return refused("busy");
    const after = { ...callBack, at: again ?? callBack.at, attempts: [...callBack.attempts, attempt] };
    return ok(viewOf(after, staff, now));
  });

function whyNot(callBack: CallBack, { body, now }: RequestOf<typeof recordRoute>): Refusal<"not-now"> | undefined {
  if (isCallBackOver(callBack)) return refused("not-now", { detail: "Esa llamada ya se hizo." });
  if (callBack.attempts.length >= mostAttempts)
    return refused("not-now", { detail: "Ya se intentó demasiadas veces. Anótala como no ubicada." });
  return body.again === undefined ? undefined : callRefusal(body.again, now);
}

/** The contact that a call leaves with its supply; undefined if it is tried again, or was about no supply. */
function contactOf({ supplyCode, about }: CallBack, { at, by, result, text }: CallBackAttempt): Contact | undefined {
  if (supplyCode === undefined || result === "no-answer") return undefined;
  return { contactId: newTimeId(at), supplyCode, channel: "telephone", at, by, question: about, answer: text };
}

function viewOf(callBack: CallBack, staff: readonly StaffRecord[], now: string): View {
  const { callBackId, at, telephone, about, supplyCode, promisedAt, promisedBy, attempts } = callBack;
  const nameOf = (sub: string) => staff.find((one) => one.sub === sub)?.name;
  const over = isCallBackOver(callBack);
  return {
    ...{ callBackId, at, telephone, about, supplyCode, promisedAt, over },
    late: !over && at < now,
    promisedBy: nameOf(promisedBy),
    attempts: attempts.map(({ by, ...attempt }) => ({ ...attempt, by: nameOf(by) })),
  };
}
