import { eraseOtherPhotos } from "./attachment/phone-photos.ts";
import { isOfAccount } from "./filing/answers.ts";
import { forgetDraft } from "./filing/draft.ts";
import { draftsOnPhone } from "./filing/phone-drafts.ts";

/**
 * Erases what a person leaves on this phone as they sign out: all that the tab keeps but the session, the drafts about
 * linked supplies, and every photo but those of drafts of no account, which stay. Does not reject if they
 * cannot be erased.
 */
export async function forgetAccount(): Promise<void> {
  for (const key of Object.keys(sessionStorage)) if (!key.endsWith(".session")) sessionStorage.removeItem(key);
  const drafts = draftsOnPhone();
  for (const { draftId, answers } of drafts) if (isOfAccount(answers)) forgetDraft(draftId);
  await eraseOtherPhotos(drafts.filter(({ answers }) => !isOfAccount(answers)).map(({ draftId }) => draftId)).catch(
    () => undefined,
  );
}
