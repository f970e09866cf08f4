import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Confirm } from "../../look/confirm.tsx";
import { Notice, SignInButton } from "../../look/notice.tsx";
import { dateWithWeekday } from "../../words/format.ts";
import { signInAgain } from "../api.ts";
import { earlyWords } from "../delivery/early.words.ts";
import { addressOf } from "../page.tsx";
import { reportEndWords } from "./report-end.words.ts";
import { dropReport } from "./report-outbox.ts";

/**
 * Renders a button that discards a report for good. After a confirmation in a dialog with the title `title`, erases
 * from the phone the report, what was typed in its form and its photos, and goes to the inspector's visits.
 */
export function Discard({ inspectionId, title }: { readonly inspectionId: string; readonly title: string }) {
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const answer = async (yes: boolean) => {
    setAsking(false);
    if (!yes) return;
    await dropReport(inspectionId);
    route(addressOf("inspections"));
  };
  return (
    <>
      <button type="button" class="button plain" onClick={() => setAsking(true)}>
        {reportEndWords.discard}
      </button>
      {asking && (
        <Confirm
          title={title}
          text={reportEndWords.discardText}
          yes={reportEndWords.discard}
          no={reportEndWords.discardNo}
          onAnswer={answer}
        />
      )}
    </>
  );
}

interface ArrivedProps {
  readonly title: string;
  readonly countsFrom: string | undefined;
}

/**
 * Renders a notice with the title `title`: the server has the report. Of a delivery that `countsFrom` a later day, says
 * which. A link goes to the inspector's visits.
 */
export function Arrived({ title, countsFrom }: ArrivedProps) {
  return (
    <Notice tone="good" title={title}>
      {countsFrom && <p>{earlyWords.received(dateWithWeekday(countsFrom))}</p>}
      <p>{reportEndWords.sentText}</p>
      <p>
        <a class="button" href={addressOf("inspections")}>
          {reportEndWords.next}
        </a>
      </p>
    </Notice>
  );
}

interface UnsentProps {
  readonly isSignedOut: boolean;
  readonly title: string;
  /** Whether the notice takes the focus when it appears: the button that was pressed stands far below it. */
  readonly takesFocus: boolean;
}

/**
 * Renders a notice with the title `title`: the report waits in the phone for the network or, if `isSignedOut`, for a
 * sign-in, with a button to sign in.
 */
export function Unsent({ isSignedOut, title, takesFocus }: UnsentProps) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) part.current?.focus();
  }, []);
  return (
    <div tabIndex={-1} ref={part}>
      <Notice title={title}>
        <p>{isSignedOut ? reportEndWords.signIn : reportEndWords.unsentText}</p>
        {isSignedOut && (
          <SignInButton begin={signInAgain} plain>
            {reportEndWords.signIn}
          </SignInButton>
        )}
      </Notice>
    </div>
  );
}
