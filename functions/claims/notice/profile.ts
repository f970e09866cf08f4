import { newSecret } from "../../../shared/casework/case/new-ids.ts";
import { saveProfile as saveRoute, showProfile as showRoute } from "../../../shared/contract/notice/profile-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import { changeContacts } from "../claim/change-contacts.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers what the caller keeps of themselves in their account, and whether they agreed to be written to about new
 * receipts; no `profile` if they saved none.
 */
export const showProfile = ({ profiles, receiptNews }: ClaimDeps) =>
  serve(showRoute, async ({ caller: { sub } }) => {
    const [profile, news] = await Promise.all([profiles.find(sub), receiptNews.find(sub)]);
    return ok({ profile, receiptNews: news !== undefined });
  });

/**
 * Saves the caller's profile in place of the one they had, and answers it. If `receiptNews` is given, records or ends
 * their consent to messages about new receipts. With `inOpenClaims`, also changes the contact in their open claims
 * (`changeContacts`) and answers the codes of the claims that changed and of those that could not be written; nothing
 * else in a claim changes.
 */
export const saveProfile = (deps: ClaimDeps) =>
  serve(saveRoute, async ({ body: { inOpenClaims, receiptNews, ...kept }, caller, now }) => {
    const profile = { ...kept, savedAt: now };
    await deps.profiles.save(caller.sub, profile);
    if (receiptNews === true) await deps.receiptNews.agree(caller.sub, now, newSecret());
    if (receiptNews === false) await deps.receiptNews.stop(caller.sub);
    const claims = inOpenClaims ? await changeContacts(deps, caller, kept, now) : { changed: [], busy: [] };
    return ok({ profile, claims });
  });
