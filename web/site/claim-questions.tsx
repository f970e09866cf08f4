import type { FunctionComponent } from "preact";
import { useState } from "preact/hooks";
import { formProblem, type Outcome } from "../client.ts";
import { Checks } from "../look/checks.tsx";
import { Choice, TextField } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { PersonDocument } from "../look/person-document.tsx";
import { sendingProblem } from "../look/sending-problem.ts";
import { Tick } from "../look/tick.tsx";
import { readingOf } from "../look/typed-reading.ts";
import { useOffice } from "../office.ts";
import {
  actNames,
  attachmentsStepWords,
  borrowedNames,
  contactStepWords,
  leakNames,
  leakWords,
  meterWords,
  noticeNames,
  reasonNames,
  reasonWords,
  requestMissing,
  requestNames,
  standingNames,
  storyWords,
  testCostWords,
  testNames,
  testWords,
  visitNames,
  visitWords,
  whoWords,
} from "../words/claim-form.ts";
import { hearingModeNames, hearingStepWords } from "../words/claim-hearing.ts";
import { receiptStepWords } from "../words/claim-receipt.ts";
import { type StepSlug, stepTitles } from "../words/claim-steps.ts";
import { documentError } from "../words/person.ts";
import { profileWords } from "../words/profile.ts";
import { type Answers, isOfAccount, textOf, textsOf } from "./answers.ts";
import type { StepContentProps, StepView, Warning } from "./claim-step-view.ts";
import { attachmentsOf, receiptsOf } from "./draft-answers.ts";
import { DraftAttachments } from "./draft-attachments.tsx";
import { addressOf } from "./page.tsx";

type QuestionProps = Pick<StepContentProps, "draftId" | "answers" | "problem" | "onAttachments">;

/** A step whose fields are saved in the draft. */
interface Question {
  readonly Fields: FunctionComponent<QuestionProps>;
  /** A sentence by the name of each field that is wrong; `text` gives what was typed in a field. */
  readonly check: (text: (name: string) => string) => Readonly<Record<string, string | undefined>>;
}

export type QuestionSlug = Exclude<StepSlug, "recibo" | "explicacion" | "revisar">;

/**
 * A step of one set of radio buttons, named `name`, whose question is the page's heading. `missing` is said if none is chosen.
 */
function oneOf(slug: StepSlug, name: string, options: Readonly<Record<string, string>>, missing: string): Question {
  return {
    Fields: ({ answers, problem }) => (
      <Choice
        name={name}
        legend={stepTitles[slug]}
        asked
        options={options}
        chosen={textOf(answers, name)}
        problem={problem}
      />
    ),
    check: (text) => ({ [name]: text(name) ? undefined : missing }),
  };
}

/** A step with `Said` above its fields. */
function withText(question: Question, Said: FunctionComponent<Pick<QuestionProps, "answers">>): Question {
  return {
    ...question,
    Fields: (props) => (
      <>
        <Said answers={props.answers} />
        <question.Fields {...props} />
      </>
    ),
  };
}

/** Asks whether they want a meter test and, if they do, whether they accept its cost, which they need not. */
function MeterTest({ answers, problem }: QuestionProps) {
  const [chosen, setChosen] = useState(textOf(answers, "meterTest"));
  return (
    <>
      <p>{testWords.text}</p>
      <p>{testWords.pays}</p>
      <Choice
        name="meterTest"
        legend={stepTitles.contraste}
        asked
        options={testNames}
        chosen={chosen}
        onChoose={setChosen}
        problem={problem}
      />
      {chosen === "yes" && (
        <Tick
          name="meterTestCost"
          label={testCostWords}
          problem={problem}
          ticked={textsOf(answers, "meterTestCost").includes("yes")}
        />
      )}
    </>
  );
}

const telephoneNumber = /^\d{6,9}$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const questions: Readonly<Record<QuestionSlug, Question>> = {
  motivo: withText(oneOf("motivo", "reason", reasonNames, reasonWords.missing), ({ answers }) => {
    const receipts = receiptsOf(answers).map(({ period, number }) => receiptStepWords.known(period, number));
    return receipts.length > 0 ? <p>{reasonWords.receipts(receipts.join("; "))}</p> : null;
  }),
  fugas: withText(oneOf("fugas", "leakCheck", leakNames, leakWords.missing), () => (
    <p>
      <a href={addressOf("leaks")}>{leakWords.how}</a>
    </p>
  )),
  medidor: {
    Fields: ({ answers, problem }) => (
      <>
        <TextField
          name="meterReading"
          label={meterWords.label}
          hint={meterWords.hint}
          numeric
          size="short"
          initial={textOf(answers, "meterReading")}
          problem={problem}
        />
        <p class="note">{meterWords.photo}</p>
      </>
    ),
    check: (text) => ({ meterReading: Number.isNaN(readingOf(text("meterReading"))) ? meterWords.wrong : undefined }),
  },
  relato: {
    Fields: ({ answers, problem }) => (
      <>
        <p>{storyWords.hint}</p>
        <ul>
          {storyWords.prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
        <LongText
          name="grounds"
          label={storyWords.label}
          max={1500}
          initial={textOf(answers, "grounds")}
          problem={problem}
        />
      </>
    ),
    check: (text) => ({ grounds: text("grounds") ? undefined : storyWords.missing }),
  },
  archivos: {
    Fields: ({ draftId, answers, problem, onAttachments }) => (
      <>
        <p>{attachmentsStepWords}</p>
        <DraftAttachments
          draftId={draftId}
          isAccounts={isOfAccount(answers)}
          initial={attachmentsOf(answers)}
          problem={problem}
          onChange={onAttachments}
        />
      </>
    ),
    check: () => ({}),
  },
  contraste: {
    Fields: MeterTest,
    check: (text) => ({ meterTest: text("meterTest") ? undefined : testWords.missing }),
  },
  visita: withText(oneOf("visita", "visitPreference", visitNames, visitWords.missing), () => <p>{visitWords.text}</p>),
  pedido: oneOf("pedido", "request", requestNames, requestMissing),
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
    Fields: ({ answers, problem }) => (
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
            hint={contactStepWords.borrowedHint}
            options={borrowedNames}
            chosen={textOf(answers, "borrowed")}
            problem={problem}
          />
        )}
        <TextField
          name="email"
          label={contactStepWords.email}
          hint={contactStepWords.emailHint}
          keyboard="email"
          fill="email"
          initial={textOf(answers, "email")}
          problem={problem}
        />
        <p class="note">{contactStepWords.none}</p>
        <Choice
          name="notifyByEmail"
          legend={contactStepWords.notice}
          hint={contactStepWords.noticeHint}
          options={noticeNames}
          chosen={textOf(answers, "notifyByEmail")}
          problem={problem}
        />
      </>
    ),
    check: (text) => ({
      telephone: telephoneError(text("telephone"), text("email") || text("address")),
      borrowed:
        text("telephone") && !text("borrowed") && !text("linkId") ? contactStepWords.borrowedMissing : undefined,
      email: emailError(text("email"), text("notifyByEmail")),
      notifyByEmail: text("notifyByEmail") ? undefined : contactStepWords.noticeMissing,
    }),
  },
  reunion: {
    Fields: HowHeard,
    check: (text) => ({
      hearingMode: text("hearingMode") ? undefined : hearingStepWords.missing,
      hearingTelephone: calledError(text("hearingMode"), text("hearingTelephone"), text("telephone")),
    }),
  },
};

/** Asks how they want the hearing held and, if by telephone, at which number; empty is the number they left. */
function HowHeard({ answers, problem }: QuestionProps) {
  const { hearingModes } = useOffice();
  const [mode, setMode] = useState(textOf(answers, "hearingMode"));
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
    </>
  );
}

/** What is wrong with the number for a hearing: `own` if it was typed; else `known`, which a hearing by telephone needs. */
function calledError(mode: string, own: string, known: string): string | undefined {
  if (own) return isTelephone(own) ? undefined : contactStepWords.telephoneWrong;
  return mode === "telephone" && !known ? hearingStepWords.telephoneMissing : undefined;
}

const isTelephone = (text: string): boolean =>
  telephoneNumber.test(text.replace(/[\s()-]/g, "").replace(/^(?:\+51|51(?=9\d{8}$))/, ""));

/** What is wrong with the telephone; nothing if there is none and the person may be reached by `otherwise`. */
function telephoneError(telephone: string, otherwise: string): string | undefined {
  if (telephone) return isTelephone(telephone) ? undefined : contactStepWords.telephoneWrong;
  return otherwise ? undefined : contactStepWords.oneMissing;
}

function emailError(mail: string, notify: string): string | undefined {
  if (mail) return email.test(mail) ? undefined : contactStepWords.emailWrong;
  return notify === "yes" ? contactStepWords.emailForNotice : undefined;
}

function Who({ answers, problem }: QuestionProps) {
  const [as, setAs] = useState(textOf(answers, "as"));
  const field = (name: "givenNames" | "paternalSurname" | "maternalSurname" | "companyName" | "address") => ({
    name,
    label: whoWords[name],
    initial: textOf(answers, name),
    problem,
  });
  return (
    <>
      {textOf(answers, "fromProfile") === "yes" && <p>{profileWords.filled}</p>}
      <Choice
        name="as"
        legend={whoWords.standing}
        options={standingNames}
        chosen={as}
        onChoose={setAs}
        problem={problem}
      />
      {as === "representative" && (
        <Checks
          name="acts"
          legend={whoWords.power}
          hint={whoWords.powerHint}
          options={actNames}
          chosen={textsOf(answers, "acts")}
        />
      )}
      <TextField {...field("givenNames")} fill="given-name" />
      <TextField {...field("paternalSurname")} fill="family-name" />
      <TextField {...field("maternalSurname")} />
      <TextField {...field("companyName")} fill="organization" />
      <PersonDocument
        legend={whoWords.kind}
        label={whoWords.number}
        kind={textOf(answers, "kind")}
        initial={textOf(answers, "number")}
        problem={problem}
      />
      <TextField {...field("address")} fill="street-address" />
    </>
  );
}

/** What to know of the chosen receipts, once it was said what happened to them. */
async function warned(draftId: string, answers: Answers): Promise<Outcome<readonly Warning[]>> {
  const { receiptWarnings } = await import("./receipt-warnings.ts");
  return { ok: true, value: await receiptWarnings(draftId, answers) };
}

/** The view of a question's step. The step of files also refuses to go on while a file is being sent. */
export function questionView(slug: QuestionSlug): StepView {
  const { Fields, check } = questions[slug];
  return {
    Content: Fields,
    check: (answers, attachments) => {
      const wrong = formProblem(check((name) => textOf(answers, name)));
      return wrong ?? (slug === "archivos" ? sendingProblem(attachments) : undefined);
    },
    // The receipt is often chosen before the first step, on its own page.
    ...(slug === "motivo" && { finish: warned }),
  };
}
