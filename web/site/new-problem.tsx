import { useLocation } from "preact-iso";
import { formProblem, transportProblem } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { ProblemFields, problemOf } from "../look/problem-fields.tsx";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { problemWords, siteProblemWords } from "../words/problem.ts";
import { profileWords } from "../words/profile.ts";
import { supplyName } from "../words/supply-name.ts";
import { api } from "./api.ts";
import { useKnownPerson } from "./own-profile.ts";
import { addressOf } from "./page.tsx";
import { SignInAgain, Waiting } from "./signed-in.tsx";

/** The form that asks for a solution of a problem of a linked supply; without a linked supply, the link to link one. */
export function NewProblem() {
  const { route } = useLocation();
  const { answer, again } = useAnswer(() => api.listSupplies(), "");
  const known = useKnownPerson();
  const { form, keep, drop } = useKeptForm(sessionStorage, "caudal.problem");
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const said = problemOf(typed);
      const wrong = formProblem({
        linkId: typed("linkId") ? undefined : problemWords.choose,
        group: said ? undefined : problemWords.choose,
      });
      if (!said || wrong) return { ok: false, problem: wrong ?? transportProblem("refused").problem };
      return api.fileProblem({ body: { ...said, linkId: typed("linkId") }, key: writeKeyOf(typed) });
    },
    ({ problemId }) => {
      drop();
      route(addressOf("problem", { problemId }));
    },
  );
  if (!answer?.ok || !known) return <Waiting answer={answer?.ok ? undefined : answer} again={again} />;
  const { supplies } = answer.value;
  if (supplies.length === 0)
    return (
      <p>
        <a class="button" href={addressOf("supplies")}>
          {siteProblemWords.link}
        </a>
      </p>
    );
  return (
    <section>
      <h2>{siteProblemWords.form}</h2>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="linkId"
          legend={siteProblemWords.which}
          options={Object.fromEntries(supplies.map(({ linkId, supplyCode }) => [linkId, supplyName(supplyCode)]))}
          chosen={supplies.length === 1 ? (supplies[0]?.linkId ?? "") : ""}
          problem={problem}
        />
        <ProblemFields problem={problem} known={known}>
          {known.document && <p>{profileWords.filled}</p>}
          <Loaded load={() => import("../look/privacy-notice.tsx")} about="privacy" aside>
            {({ PrivacyNotice }) => <PrivacyNotice />}
          </Loaded>
          <Submit busy={busy}>{siteProblemWords.send}</Submit>
        </ProblemFields>
      </form>
    </section>
  );
}
