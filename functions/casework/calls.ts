import { listCallBacks, recordCallBack } from "./call-backs.ts";
import type { CallDeps } from "./call-deps.ts";
import { enterAttention } from "./enter-attention.ts";
import { sendLink } from "./send-link.ts";

/** Returns the handlers of what is noted of callers: contacts, links that are sent to them, and calls that were promised. */
export const calls = (deps: CallDeps) => ({
  enterAttention: enterAttention(deps),
  sendLink: sendLink(deps),
  listCallBacks: listCallBacks(deps),
  recordCallBack: recordCallBack(deps),
});
