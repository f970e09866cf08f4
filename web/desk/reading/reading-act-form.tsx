import type { ComponentChildren } from "preact";
import type { AnswerOf, ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { Outcome } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { SignInAgain } from "../page.tsx";
import { readingWords } from "./readings.words.ts";

export type Reading = AnswerOf<Routes["showReading"]>;
type Act = ClientRequestOf<Routes["recordReading"]>["body"]["act"];

export interface ActsProps {
  readonly reading: Reading;
  readonly onDone: (reading: Reading) => void;
  /** Somebody just asked for this form: its title gets the focus. */
  readonly asked?: boolean | undefined;
  /** Goes back to the form of what is next; absent on that form. */
  readonly onBack?: (() => void) | undefined;
}

/** Sends an act made of what was typed; the act is the problem of a field where something is missing. */
export function useAct(
  { reading, onDone }: ActsProps,
  actOf: (typed: (name: string) => string) => Act | Outcome<never>,
) {
  return useSending(async (typed): Promise<Outcome<Reading>> => {
    const act = actOf(typed);
    if ("ok" in act) return act;
    const { readingId, version } = reading;
    return api.recordReading({ params: { readingId }, body: { act }, version, key: writeKeyOf(typed) });
  }, onDone);
}

interface ActFormProps extends ReturnType<typeof useAct>, Pick<ActsProps, "asked" | "onBack"> {
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

const focus = (heading: HTMLElement | null): void => heading?.focus();

/** Renders the form of an act on a reading, with a button that goes back to what is next, if it stands in its place. */
export function ActForm({ title, text, asked, onBack, problem, busy, onSubmit, children }: ActFormProps) {
  return (
    <section>
      <h2 tabIndex={-1} ref={asked ? focus : null}>
        {title}
      </h2>
      <p>{text}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <WriteKey />
        {children}
        <Submit busy={busy}>{readingWords.send}</Submit>
        {onBack && (
          <p>
            <button type="button" class="button plain" onClick={onBack}>
              {readingWords.goBack}
            </button>
          </p>
        )}
      </form>
    </section>
  );
}
