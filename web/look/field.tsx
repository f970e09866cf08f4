import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { problemWords, waitFor } from "../words/transport-problems.ts";

/**
 * Returns the message of a problem about a field: the first whose path ends in `name`, as `claimant.email` ends in
 * `email`. Undefined if there is none.
 */
export function errorOf(problem: ClientProblem | undefined, name: string): string | undefined {
  return problem?.fields.find(({ field }) => field.split(".").at(-1) === name)?.message;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: ClientProblem | undefined;
  /** Only digits are typed: a phone shows its number pad. */
  readonly numeric?: boolean;
  /** The keyboard a phone shows, if not the one for text. */
  readonly keyboard?: "tel" | "email" | "decimal";
  /** The `autocomplete` token of the field; without it the browser offers nothing to fill in. */
  readonly fill?: string;
  /**
   * The text at first. If it is given, even empty, a phone capitalises sentences; if not, every letter, as of a code.
   */
  readonly initial?: string;
  /** The width, if not the whole column. */
  readonly size?: "short" | "tiny";
}

/** Returns the ids of a field's hint and error, for `aria-describedby`; undefined if the field has neither. */
export function describedBy(name: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
}

interface AboutFieldProps {
  readonly name: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

/**
 * Renders the hint and the error of a field, with the ids `NAME-hint` and `NAME-error`. A hint or an error that is
 * undefined is left out.
 */
export function AboutField({ name, hint, error }: AboutFieldProps) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          <span class="unseen">{problemWords.fieldPrefix} </span>
          {error}
        </p>
      )}
    </>
  );
}

/**
 * Renders a field of one line, with its label, its hint, and what `problem` says of the field `name`. The browser keeps
 * what is typed: a new `initial` does not replace it.
 */
export function TextField(props: FieldProps) {
  const { name, label, hint, problem, numeric, keyboard, fill = "off", initial, size } = props;
  const error = errorOf(problem, name);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <AboutField name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type="text"
        class={size}
        defaultValue={initial}
        inputMode={numeric ? "numeric" : (keyboard ?? "text")}
        autocomplete={fill}
        autocapitalize={numeric ? undefined : keyboard || initial !== undefined ? "sentences" : "characters"}
        spellcheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly problem: ClientProblem | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen?: string;
  readonly onChoose?: (value: string) => void;
  /** The page's heading asks the question already: the legend is only for screen readers. */
  readonly asked?: boolean;
  /** What follows right below the button of the value `chosen`. */
  readonly under?: ComponentChildren;
}

/**
 * Renders a set of radio buttons. `options` has their labels by value, and `chosen` the value marked at first. Calls
 * `onChoose` with the value of each button that is chosen. Shows what `problem` says of the field `name`.
 */
export function Choice({ name, legend, hint, problem, options, chosen, onChoose, asked, under }: ChoiceProps) {
  const error = errorOf(problem, name);
  return (
    <fieldset class={error ? "field wrong" : "field"} aria-describedby={describedBy(name, hint, error)}>
      <legend class={asked ? "unseen" : undefined}>{legend}</legend>
      <AboutField name={name} hint={hint} error={error} />
      {Object.entries(options).map(([value, label], at) => (
        <Fragment key={value}>
          <label class="radio">
            <input
              id={at === 0 ? name : undefined}
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              onChange={() => onChoose?.(value)}
            />
            <span>{label}</span>
          </label>
          {value === chosen && under}
        </Fragment>
      ))}
    </fieldset>
  );
}

interface ErrorSummaryProps {
  readonly problem: ClientProblem | undefined;
  /**
   * The address of the field `name`, where the fields are on other pages; without it the links focus the field on this
   * one.
   */
  readonly addressOf?: (name: string) => string;
  /** Sentences shown instead of the API's, by field name. */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * Shows the problem of a form: a link to each field that is wrong, or the problem's words if it names no field.
 * Whenever `problem` changes, the summary takes the focus and «Error: » is put before the page's title. Renders nothing
 * without a problem.
 */
export function ErrorSummary({ problem, instead = {}, addressOf }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!problem) return;
    box.current?.focus();
    const { title } = document;
    document.title = problemWords.titlePrefix + title;
    return () => {
      document.title = title;
    };
  }, [problem]);
  if (!problem) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{problem.fields.length > 0 ? problemWords.formTitle : problem.title}</h2>
      {problem.fields.length > 0 ? (
        <ul>
          {problem.fields.map(({ field, message }) => {
            const name = field.split(".").at(-1) ?? field;
            return (
              <li key={field + message}>
                <a
                  href={addressOf?.(name) ?? `#${name}`}
                  onClick={addressOf ? undefined : (event) => focusField(event, name)}
                >
                  {instead[name] ?? message}
                </a>
              </li>
            );
          })}
        </ul>
      ) : (
        <p>{problem.detail}</p>
      )}
      {problem.retryAfterSeconds !== undefined && <p>{waitFor(problem.retryAfterSeconds)}</p>}
    </div>
  );
}

function focusField(event: Event, name: string): void {
  event.preventDefault();
  document.getElementById(name)?.focus();
}

interface SubmitProps {
  readonly busy: boolean;
  /** Not green, because something else on the page comes first. */
  readonly plain?: boolean;
  readonly children: ComponentChildren;
}

/**
 * Renders the button that submits a form. It is green unless `plain`; a page has only one green button. While `busy`,
 * it is marked as busy but can still be pressed.
 */
export function Submit({ busy, plain, children }: SubmitProps) {
  return (
    <button type="submit" class={plain ? "button plain" : "button"} aria-busy={busy || undefined}>
      {children}
    </button>
  );
}
