import { newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { enterAttention as route } from "../../../shared/contract/counter/call-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { parseCode } from "../../../shared/domain/claim/claim-code.ts";
import type { Attention } from "../../../shared/domain/counter/attention.ts";
import { type CallBack, type Contact, mostDaysAhead } from "../../../shared/domain/counter/contact.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { addDays, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { CallDeps } from "../call-deps.ts";
import { isKnown } from "./known-supply.ts";

type Body = RequestOf<typeof route>["body"];

/** A supply's contact and a call back, as they will be written; each absent if the body has none. */
interface Entered {
  readonly contact?: Contact | undefined;
  readonly callBack?: CallBack | undefined;
}

const viewOf = ({ attentionId, channel, matter, claimCode, at }: Attention) => ({
  attentionId,
  channel,
  matter,
  claimCode,
  at,
});

/**
 * Records, once, a contact that was served, and a supply's contact and a promised call back if the body has them. A
 * repeat answers the first record. Refuses `claim-not-found` if no claim has the code; `supply-not-found` if the supply
 * was never billed nor registered; `not-now` if something is promised for a day before today, or the call back for a
 * past instant or over 30 days ahead; `write-key-used` if the key had other content; `busy` if others write first.
 */
export const enterAttention = (deps: CallDeps) =>
  serve(route, async ({ body, caller, now, write }) => {
    const { attentions, contacts, tenant } = deps;
    const { channel, matter } = body;
    const claimCode = await codeOf(deps, body);
    if (!claimCode.ok) return claimCode;
    const attention: Attention = {
      ...{ attentionId: newTimeId(now), office: tenant.office.code.value, channel, matter },
      ...{ claimCode: claimCode.value, at: now, by: caller.sub },
    };
    const entered = await enteredWith(deps, body, attention);
    if (!entered.ok) return entered;
    const { contact, callBack } = entered.value;
    const also = [...(contact ? [contacts.entry(contact)] : []), ...(callBack ? contacts.promise(callBack) : [])];
    const isEntered = await attentions.enter(attention, write, also);
    return isEntered ? ok(viewOf(attention)) : enteredBefore(await attentions.ofRequest(write.key), write.contentHash);
  });

/** The code of the claim it was about, as the office writes it; undefined if the body names none. */
async function codeOf(
  { caseFiles, tenant }: CallDeps,
  { claimCode: typed }: Body,
): Promise<Answer<string | undefined, "claim-not-found">> {
  if (typed === undefined) return ok(undefined);
  const code = parseCode(tenant.office.claimCode.value, typed);
  return code !== undefined && (await caseFiles.claimOfCode(code))
    ? ok(code)
    : refused("claim-not-found", { detail: "Revisa el código del reclamo, o déjalo vacío." });
}

/** What a write that could not be made answers: the first record if the content was the same. */
function enteredBefore(made: Awaited<ReturnType<CallDeps["attentions"]["ofRequest"]>>, contentHash: string) {
  if (!made) return refused("busy");
  return made.attention && made.contentHash === contentHash ? ok(viewOf(made.attention)) : refused("write-key-used");
}

async function enteredWith(
  { receiptReader, tenant }: CallDeps,
  { contact: said, callBack: promised }: Body,
  { attentionId, office, channel, at, by }: Attention,
): Promise<Answer<Entered, "supply-not-found" | "not-now">> {
  const refusal = whenRefusal(said?.nextOn, promised?.at, at);
  if (refusal) return refusal;
  const supplyCode = said && normalizeSupplyCode(said.supplyCode, tenant.supplyCodeLength.value);
  if (supplyCode !== undefined && !(await isKnown(receiptReader, supplyCode))) return refused("supply-not-found");
  const callBack: CallBack | undefined = promised && {
    ...{ callBackId: attentionId, office, supplyCode, promisedAt: at, promisedBy: by, attempts: [] },
    ...promised,
  };
  if (!said || supplyCode === undefined) return ok({ callBack });
  const { question, answer, next, nextOn, preferential, language } = said;
  const contact: Contact = {
    ...{ contactId: attentionId, supplyCode, channel, at, by, question, answer, preferential, language },
    ...(next && nextOn && { next: { step: next, on: nextOn } }),
    ...(callBack && { callBackId: callBack.callBackId }),
  };
  return ok({ contact, callBack });
}

/**
 * Refuses `not-now` if what was promised is for a day before today, or a call back for an instant that is not to come
 * or is more than `mostDaysAhead` days away; undefined if neither.
 */
function whenRefusal(nextOn: string | undefined, callAt: string | undefined, now: string) {
  const today = limaDay(now);
  if (nextOn !== undefined && nextOn < today)
    return refused("not-now", { detail: "Lo prometido es para un día que ya pasó. Revisa la fecha." });
  return callAt === undefined ? undefined : callRefusal(callAt, now);
}

/**
 * Returns the refusal `not-now` if the call is promised for an instant that has passed, or for a day in Lima more than
 * `mostDaysAhead` (30) days after today. Undefined if the instant is right.
 */
export function callRefusal(callAt: string, now: string) {
  if (callAt <= now) return refused("not-now", { detail: "La hora de la llamada ya pasó. Elige otra." });
  return limaDay(callAt) > addDays(limaDay(now), mostDaysAhead)
    ? refused("not-now", { detail: `Una llamada se promete para los próximos ${mostDaysAhead} días.` })
    : undefined;
}
