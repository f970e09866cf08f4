import { useRef, useState } from "preact/hooks";
import { apiToday } from "../../api-clock.ts";
import type { ClientProblem } from "../../client.ts";
import { Checks } from "../../look/checks.tsx";
import { Choice, ErrorSummary, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, limaClock, typedInstant } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { cubicMetres, instant, soles } from "../../words/format.ts";
import { api } from "../api.ts";
import { agreementNames, attendedNames, callResultNames, fieldWords, powerNames } from "../case/act-fields.words.ts";
import type { ActFieldsProps, ActForm, ActSending } from "../case/act-form.ts";
import type { CaseFile } from "../case/case-file.ts";
import { Confirming, confirmationIn, type Typed } from "../counter/act-confirmation.tsx";
import { claimantActWords } from "../counter/claimant-acts.words.ts";
import { chosenOf, fieldProblem, markedOf, textOf } from "../typed.ts";
import { hearingPlan } from "./hearing.words.ts";

const nameOf = ({ m3, after }: CaseFile["offers"][number]) => fieldWords.offerName(cubicMetres(m3), soles(after));

const texts = ["companyProposal", "claimantProposal", "agreed", "disagreed", "observations"] as const;
const ofAbsence = ["observations"] as const;

/** Returns as whom the person attended, with the powers of a representative. Undefined if nothing is chosen. */
function standingOf({ typed, form }: ActSending) {
  const as = chosenOf(attendedNames, typed("standing"));
  if (as === "representative") return { as, acts: markedOf(powerNames, form, "acts") };
  return as && { as };
}

const agreedNames = { total: agreementNames.total, partial: agreementNames.partial } as const;

/**
 * Returns the confirmation of an agreement, for the API. Empty if there is no agreement, or no way to confirm it was
 * chosen: an offer that was accepted needs none. Returns a problem if it is incomplete.
 */
function confirmedIn(agreement: keyof typeof agreementNames, typed: Typed) {
  if (!(agreement in agreedNames) || typed("confirming") === "") return {};
  const confirmation = confirmationIn(typed);
  if ("ok" in confirmation) return confirmation;
  return confirmation.by === "paper" || confirmation.by === "submission"
    ? fieldProblem("confirming", claimantActWords.confirming)
    : { confirmation };
}

/** The company's representative, if a name or charge was typed because it was not the person who writes the acta. */
function companyIn(typed: Typed) {
  const [name, charge] = [typed("name").trim(), typed("charge").trim()];
  return name || charge ? { companyBy: { name, charge } } : {};
}

/** Records the link of a hearing by video. */
export const link: ActForm = {
  Fields: ({ file: { hearing: planned }, problem }) => (
    <TextField
      name="link"
      label={fieldWords.link}
      hint={fieldWords.linkHint}
      initial={planned?.link ?? ""}
      problem={problem}
    />
  ),
  send: async ({ write, typed }) => api.setHearingLink({ ...write, body: { link: typed("link") } }),
};

interface CallsProps extends Pick<ActFieldsProps, "file" | "again"> {
  /** The claimant is absent: the section is open. */
  readonly isMissing: boolean;
}

/**
 * The calls to a claimant who is absent: the logged ones and, on the hearing's day, the fields for the next, which its
 * button records at once.
 */
function Calls({ file: { claimId, hearingCalls, hearing: planned }, again, isMissing }: CallsProps) {
  const { logged, numbers, needed, apartMinutes } = hearingCalls;
  const [problem, setProblem] = useState<ClientProblem>();
  const isOver = planned !== undefined && planned.on < apiToday();
  const log = async ({ currentTarget: { form } }: { readonly currentTarget: HTMLButtonElement }) => {
    const data = new FormData(form ?? undefined);
    const number = String(data.get("callNumber") ?? "");
    const result = chosenOf(callResultNames, String(data.get("callResult") ?? ""));
    if (!number || !result) return setProblem(fieldProblem("callResult", fieldWords.callMissing).problem);
    const outcome = await api.logHearingCall({
      params: { claimId },
      body: { number, result },
      key: crypto.randomUUID(),
    });
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) again();
  };
  return (
    <details open={isMissing || logged.length > 0}>
      <summary>{fieldWords.calls}</summary>
      {numbers.length === 0 ? (
        <p>{fieldWords.callsNone}</p>
      ) : (
        <>
          <p>{fieldWords.callsText(needed, apartMinutes)}</p>
          <ol aria-live="polite">
            {logged.map(({ at, number, result }) => (
              <li key={at}>{fieldWords.callLogged(instant(at), number, callResultNames[result])}</li>
            ))}
          </ol>
          {isOver && <p>{fieldWords.callsOver}</p>}
          <div hidden={isOver}>
            <h3>{fieldWords.callOf(logged.length + 1)}</h3>
            <ErrorSummary problem={problem} />
            <Choice
              name="callNumber"
              legend={fieldWords.callNumber}
              options={Object.fromEntries(numbers.map((number) => [number, number]))}
              chosen={numbers.length === 1 ? (numbers[0] ?? "") : ""}
              problem={problem}
            />
            <Choice name="callResult" legend={fieldWords.callResult} options={callResultNames} problem={problem} />
            <p>
              <button type="button" class="button plain" onClick={log}>
                {fieldWords.callAction}
              </button>
            </p>
          </div>
        </>
      )}
    </details>
  );
}

interface OutcomeProps extends Pick<ActFieldsProps, "file" | "problem" | "again"> {
  /** The outcome that was chosen; empty before. */
  readonly agreement: string;
  readonly onChoose: (agreement: string) => void;
}

/**
 * Asks for the outcome of the hearing, and logs the calls that an absence needs. If the claimant accepted an offer,
 * says so first, and asks which one the agreement is: the last one, if nothing else is chosen.
 */
function Outcome({ file, problem, again, agreement, onChoose }: OutcomeProps) {
  const accepted = file.offers.filter((offer) => offer.accepted);
  const last = accepted.at(-1);
  const isAgreed = agreement === "" || agreement in agreedNames;
  return (
    <>
      {last && (
        <Notice title={fieldWords.alreadyAccepted(nameOf(last))}>
          <p>{fieldWords.alreadyAcceptedText}</p>
        </Notice>
      )}
      <Choice
        name="agreement"
        legend={fieldWords.agreement}
        options={agreementNames}
        onChoose={onChoose}
        problem={problem}
      />
      {last && isAgreed && (
        <Choice
          name="acceptedOfferId"
          legend={fieldWords.acceptedOffer}
          options={{ ...Object.fromEntries(accepted.map((one) => [one.offerId, nameOf(one)])), "": fieldWords.noOffer }}
          chosen={last.offerId}
          problem={problem}
        />
      )}
      <Calls file={file} again={again} isMissing={agreement === "absence"} />
    </>
  );
}

/** Asks who attended for the claimant, as what and, of a representative, with which powers. */
function Attended({ file, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  return (
    <>
      <Choice name="standing" legend={fieldWords.attendedAs} options={attendedNames} problem={problem} />
      <Checks name="acts" legend={fieldWords.power} hint={fieldWords.powerHint} options={powerNames} chosen={[]} />
      <TextField
        name="attendedBy"
        label={fieldWords.attendedBy}
        hint={fieldWords.attendedByHint(file.claimantName)}
        initial=""
        problem={problem}
      />
    </>
  );
}

const minutesLong = "YYYY-MM-DDTHH:MM".length;

/**
 * Renders the fields of a hearing's acta, which, once its outcome is chosen, begins at its hour or, if the claimant did
 * not come, once they were waited for, unless another hour is typed; how an agreement was confirmed is asked once there
 * is one. Of a claimant who did not come neither who attended nor what was proposed is asked.
 */
function HearingFields({ file, problem, again }: ActFieldsProps) {
  const [agreement, setAgreement] = useState("");
  const agreed = chosenOf(agreedNames, agreement);
  const isAbsent = agreement === "absence";
  const start = useRef<HTMLDivElement>(null);
  const { waitedUntil } = file.hearingCalls;
  const own = file.hearing && `${file.hearing.on}T${file.hearing.at}`;
  const waited = waitedUntil && limaClock(Date.parse(waitedUntil)).slice(0, minutesLong);
  const choose = (chosen: string) => {
    const field = start.current?.querySelector("input");
    const [from, to] = chosen === "absence" ? [own, waited] : [waited, own];
    if (field && to && (field.value === "" || field.value === from)) field.value = to;
    setAgreement(chosen);
  };
  return (
    <>
      {file.hearing && <p>{hearingPlan(file.hearing)}</p>}
      <Outcome file={file} problem={problem} again={again} agreement={agreement} onChoose={choose} />
      <div ref={start}>
        <InstantField name="startedAt" label={fieldWords.startedAt} problem={problem} />
      </div>
      <InstantField name="endedAt" label={fieldWords.endedAt} problem={problem} />
      {isAbsent || <Attended file={file} problem={problem} />}
      <TextField
        name="name"
        label={fieldWords.companyName}
        hint={fieldWords.companyNameHint}
        initial=""
        problem={problem}
      />
      <TextField name="charge" label={fieldWords.companyCharge} initial="" problem={problem} />
      {(isAbsent ? ofAbsence : texts).map((name) => (
        <LongText
          key={name}
          name={name}
          label={fieldWords[name]}
          hint={fieldWords.seenByUser}
          max={1000}
          problem={problem}
        />
      ))}
      {agreed && (
        <>
          <p>{fieldWords.agreementConfirmed}</p>
          <Confirming
            file={file}
            problem={problem}
            how="hearing"
            whatIn={(typed) => ({ act: "agreement", agreement: agreed, agreed: typed("agreed") })}
          />
        </>
      )}
    </>
  );
}

/**
 * Records the acta of the hearing, with the claimant's confirmation of an agreement. Who attended is the claimant if no
 * other name is typed and nobody came as a representative.
 */
export const hearing: ActForm = {
  Fields: HearingFields,
  send: async (sending) => {
    const { write, typed, file } = sending;
    const agreement = chosenOf(agreementNames, typed("agreement"));
    if (!agreement) return fieldProblem("agreement", fieldWords.choose);
    const confirmed = confirmedIn(agreement, typed);
    if ("ok" in confirmed) return confirmed;
    const endedAt = textOf(typed("endedAt"));
    const standing = standingOf(sending);
    // Of an agreement without it, what is missing is the standing: who attended is known.
    const isClaimant = standing
      ? agreement !== "absence" && standing.as !== "representative"
      : agreement in agreedNames;
    return api.recordHearing({
      ...write,
      body: {
        agreement,
        startedAt: typedInstant(typed("startedAt")),
        endedAt: endedAt && typedInstant(endedAt),
        standing,
        attendedBy: textOf(typed("attendedBy")) ?? (isClaimant ? file.claimantName : undefined),
        ...companyIn(typed),
        ...Object.fromEntries(texts.map((name) => [name, typed(name)])),
        acceptedOfferId: agreement in agreedNames ? textOf(typed("acceptedOfferId")) : undefined,
        ...confirmed,
      },
    });
  },
};
