import type { CallDeps } from "../call-deps.ts";
import { listCallBacks, recordCallBack } from "./call-backs.ts";
import { enterAttention } from "./enter-attention.ts";
import { sendLink } from "./send-link.ts";

/**
 * Returns every operation of staff on contacts, on links sent to callers and on promised calls, each with the stores of
 * `deps`.
 */
export const calls = (deps: CallDeps) => ({
  enterAttention: enterAttention(deps),
  sendLink: sendLink(deps),
  listCallBacks: listCallBacks(deps),
  recordCallBack: recordCallBack(deps),
});
