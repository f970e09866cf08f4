import { useState } from "preact/hooks";
import { Checks } from "../../look/checks.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { LanguageFields, languageMissing, languageTyped } from "../../look/language-fields.tsx";
import { emailError, telephoneError } from "../../look/malformed.ts";
import { PersonDocument } from "../../look/person-document.tsx";
import { useOffice } from "../../office.ts";
import { languageWords } from "../../words/languages.ts";
import { documentError } from "../../words/person.ts";
import { type PersonSlug, type Question, type QuestionProps, viewOf } from "../claim/claim-question.ts";
import type { StepView } from "../claim/claim-step-view.ts";
import { hearingModeNames, hearingStepWords } from "../conciliation/claim-hearing.words.ts";
import { filledFromProfile } from "../notice/filled-from-profile.words.ts";
import { isOfAccount, textOf, textsOf } from "./answers.ts";
import {
  actNames,
  borrowedNames,
  contactStepWords,
  noticeNames,
  standingNames,
  whoWords,
} from "./claim-contact.words.ts";
import { stepTitles } from "./claim-steps.words.ts";

/** The steps about who claims. */
export const personQuestions: Readonly<Record<PersonSlug, Question>> = {
  quien: {
    Fields: Who,
    check: (text) => ({
      as: text("as") ? undefined : whoWords.standingMissing,
      givenNames: text("givenNames") ? undefined : whoWords.givenNamesMissing,
      paternalSurname: text("paternalSurname") ? undefined : whoWords.paternalSurnameMissing,
      kind: text("kind") ? undefined : whoWords.kindMissing,
      number: documentError(text("kind"), text("number")),
      address: text("address") ? undefined : whoWords.addressMissing,
    }),
  },
  avisos: {
    Fields: Reached,
    check: (text) => ({
      telephone: reachError(text("telephone"), text("email") || text("address")),
      borrowed:
        text("telephone") && !text("borrowed") && !text("linkId") ? contactStepWords.borrowedMissing : undefined,
      email: emailError(text("email")),
      notifyByEmail: text("email") && !text("notifyByEmail") ? contactStepWords.noticeMissing : undefined,
    }),
  },
  reunion: {
    Fields: HowHeard,
    check: (text) => ({
      hearingMode: text("hearingMode") ? undefined : hearingStepWords.missing,
      hearingTelephone: calledError(text("hearingMode"), text("hearingTelephone"), text("telephone")),
      ...languageMissing(text),
    }),
  },
};

/**
 * Asks for a mobile and whose it is, and for an e-mail. If there is an e-mail, asks whether the decision may be
 * notified there.
 */
function Reached({ answers, problem }: QuestionProps) {
  const [mail, setMail] = useState(textOf(answers, "email"));
  const [lent, setLent] = useState(textOf(answers, "borrowed"));
  return (
    <>
      <TextField
        name="telephone"
        label={contactStepWords.telephone}
        hint={contactStepWords.telephoneHint}
        keyboard="tel"
        fill="tel-national"
        size="short"
        initial={textOf(answers, "telephone")}
        problem={problem}
      />
      {!isOfAccount(answers) && (
        <Choice
          name="borrowed"
          legend={contactStepWords.borrowed}
          options={borrowedNames}
          chosen={lent}
          onChoose={setLent}
          problem={problem}
        />
      )}
      {lent === "yes" && <p class="note">{contactStepWords.borrowedText}</p>}
      <div onInput={({ target }) => target instanceof HTMLInputElement && setMail(target.value.trim())}>
        <TextField
          name="email"
          label={contactStepWords.email}
          hint={contactStepWords.emailHint}
          keyboard="email"
          fill="email"
          initial={textOf(answers, "email")}
          problem={problem}
        />
      </div>
      {mail === "" ? (
        <p class="note">{contactStepWords.none}</p>
      ) : (
        <Choice
          name="notifyByEmail"
          legend={contactStepWords.notice}
          hint={contactStepWords.noticeHint}
          options={noticeNames}
          chosen={textOf(answers, "notifyByEmail")}
          problem={problem}
        />
      )}
    </>
  );
}

/**
 * Asks how the person wants the hearing held, and in which language. For a hearing by telephone, asks for the number;
 * if that is left empty, the number they left before is called.
 */
function HowHeard({ answers, problem }: QuestionProps) {
  const { hearingModes } = useOffice();
  const [mode, setMode] = useState(textOf(answers, "hearingMode"));
  const known = languageTyped((name) => textOf(answers, name));
  return (
    <>
      <p>{hearingStepWords.text}</p>
      <Choice
        name="hearingMode"
        legend={stepTitles.reunion}
        asked
        options={Object.fromEntries(hearingModes.map((each) => [each, hearingModeNames[each]]))}
        chosen={mode}
        onChoose={setMode}
        problem={problem}
      />
      {mode === "telephone" && (
        <TextField
          name="hearingTelephone"
          label={hearingStepWords.telephone}
          hint={hearingStepWords.telephoneHint(textOf(answers, "telephone"))}
          keyboard="tel"
          fill="tel-national"
          size="short"
          initial={textOf(answers, "hearingTelephone")}
          problem={problem}
        />
      )}
      {/* Folded: for nearly everybody it is Spanish, and nothing more to read. */}
      <details open={(known && known.language !== "es") || undefined}>
        <summary>{languageWords.change}</summary>
        <LanguageFields known={known} problem={problem} />
      </details>
    </>
  );
}

/**
 * Returns what is wrong with the number for a hearing, undefined if nothing is. `own` is the number typed for it.
 * Without it, a hearing by telephone needs `known`, the person's number.
 */
function calledError(mode: string, own: string, known: string): string | undefined {
  if (own) return telephoneError(own);
  return mode === "telephone" && !known ? hearingStepWords.telephoneMissing : undefined;
}

/**
 * Returns what is wrong with the telephone, undefined if nothing is. It may be empty if the person can be reached by
 * `otherwise`.
 */
function reachError(telephone: string, otherwise: string): string | undefined {
  if (telephone) return telephoneError(telephone);
  return otherwise ? undefined : contactStepWords.oneMissing;
}

function Who({ answers, problem }: QuestionProps) {
  const [as, setAs] = useState(textOf(answers, "as"));
  const [kind, setKind] = useState(textOf(answers, "kind"));
  const field = (name: "givenNames" | "paternalSurname" | "maternalSurname" | "companyName" | "address") => ({
    name,
    label: whoWords[name],
    initial: textOf(answers, name),
    problem,
  });
  return (
    <>
      {textOf(answers, "fromProfile") === "yes" && <p>{filledFromProfile}</p>}
      <Choice
        name="as"
        legend={whoWords.standing}
        options={standingNames}
        chosen={as}
        onChoose={setAs}
        problem={problem}
      />
      {as === "representative" && (
        <>
          <p>{whoWords.heir}</p>
          <Checks
            name="acts"
            legend={whoWords.power}
            hint={whoWords.powerHint}
            options={actNames}
            chosen={textsOf(answers, "acts")}
          />
          <p>{whoWords.own}</p>
        </>
      )}
      <TextField {...field("givenNames")} fill="given-name" />
      <TextField {...field("paternalSurname")} fill="family-name" />
      <TextField {...field("maternalSurname")} />
      <PersonDocument
        legend={whoWords.kind}
        label={whoWords.number}
        kind={textOf(answers, "kind")}
        onKind={setKind}
        initial={textOf(answers, "number")}
        problem={problem}
      />
      {(kind === "RUC" || as === "representative" || textOf(answers, "companyName") !== "") && (
        <TextField {...field("companyName")} fill="organization" />
      )}
      <TextField {...field("address")} fill="street-address" />
    </>
  );
}

export const personView = (slug: PersonSlug): StepView => viewOf(personQuestions[slug]);
