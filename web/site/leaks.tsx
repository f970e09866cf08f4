import { useEffect, useState } from "preact/hooks";
import { formProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { sitePages } from "../paths.ts";
import { leakCheckWords } from "../words/leaks.ts";
import { keepLeakCheck, keptLeakCheck, type LeakCheck, leakCheckOf } from "./leak-check.ts";
import { Heading } from "./page.tsx";

/** Three steps to look for leaks at home. The result is kept on this device, and can be added to an open claim. */
export function LeaksPage() {
  const [check, setCheck] = useState<LeakCheck>();
  // The first render must be as the page was prerendered.
  useEffect(() => setCheck(keptLeakCheck()), []);
  if (!check) return <Steps onDone={setCheck} />;
  return (
    <Loaded load={() => import("./leak-result.tsx")} about="result">
      {({ LeakResult }) => <LeakResult check={check} onAgain={() => setCheck(undefined)} />}
    </Loaded>
  );
}

interface StepsProps {
  readonly onDone: (check: LeakCheck) => void;
}

function Steps({ onDone }: StepsProps) {
  // Between the two readings an hour passes, in which a phone may close the page.
  const { form, keep, drop } = useKeptForm(
    typeof document === "undefined" ? undefined : localStorage,
    "caudal.leak-steps",
  );
  const { problem, busy, onSubmit } = useSending<LeakCheck>(
    async (typed) => {
      const check = leakCheckOf(typed);
      if (!("wrong" in check)) return { ok: true, value: check };
      const { wrong } = check;
      const field = wrong === "less" ? "after" : wrong === "nothing" ? "before" : wrong;
      const found = formProblem({ [field]: leakCheckWords.wrong[wrong] });
      return found ? { ok: false, problem: found } : { ok: true, value: { at: 0 } };
    },
    (check) => {
      drop();
      keepLeakCheck(check);
      onDone(check);
    },
  );
  const reading = (name: "before" | "after") => (
    <TextField
      name={name}
      label={leakCheckWords[name]}
      hint={leakCheckWords.readingHint}
      numeric
      size="short"
      problem={problem}
    />
  );
  return (
    <>
      <Heading>{sitePages.leaks.title}</Heading>
      <p class="lede">{leakCheckWords.lede}</p>
      <p>{leakCheckWords.optional}</p>
      <ErrorSummary problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={onSubmit}>
        <h2>{leakCheckWords.close}</h2>
        <Drawing of="ClosedTap" />
        <p>{leakCheckWords.closeText}</p>
        <Drawing of="Meter" />
        {reading("before")}
        <h2>{leakCheckWords.wait}</h2>
        <Drawing of="OneHour" />
        <p>{leakCheckWords.waitText}</p>
        {reading("after")}
        <h2>{leakCheckWords.bowl}</h2>
        <Drawing of="ColouredToilet" />
        <p>{leakCheckWords.bowlText}</p>
        <Choice
          name="toilet"
          legend={leakCheckWords.bowlQuestion}
          options={leakCheckWords.bowlOptions}
          problem={problem}
        />
        <Submit busy={busy}>{leakCheckWords.save}</Submit>
      </form>
    </>
  );
}

interface DrawingProps {
  readonly of: keyof typeof import("./leak-drawings.tsx").drawings;
}

/** A drawing of a step, in room kept for it: the step is whole without it. */
function Drawing({ of }: DrawingProps) {
  return (
    <div class="drawing">
      <Loaded load={() => import("./leak-drawings.tsx")} about="drawings" aside>
        {({ drawings }) => {
          const Shown = drawings[of];
          return <Shown />;
        }}
      </Loaded>
    </div>
  );
}
