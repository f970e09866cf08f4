import { useEffect, useState } from "preact/hooks";
import { eraseOldPhotos } from "../attachment/phone-photos.ts";
import { addressOf } from "../page.tsx";
import { isOfAccount, textOf } from "./answers.ts";
import { EraseDraft } from "./erase-draft.tsx";
import { firstUnanswered } from "./first-unanswered.ts";
import { draftsOnPhone, endOf, keptDays } from "./phone-drafts.ts";
import { phoneDraftsWords } from "./phone-drafts.words.ts";

/**
 * Lists the claims begun on this phone without an account and not sent, the last kept first. Each can be resumed, or
 * erased after a confirmation. Renders nothing if there is none. Erases photos that are older than 30 days.
 */
export function PhoneDrafts() {
  const [drafts, setDrafts] = useState(onPhoneAlone);
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    eraseOldPhotos(keptDays).catch(() => undefined);
  }, []);
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>{phoneDraftsWords.title}</h2>
      <ul class="doors">
        {drafts.map((draft) => (
          <li key={draft.draftId}>
            <h3>{phoneDraftsWords.of(textOf(draft.answers, "supplyCode"))}</h3>
            <p>{phoneDraftsWords.kept(draft.savedAt, endOf(draft))}</p>
            <div class="buttons">
              <a
                class="button plain"
                href={addressOf("claimStep", { draftId: draft.draftId, step: firstUnanswered(draft.answers) })}
              >
                {phoneDraftsWords.resume}
              </a>
              <button type="button" class="link" onClick={() => setAsked(draft.draftId)}>
                {phoneDraftsWords.erase}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {asked && (
        <EraseDraft
          draftId={asked}
          onAnswer={() => {
            setAsked(undefined);
            setDrafts(onPhoneAlone());
          }}
        />
      )}
    </section>
  );
}

/** Returns the drafts of this phone without those of an account, which the account's own list has. */
function onPhoneAlone() {
  return draftsOnPhone().filter(({ answers }) => !isOfAccount(answers));
}
