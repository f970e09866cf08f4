import { useAnswer } from "../../look/asking.ts";
import { sitePages } from "../../paths.ts";
import { api } from "../api.ts";
import { actFormWords } from "../claim/claim-act.words.ts";
import { ClaimWaiting } from "../claim/claim-waiting.tsx";
import { addressOf, Heading, unbroken } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn } from "../signed-in.tsx";
import { claimNoticesWords, effectWords, sentWords } from "./claim-notices.words.ts";

/**
 * Lists the messages that the claimant was sent about the claim in the address, for whoever is signed in: when each was
 * sent, whether it arrived and its legal effect. A message that notifies an act has a button to read that act.
 */
export function ClaimNoticesPage() {
  const { claimId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{actFormWords.backTo}</a>
      </p>
      <Heading>{sitePages.claimNotices.title}</Heading>
      <SignedIn why={claimNoticesWords.signIn}>
        <Notices claimId={claimId} />
      </SignedIn>
    </>
  );
}

function Notices({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.listNotices({ params: { claimId } }), claimId);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const { notices } = answer.value;
  // Only what waits for a confirmation has the green button, and only the first of those.
  const main = notices.find(({ notifies }) => notifies?.until);
  return (
    <>
      <p class="lede">{notices.length > 0 ? claimNoticesWords.lede : claimNoticesWords.none}</p>
      <ul class="doors">
        {notices.map((notice) => (
          <li key={`${notice.seq} ${notice.channel} ${notice.sentAt}`}>
            <h2>{unbroken(notice.subject)}</h2>
            <p>{sentWords(notice)}</p>
            <p>
              <b>{effectWords(notice)}</b>
            </p>
            {notice.notifies && (
              <p>
                <a
                  class={notice === main ? "button" : "button plain"}
                  href={addressOf("notice", { noticeKey: notice.notifies.key })}
                >
                  {notice.notifies.until ? claimNoticesWords.read : claimNoticesWords.readAgain}
                  <span class="unseen">: {notice.subject}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p class="note">{claimNoticesWords.paper}</p>
    </>
  );
}
