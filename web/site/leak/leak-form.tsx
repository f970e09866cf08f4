import { formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { keepLeakCheck, type LeakCheck, leakCheckOf } from "./leak-check.ts";
import { leakFormWords } from "./leak-form.words.ts";

interface LeakFormProps {
  readonly onDone: (check: LeakCheck) => void;
}

/**
 * Renders the form that takes what a check for leaks found. What is typed is kept in localStorage until it is
 * submitted. If it is right, keeps the check on this device and calls `onDone`; nothing is sent.
 */
export function LeakForm({ onDone }: LeakFormProps) {
  // Between the two readings an hour passes, in which a phone may close the page.
  const { form, keep, drop } = useKeptForm(localStorage, "caudal.leak-steps");
  const { problem, busy, onSubmit } = useSending<LeakCheck>(
    async (typed) => {
      const check = leakCheckOf(typed);
      if (!("wrong" in check)) return { ok: true, value: check };
      const { wrong } = check;
      const name = wrong === "less" ? "after" : wrong === "nothing" ? "before" : wrong;
      const found = formProblem({ [name]: leakFormWords.wrong[wrong] });
      if (!found) throw new Error("a wrong field without its sentence");
      return { ok: false, problem: found };
    },
    (check) => {
      drop();
      keepLeakCheck(check);
      onDone(check);
    },
  );
  return (
    <section>
      <h2>{leakFormWords.title}</h2>
      <ErrorSummary problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={onSubmit}>
        {(["before", "after"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={leakFormWords[name]}
            hint={leakFormWords.readingHint}
            numeric
            size="short"
            problem={problem}
          />
        ))}
        <Choice
          name="toilet"
          legend={leakFormWords.bowlQuestion}
          options={leakFormWords.bowlOptions}
          problem={problem}
        />
        <Submit busy={busy}>{leakFormWords.save}</Submit>
      </form>
    </section>
  );
}
