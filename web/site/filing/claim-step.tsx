import { useRef, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { sitePages } from "../../paths.ts";
import type { StepView, Warning } from "../claim/claim-step-view.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { type Answers, isOfAccount } from "./answers.ts";
import { askedSteps } from "./asked-steps.ts";
import { type StepSlug, stepTitles, stepWords } from "./claim-steps.words.ts";
import { heldAnswers, keepAnswers, saveDraft } from "./draft.ts";
import { DraftStrip } from "./draft-strip.tsx";

const isStep = (slug: string): slug is StepSlug => slug in stepTitles;

/**
 * Renders one step of a draft; the address names both. The step is `recibo` if the address names none that exists. If
 * this tab does not hold the draft, opens it first, which needs a sign-in only if the draft is an account's or this
 * phone does not keep it.
 */
export function ClaimStepPage() {
  const { draftId = "", step = "" } = usePlace().params;
  const [, setOpened] = useState("");
  const slug = isStep(step) ? step : "recibo";
  if (heldAnswers(draftId)) return <Step key={`${draftId} ${slug}`} draftId={draftId} slug={slug} />;
  return (
    <>
      <Heading>{sitePages.claimStep.title}</Heading>
      <Loaded load={() => import("../claim/claim-opening.tsx")} about="opening">
        {({ ClaimOpening }) => <ClaimOpening draftId={draftId} onOpen={setOpened} />}
      </Loaded>
    </>
  );
}

/** Why the last sending of a claim was refused, so that each step shows the problems of its own fields. */
interface Refused {
  readonly draftId: string;
  readonly problem: ClientProblem;
  readonly stepOf: (field: string) => StepSlug;
}
let refused: Refused | undefined;

/**
 * Returns the part of the last refusal whose fields are answered in the step `slug`; undefined if there is none, and in
 * the review.
 */
function refusedIn(draftId: string, slug: StepSlug): ClientProblem | undefined {
  if (refused?.draftId !== draftId || slug === "revisar") return undefined;
  const { problem, stepOf } = refused;
  const fields = problem.fields.filter(({ field }) => stepOf(field.split(".").at(-1) ?? field) === slug);
  return fields.length > 0 ? { ...problem, fields } : undefined;
}

/** Returns what is typed in a form by field name: text, or a list for checkboxes, empty if none is ticked. */
function typedIn(form: HTMLFormElement): Answers {
  const data = new FormData(form);
  const typed: Record<string, Answers[string]> = {};
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) || !control.name) continue;
    const values = data.getAll(control.name).map(String);
    typed[control.name] = control.type === "checkbox" ? values : (values[0] ?? "");
  }
  return typed;
}

function loadView(slug: StepSlug): Promise<StepView> {
  if (slug === "recibo") return import("./claim-receipt-step.tsx").then(({ receiptView }) => receiptView);
  if (slug === "explicacion")
    return import("../receipt/claim-explanation.tsx").then(({ explanationView }) => explanationView);
  if (slug === "revisar") return import("./claim-review.tsx").then(({ reviewView }) => reviewView);
  if (slug === "medidor") return import("./claim-meter-step.tsx").then(({ meterView }) => meterView);
  if (slug === "archivos") return import("./claim-attachments-step.tsx").then(({ attachmentsView }) => attachmentsView);
  if (slug === "quien" || slug === "avisos" || slug === "reunion")
    return import("./claim-person-questions.tsx").then(({ personView }) => personView(slug));
  return import("./claim-questions.tsx").then(({ questionView }) => questionView(slug));
}

/** Whether a problem is that the session is over. */
const isOver = (problem: ClientProblem | undefined): boolean =>
  problem?.kind === "signed-out" || problem?.kind === "urn:caudal:wrong-token";

interface StepProps {
  readonly draftId: string;
  readonly slug: StepSlug;
}

/**
 * Renders a step, or with `?telefono` how to finish by telephone, and keeps what is typed as it is typed. On submit,
 * checks and saves the step and runs the view's `finish`. Then shows its warnings one by one or goes on: to the filed
 * claim, to the review if the address has `?cambiar`, and if not to the next step. For who finds the receipt clear,
 * says that nothing was claimed.
 */
function Step({ draftId, slug }: StepProps) {
  const { route, query } = usePlace();
  const [refusedBefore] = useState(() => refusedIn(draftId, slug));
  const [answers, setAnswers] = useState(heldAnswers(draftId) ?? {});
  const isAccounts = isOfAccount(answers);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const [clearUntil, setClearUntil] = useState<string>();
  const view = useRef<StepView>(undefined);
  const attachments = useRef<readonly SentAttachment[]>([]);
  const steps = askedSteps(answers);
  const at = steps.indexOf(slug);
  const addressOfStep = (step: StepSlug | undefined, search = "") =>
    step ? addressOf("claimStep", { draftId, step }) + search : addressOf("claimStart");
  const nextStep = (): StepSlug => {
    const asked = askedSteps(heldAnswers(draftId) ?? answers);
    return ("cambiar" in query ? undefined : asked[asked.indexOf(slug) + 1]) ?? "revisar";
  };
  const goOn = () => route(addressOfStep(nextStep()));

  const { problem, busy, onSubmit } = useSending<string | readonly Warning[]>(
    async (_, form) => {
      const typed = keepAnswers(draftId, typedIn(form));
      setAnswers(typed);
      const wrong = view.current?.check(typed, attachments.current);
      const saved = wrong ? { ok: false as const, problem: wrong } : await saveDraft(draftId);
      const finished = saved.ok ? await view.current?.finish?.(draftId, typed) : saved;
      const stepOf = view.current?.stepOf;
      refused = finished?.ok === false && stepOf ? { draftId, problem: finished.problem, stepOf } : undefined;
      return finished ?? { ok: true, value: [] };
    },
    (next) => {
      if (typeof next === "string") route(addressOf("claimFiled", { claimId: next }), true);
      else if (next.length > 0) setWarnings(next);
      else goOn();
    },
  );
  const shown = problem ?? (busy ? undefined : refusedBefore);

  const [warning, ...others] = warnings;
  if (warning || clearUntil !== undefined)
    return (
      <Loaded load={() => import("./claim-aside.tsx")} about="aside">
        {({ Warned, NotClaimed }) =>
          warning ? (
            <Warned key={warning.title} warning={warning} onGo={others.length > 0 ? () => setWarnings(others) : goOn} />
          ) : (
            <NotClaimed until={clearUntil ?? ""} isAccounts={isAccounts} />
          )
        }
      </Loaded>
    );

  if ("telefono" in query)
    return (
      <Loaded load={() => import("../counter/claim-by-telephone.tsx")} about="telephone">
        {({ ClaimByTelephone }) => <ClaimByTelephone answers={answers} back={addressOfStep(slug)} />}
      </Loaded>
    );

  const stepOf = view.current?.stepOf;
  const onAttachments = (list: readonly SentAttachment[]) => {
    attachments.current = list;
  };
  return (
    <>
      <p class="back">
        <a href={addressOfStep(steps[at - 1])}>{stepWords.back}</a>
      </p>
      <DraftStrip at={at} of={steps.length} />
      <Heading titled={stepWords.titleOf(stepTitles[slug])}>{stepTitles[slug]}</Heading>
      <ErrorSummary problem={shown} {...(stepOf && { addressOf: (name) => addressOfStep(stepOf(name), "?cambiar") })} />
      {isOver(shown) && (
        <Loaded load={() => import("../resolution/claim-signed-out.tsx")} about="signed-out" aside>
          {({ ClaimSignedOut }) => (
            <ClaimSignedOut draftId={draftId} isAccounts={isAccounts} problem={shown} onLeave={setAnswers} />
          )}
        </Loaded>
      )}
      {shown?.kind === "urn:caudal:write-key-used" && (
        <p>
          {stepWords.already} <a href={addressOf("claims")}>{sitePages.claims.title}</a>.
        </p>
      )}
      <form
        method="dialog"
        noValidate
        data-kept
        onSubmit={onSubmit}
        onInput={({ currentTarget }) => keepAnswers(draftId, typedIn(currentTarget))}
      >
        <Loaded
          load={async () => {
            view.current = await loadView(slug);
            return view.current;
          }}
          about={slug}
        >
          {({ Content, action = stepWords.next, Sending }) => (
            <>
              <Content
                draftId={draftId}
                answers={answers}
                problem={shown}
                onAttachments={onAttachments}
                addressToChange={(step) => addressOfStep(step, "?cambiar")}
                onClear={setClearUntil}
              />
              <Submit busy={busy}>{action}</Submit>
              {busy && Sending && <Sending />}
            </>
          )}
        </Loaded>
      </form>
      <Loaded load={() => import("../claim/claim-exits.tsx")} about="exits" aside>
        {({ ClaimExits }) => <ClaimExits draftId={draftId} isAccounts={isAccounts} />}
      </Loaded>
    </>
  );
}
