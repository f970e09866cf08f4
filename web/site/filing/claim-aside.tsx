import type { Warning } from "../claim/claim-step-view.ts";
import { addressOf, Heading } from "../page.tsx";
import { notClaimedWords } from "../receipt/claim-explanation.words.ts";
import { stepWords } from "./claim-steps.words.ts";
import { DraftStrip } from "./draft-strip.tsx";

interface WarnedProps {
  readonly warning: Warning;
  /** Called when the person goes on. */
  readonly onGo: () => void;
}

/**
 * Renders a warning as a page of its own, with the button that goes on. If the warning has a link, the link is the
 * page's green button.
 */
export function Warned({ warning: { title, text, go, link }, onGo }: WarnedProps) {
  return (
    <>
      <DraftStrip />
      <Heading arrived titled={stepWords.titleOf(title)}>
        {title}
      </Heading>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div class="buttons">
        {link && (
          <a class="button" href={link.href}>
            {link.label}
          </a>
        )}
        <button type="button" class={link ? "button plain" : "button"} onClick={onGo}>
          {go}
        </button>
      </div>
    </>
  );
}

interface NotClaimedProps {
  /** The last day to claim, `YYYY-MM-DD`. */
  readonly until: string;
  /**
   * Whether the draft is an account's: the link back then leads to the account's claims, else to the drafts of this
   * phone.
   */
  readonly isAccounts: boolean;
}

/**
 * Says that no claim was filed, because the explanation of the receipt was enough for the person, and that they may
 * still claim until `until`.
 */
export function NotClaimed({ until, isAccounts }: NotClaimedProps) {
  return (
    <>
      <Heading arrived>{notClaimedWords.clearTitle}</Heading>
      <p>{notClaimedWords.clearText(until)}</p>
      <a class="button" href={addressOf(isAccounts ? "claims" : "claimStart")}>
        {isAccounts ? notClaimedWords.toClaims : notClaimedWords.toDrafts}
      </a>
    </>
  );
}
