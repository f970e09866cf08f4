import { useAnswer } from "../../look/asking.ts";
import { Notice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { filedOf } from "../filing/draft.ts";
import { openDraft } from "../filing/draft-opening.ts";
import { keptOnPhone } from "../filing/phone-drafts.ts";
import { addressOf, useSessionIsOpen } from "../page.tsx";
import { SignedIn, Waiting } from "../signed-in.tsx";
import { exitWords } from "./claim-exits.words.ts";

interface ClaimOpeningProps {
  readonly draftId: string;
  /** Called with `draftId` once this tab holds the draft. */
  readonly onOpen: (draftId: string) => void;
}

/**
 * Opens a draft that this tab does not hold, and calls `onOpen`. If this tab filed it, leads to the claim. A draft of
 * an account, or one that this phone does not keep, which is said, is asked of the API: if nobody is signed in, shows a
 * sign-in button. If the draft cannot be opened for another reason, shows why, with links to begin again and to the
 * claims.
 */
export function ClaimOpening(props: ClaimOpeningProps) {
  const filed = filedOf(props.draftId);
  if (!filed) return <Opening {...props} />;
  return (
    <Notice tone="good" title={exitWords.filed(filed.code)}>
      <p>{exitWords.filedText}</p>
      <p>
        <a class="button" href={addressOf("claimFiled", { claimId: filed.claimId })}>
          {exitWords.filedAction}
        </a>
      </p>
    </Notice>
  );
}

function Opening({ draftId, onOpen }: ClaimOpeningProps) {
  const isOpen = useSessionIsOpen();
  const { answer, again } = useAnswer(async () => {
    const opened = await openDraft(draftId);
    if (opened.ok) onOpen(draftId);
    return opened;
  }, draftId);
  if (isOpen === false && answer?.ok === false && answer.problem.kind === "signed-out")
    return (
      <>
        {!keptOnPhone(draftId) && (
          <Notice title={exitWords.notHere}>
            <p>
              {exitWords.notHereText} <a href={addressOf("claims")}>{sitePages.claims.title}</a>.
            </p>
            <p>
              <a href={addressOf("claimStart")}>{exitWords.startAgain}</a>
            </p>
          </Notice>
        )}
        <SignedIn why={exitWords.signIn}>{null}</SignedIn>
      </>
    );
  return (
    <>
      <Waiting answer={answer} again={again} />
      {answer && !answer.ok && (
        <>
          {answer.problem.kind === "urn:caudal:draft-not-found" && (
            <p>
              <a href={addressOf("claimStart")}>{exitWords.startAgain}</a>
            </p>
          )}
          <p>
            {exitWords.lost} <a href={addressOf("claims")}>{sitePages.claims.title}</a>.
          </p>
        </>
      )}
    </>
  );
}
