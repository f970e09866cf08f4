import { listCallBacks, recordCallBack } from "./call-backs.ts";
import type { CallDeps } from "./call-deps.ts";
import { enterAttention } from "./enter-attention.ts";
import { sendLink } from "./send-link.ts";

/** Returns the operations on contacts, on links and on calls that were promised, each with the stores of `deps`. */
export const calls = (deps: CallDeps) => ({
  enterAttention: enterAttention(deps),
  sendLink: sendLink(deps),
  listCallBacks: listCallBacks(deps),
  recordCallBack: recordCallBack(deps),
});
