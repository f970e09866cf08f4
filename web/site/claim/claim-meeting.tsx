import { useRef, useState } from "preact/hooks";
import { apiToday } from "../../api-clock.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { useOffice } from "../../office.ts";
import { sitePages } from "../../paths.ts";
import type { ClaimView } from "../../words/claim.ts";
import { hearingTime } from "../../words/claim-times.ts";
import { meetingWords, visitWords } from "../../words/visit.ts";
import { api } from "../api.ts";
import { ClaimHearing } from "../conciliation/claim-hearing.tsx";
import type { Hearing } from "../conciliation/claim-hearing.words.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, signInHere } from "../signed-in.tsx";
import { claimNames } from "./claim-names.words.ts";
import { ClaimWaiting } from "./claim-waiting.tsx";

/**
 * Renders the hearing of the claim in the address, for whoever is signed in: when and how it is held, how to prepare
 * and, while the API allows it, the forms to confirm it and to change how it is held. Once its hour has come, whom to
 * call if it is not held. Says so if there is no hearing to come.
 */
export function ClaimMeetingPage() {
  const { claimId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{visitWords.back}</a>
      </p>
      <Heading>{sitePages.claimMeeting.title}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Meeting claimId={claimId} />
      </SignedIn>
    </>
  );
}

function Meeting({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.showClaim({ params: { claimId } }), claimId);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const { hearing, state, languageChoice } = answer.value;
  if (!hearing || (!hearing.choice && state !== "hearing-due")) return <p>{meetingWords.none}</p>;
  if (!hearing.choice) return <Begun claim={answer.value} hearing={hearing} />;
  return (
    <>
      <ClaimHearing claim={answer.value}>
        {hearing.choice && <Confirm claimId={claimId} hearing={hearing} />}
      </ClaimHearing>
      <Loaded load={() => import("../notice/claim-language.tsx")} about="language" aside>
        {({ ClaimLanguage }) => <ClaimLanguage claimId={claimId} choice={languageChoice} />}
      </Loaded>
      <h2>{meetingWords.ready}</h2>
      <ul>
        {meetingWords.readyItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p class="note">{meetingWords.long}</p>
    </>
  );
}

interface BegunProps {
  readonly claim: ClaimView;
  readonly hearing: Hearing;
}

/**
 * Renders a hearing whose hour has come and that is not recorded: how to take part, on its day alone, and whom to call
 * if it does not begin or was not held.
 */
function Begun({ claim, hearing }: BegunProps) {
  const { telephone } = useOffice();
  const isToday = hearing.on === apiToday();
  return (
    <>
      {isToday && <ClaimHearing claim={claim} />}
      <p>{isToday ? meetingWords.begun(telephone) : meetingWords.past(hearingTime(hearing), telephone)}</p>
    </>
  );
}

interface ConfirmProps {
  readonly claimId: string;
  readonly hearing: Hearing;
}

/**
 * Renders the button with which the claimant confirms that they will take part in the hearing; once they did, says so.
 */
function Confirm({ claimId, hearing: { on, at, confirmed: shown } }: ConfirmProps) {
  const [confirmed, setConfirmed] = useState(shown);
  /** Takes the focus of the button, which goes away. */
  const said = useRef<HTMLParagraphElement>(null);
  const [key] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    () => api.confirmHearing({ params: { claimId }, body: { on, at }, key }),
    (after) => {
      said.current?.focus();
      setConfirmed(after.hearing?.confirmed);
    },
  );
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      <p role="status" tabIndex={-1} ref={said}>
        {confirmed && meetingWords.confirmed}
      </p>
      {!confirmed && (
        <button type="submit" class="button" aria-busy={busy || undefined}>
          {meetingWords.confirm}
        </button>
      )}
    </form>
  );
}
