import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { apiNow } from "../../api-clock.ts";
import { formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, TextField } from "../../look/field.tsx";
import { useOffice } from "../../office.ts";
import type { ClaimView } from "../../words/claim.ts";
import { hearingTime } from "../../words/claim-times.ts";
import { api } from "../api.ts";
import { SignInAgain } from "../signed-in.tsx";
import { type Hearing, type HearingMode, hearingModeNames, hearingWords, howToAttend } from "./claim-hearing.words.ts";
import { calendarOf } from "./hearing-calendar.ts";

interface ClaimHearingProps {
  readonly claim: ClaimView;
  /** What is asked of the claimant before all that they may do. */
  readonly children?: ComponentChildren;
}

/**
 * Renders the hearing of a claim: when it is, how to take part, and `children`. While the API allows a change
 * (`hearing.choice`), has a button that saves it as a calendar file, and the form that changes how it is held or which
 * number is called. Renders nothing if there is no hearing, or if it cannot be changed and the claim's state is not
 * `hearing-due`.
 */
export function ClaimHearing({ claim: { claimId, code, state, hearing: shown }, children }: ClaimHearingProps) {
  const [hearing, setHearing] = useState(shown);
  if (!hearing || (!hearing.choice && state !== "hearing-due")) return null;
  const save = () => {
    const file = new Blob([calendarOf(claimId, code, hearing, apiNow())], { type: "text/calendar" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "reunion.ics";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section aria-labelledby="hearing">
      <h2 id="hearing">{hearingWords.title}</h2>
      <p>
        <b>{hearingTime(hearing)}</b>
      </p>
      <p>
        {howToAttend(hearing)}
        {hearing.link && (
          <>
            <br />
            <a href={hearing.link} rel="noreferrer">
              {hearing.link}
            </a>
          </>
        )}
      </p>
      <p class="note">{hearingWords.what}</p>
      {children}
      {hearing.choice && (
        <>
          <p>
            <button type="button" class="button plain" onClick={save}>
              {hearingWords.calendar}
            </button>
          </p>
          <Change
            key={`${hearing.mode} ${hearing.telephone}`}
            claimId={claimId}
            hearing={hearing}
            choice={hearing.choice}
            onChanged={setHearing}
          />
        </>
      )}
    </section>
  );
}

interface ChangeProps {
  readonly claimId: string;
  readonly hearing: Hearing;
  readonly choice: NonNullable<Hearing["choice"]>;
  readonly onChanged: (hearing: Hearing | undefined) => void;
}

const isMode = (value: string): value is HearingMode => value in hearingModeNames;

/**
 * Renders the form that changes how the hearing is held, while that may change, and the number that is called. A
 * hearing by telephone without a number is not sent.
 */
function Change({ claimId, hearing, choice, onChanged }: ChangeProps) {
  const office = useOffice();
  const [key] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const telephone = typed("telephone").trim();
      const chosen = choice.mayChangeMode ? typed("mode") : hearing.mode;
      const mode = isMode(chosen) ? chosen : hearing.mode;
      const lacks = mode === "telephone" && telephone === "";
      const wrong = formProblem({ telephone: lacks ? hearingWords.telephoneMissing : undefined });
      if (wrong) return { ok: false, problem: wrong };
      return api.chooseHearing({ params: { claimId }, body: { mode, ...(telephone && { telephone }) }, key });
    },
    (after) => onChanged(after.hearing),
  );
  const { modes, until, mayChangeMode } = choice;
  return (
    <details open={hearing.lacks === "telephone" || undefined}>
      <summary>{hearingWords.change}</summary>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <ErrorSummary problem={problem} />
        <SignInAgain problem={problem} />
        {mayChangeMode ? (
          <Choice
            name="mode"
            legend={hearingWords.mode}
            hint={hearingWords.until(until)}
            options={Object.fromEntries(modes.map((mode) => [mode, hearingModeNames[mode]]))}
            chosen={hearing.mode}
            problem={problem}
          />
        ) : (
          <p>{hearingWords.fixed(until, office.telephone)}</p>
        )}
        <TextField
          name="telephone"
          label={hearingWords.telephone}
          hint={hearingWords.telephoneHint}
          keyboard="tel"
          fill="tel-national"
          size="short"
          initial={hearing.telephone ?? ""}
          problem={problem}
        />
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {hearingWords.send}
        </button>
      </form>
    </details>
  );
}
