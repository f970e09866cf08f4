import type { FunctionComponent } from "preact";
import { useState } from "preact/hooks";
import type { Outcome } from "../../client.ts";
import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Tick } from "../../look/tick.tsx";
import {
  leakNames,
  leakWords,
  reasonNames,
  reasonWords,
  requestMissing,
  requestNames,
  storyWords,
  testCostWords,
  testNames,
  testWords,
  visitNames,
  visitWords,
} from "../../words/claim-form.ts";
import { type Question, type QuestionProps, type QuestionSlug, viewOf } from "../claim/claim-question.ts";
import type { StepView, Warning } from "../claim/claim-step-view.ts";
import { addressOf } from "../page.tsx";
import { receiptsOf } from "../resolution/draft-answers.ts";
import { type Answers, textOf, textsOf } from "./answers.ts";
import { receiptStepWords } from "./claim-receipt.words.ts";
import { type StepSlug, stepTitles } from "./claim-steps.words.ts";

/**
 * Returns a step with one set of radio buttons, named `name`, whose question is the page's heading. `missing` is its
 * sentence if no button is chosen.
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

/** Returns the step of `question` with `Said` above its fields. */
function withText(question: Question, Said: FunctionComponent<Pick<QuestionProps, "answers" | "draftId">>): Question {
  return {
    ...question,
    Fields: (props) => (
      <>
        <Said answers={props.answers} draftId={props.draftId} />
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
        under={
          chosen === "yes" && (
            <Tick
              name="meterTestCost"
              label={testCostWords}
              hint={testWords.unticked}
              problem={problem}
              ticked={textsOf(answers, "meterTestCost").includes("yes")}
            />
          )
        }
      />
    </>
  );
}

/** The steps about the receipt and what happened. */
export const questions: Readonly<Record<QuestionSlug, Question>> = {
  motivo: withText(oneOf("motivo", "reason", reasonNames, reasonWords.missing), ({ answers, draftId }) => {
    const receipts = receiptsOf(answers).map(({ period, number }) => receiptStepWords.known(period, number));
    if (receipts.length === 0) return null;
    return (
      <p>
        {reasonWords.receipts(receipts.join("; "))}{" "}
        <a href={addressOf("claimStep", { draftId, step: "recibo" })}>{reasonWords.others}</a>
      </p>
    );
  }),
  fugas: withText(oneOf("fugas", "leakCheck", leakNames, leakWords.missing), () => (
    <p>
      <a href={addressOf("leaks")}>{leakWords.how}</a>
    </p>
  )),
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
  contraste: {
    Fields: MeterTest,
    check: (text) => ({ meterTest: text("meterTest") ? undefined : testWords.missing }),
  },
  visita: withText(oneOf("visita", "visitPreference", visitNames, visitWords.missing), () => <p>{visitWords.text}</p>),
  pedido: oneOf("pedido", "request", requestNames, requestMissing),
};

/**
 * Returns the warnings about the chosen receipts, once the person has said what happened to them; none where they
 * cannot be loaded, for they stop nobody.
 */
async function warned(draftId: string, answers: Answers): Promise<Outcome<readonly Warning[]>> {
  const loaded = await import("../receipt/receipt-warnings.ts").catch(() => undefined);
  return { ok: true, value: (await loaded?.receiptWarnings(draftId, answers)) ?? [] };
}

/**
 * Returns the view of a step about the receipt or what happened. Once the step `motivo` is saved, warns of a chosen
 * receipt that has an open claim already, and of one whose normal term to claim is over.
 */
export function questionView(slug: QuestionSlug): StepView {
  // The receipt is often chosen before the first step, on its own page.
  return { ...viewOf(questions[slug]), ...(slug === "motivo" && { finish: warned }) };
}
