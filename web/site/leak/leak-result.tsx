import { Loaded } from "../../look/loaded-module.tsx";
import { addressOf, Heading, useSessionIsOpen } from "../page.tsx";
import { dropLeakCheck, hasLeak, type LeakCheck } from "./leak-check.ts";
import { leakResultWords, leakSentences } from "./leak-result.words.ts";

interface ResultProps {
  readonly check: LeakCheck;
  /** Called when the person wants to look for leaks again, or has the kept check deleted. */
  readonly onAgain: () => void;
}

/**
 * Renders what a check for leaks found and what to do then, with a link to claim and, for whoever is signed in, the
 * claims to which the check can be added. Buttons begin again, or delete the check from this device first.
 */
export function LeakResult({ check, onAgain }: ResultProps) {
  const isOpen = useSessionIsOpen();
  const { found, foundText, notFound, notFoundText } = leakResultWords;
  return (
    <>
      <Heading arrived>{hasLeak(check) ? found : notFound}</Heading>
      <ul>
        {leakSentences(check).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{hasLeak(check) ? foundText : notFoundText}</p>
      {isOpen && (
        <Loaded load={() => import("./leak-claims.tsx")} about="claims" aside>
          {({ LeakClaims }) => <LeakClaims />}
        </Loaded>
      )}
      <p>
        <a class="button" href={addressOf("claimStart")}>
          {leakResultWords.claim}
        </a>
      </p>
      <p class="note">{leakResultWords.keptHere}</p>
      <div class="buttons">
        <button type="button" class="button plain" onClick={onAgain}>
          {leakResultWords.again}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => {
            dropLeakCheck();
            onAgain();
          }}
        >
          {leakResultWords.drop}
        </button>
      </div>
    </>
  );
}
