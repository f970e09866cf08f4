import { useState } from "preact/hooks";
import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { type ClientProblem, formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { LongText } from "../../look/long-text.tsx";
import { DayField, InstantField, typedInstant } from "../../look/native-date.tsx";
import { Tick } from "../../look/tick.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { languageNames } from "../../words/languages.ts";
import { api } from "../api.ts";
import { SignInAgain } from "../page.tsx";
import { enteredChannels, matterNames } from "../register/reports.words.ts";
import { SelectField } from "../select-field.tsx";
import { chosenOf, textOf } from "../typed.ts";
import { callFormKey } from "./call.ts";
import { contactWords } from "./calls.words.ts";

type Body = ClientRequestOf<Routes["enterAttention"]>["body"];
type Typed = (name: string) => string;

interface ContactFormProps {
  /** The supply of who is attended; without it the form asks for it, and it may stay empty. */
  readonly supplyCode?: string;
  /** The box for the promise of a call is ticked at first. */
  readonly promises?: boolean;
  /** Called once the attention is recorded; the form is then empty again. */
  readonly onDone: () => void;
}

/**
 * Renders the form that records an attention: by which channel, about what, and a claim's code. If a supply is known,
 * it asks also what was asked, answered and promised. If a call is promised, it asks for the hour, the number and the
 * subject. Sending names each answer that is missing. What is typed is kept in the tab until it is sent; of a known
 * supply, until the call ends.
 */
export function ContactForm({ supplyCode, promises = false, onDone }: ContactFormProps) {
  const kept = useKeptForm(
    sessionStorage,
    supplyCode === undefined ? "caudal.contact" : callFormKey(supplyCode, "contact"),
  );
  const [typedSupply, setTypedSupply] = useState("");
  const [isPromised, setIsPromised] = useState(promises);
  const ofSupply = (supplyCode ?? typedSupply) !== "";
  const [turn, setTurn] = useState(0);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const missing = missingIn(typed, ofSupply, isPromised);
      if (missing) return { ok: false, problem: missing };
      return api.enterAttention({ body: bodyOf(typed, supplyCode, isPromised), key: writeKeyOf(typed) });
    },
    () => {
      kept.drop();
      setTypedSupply("");
      setIsPromised(promises);
      setTurn(turn + 1);
      onDone();
    },
  );
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit} key={turn}>
        <WriteKey />
        <div class="spoken">
          <div>
            <Choice
              name="channel"
              legend={contactWords.channel}
              options={enteredChannels}
              {...(supplyCode !== undefined && { chosen: "telephone" })}
              problem={problem}
            />
            <SelectField name="matter" label={contactWords.matter} options={matterNames} problem={problem} />
            <TextField
              name="claimCode"
              label={contactWords.claimCode}
              hint={contactWords.claimCodeHint}
              problem={problem}
            />
            {supplyCode === undefined && (
              <div onInput={({ target }) => target instanceof HTMLInputElement && setTypedSupply(target.value.trim())}>
                <TextField
                  name="supplyCode"
                  label={contactWords.supplyCode}
                  hint={contactWords.supplyHint}
                  numeric
                  size="short"
                  problem={problem}
                />
              </div>
            )}
            <Tick
              name="promise"
              label={contactWords.promise}
              ticked={promises}
              onTick={setIsPromised}
              problem={problem}
            />
            {isPromised && <Promised problem={problem} />}
          </div>
          <div>{ofSupply && <OfSupply problem={problem} />}</div>
        </div>
        <Submit busy={busy}>{isPromised ? contactWords.sendPromise : contactWords.send}</Submit>
      </form>
    </>
  );
}

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

/** What was asked, answered and promised, and how the person is attended. */
function OfSupply({ problem }: PartProps) {
  return (
    <>
      <LongText name="question" label={contactWords.question} max={500} problem={problem} />
      <LongText name="answer" label={contactWords.answer} max={1000} problem={problem} />
      <TextField name="next" label={contactWords.next} initial="" problem={problem} />
      <DayField name="nextOn" label={contactWords.nextOn} problem={problem} />
      <Choice
        name="preferential"
        legend={contactWords.preferential}
        hint={contactWords.preferentialHint}
        options={contactWords.yesNo}
        problem={problem}
      />
      <SelectField name="language" label={contactWords.language} options={languageNames} problem={problem} />
    </>
  );
}

function Promised({ problem }: PartProps) {
  return (
    <>
      <InstantField name="at" label={contactWords.callAt} problem={problem} />
      <TextField name="telephone" label={contactWords.telephone} keyboard="tel" size="short" problem={problem} />
      <TextField name="about" label={contactWords.about} initial="" problem={problem} />
    </>
  );
}

/** Every answer that is missing, each by its question; undefined if none is. */
function missingIn(typed: Typed, ofSupply: boolean, isPromised: boolean): ClientProblem | undefined {
  const { missing } = contactWords;
  const unless = (name: keyof typeof missing, isAsked = true) => ({
    [name]: isAsked && typed(name).trim() === "" ? missing[name] : undefined,
  });
  return formProblem({
    ...unless("channel"),
    ...unless("matter"),
    ...unless("question", ofSupply),
    ...unless("answer", ofSupply),
    ...unless("at", isPromised),
    ...unless("telephone", isPromised),
    ...unless("about", isPromised),
  });
}

function bodyOf(typed: Typed, supplyCode: string | undefined, isPromised: boolean): Body {
  const ofSupply = supplyCode ?? textOf(typed("supplyCode"));
  const preferential = chosenOf(contactWords.yesNo, typed("preferential"));
  return {
    channel: chosenOf(enteredChannels, typed("channel")) ?? "telephone",
    matter: chosenOf(matterNames, typed("matter")) ?? "other",
    claimCode: textOf(typed("claimCode")),
    ...(ofSupply !== undefined && {
      contact: {
        supplyCode: ofSupply,
        question: typed("question"),
        answer: typed("answer"),
        next: textOf(typed("next")),
        nextOn: textOf(typed("nextOn")),
        ...(preferential && { preferential: preferential === "yes" }),
        language: chosenOf(languageNames, typed("language")),
      },
    }),
    ...(isPromised && {
      callBack: { at: typedInstant(typed("at")), telephone: typed("telephone"), about: typed("about") },
    }),
  };
}
