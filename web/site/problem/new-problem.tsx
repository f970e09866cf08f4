import { useEffect, useState } from "preact/hooks";
import { type ClientProblem, formProblem, transportProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { alsoMalformed, ProblemFields, problemMissing, problemOf } from "../../look/problem-fields.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { siteProblemWords } from "../../words/problem.ts";
import { api } from "../api.ts";
import { filledFromProfile } from "../notice/filled-from-profile.words.ts";
import { useKnownPerson } from "../notice/own-profile.ts";
import { addressOf } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignInAgain, Waiting } from "../signed-in.tsx";
import { supplyName } from "../supply/supply-name.words.ts";

const formKey = "caudal.problem";
/** The page that links a supply, which comes back here. */
const linkAndBack = `${addressOf("supplies")}?para=problema`;
const loadPhotos = () => import("./problem-photos.tsx");

interface NewProblemProps {
  /** Called once the supplies are known, or cannot be known now. */
  readonly onAnswer: () => void;
}

/**
 * Renders the form that reports a problem with the service at a linked supply, filled in with what the account knows of
 * the person. Without a linked supply, has only the link to the page that links one, from which one comes back here.
 * Nothing is sent while a photo is on its way, waits on this phone or did not arrive. Once filed, goes to the page of
 * the request.
 */
export function NewProblem({ onAnswer }: NewProblemProps) {
  const { route } = usePlace();
  const { answer, again } = useAnswer(() => api.listSupplies(), "");
  // Later than the supplies, without which there is no form: what is not needed at once does not delay what is.
  const known = useKnownPerson(answer?.ok === true);
  useEffect(() => {
    if (answer) onAnswer();
  }, [answer, onAnswer]);
  const kept = useKeptForm(sessionStorage, formKey);
  const drop = () =>
    loadPhotos()
      .then(({ forgetPhotos }) => forgetPhotos(formKey))
      .catch(() => undefined)
      .then(kept.drop);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles(
    async (typed, uploadIds) => {
      const said = problemOf(typed);
      const wrong = formProblem({
        linkId: typed("linkId") ? undefined : siteProblemWords.whichMissing,
        ...problemMissing(typed),
      });
      if (wrong) return { ok: false, problem: await alsoMalformed(wrong, typed) };
      if (!said) return transportProblem("refused");
      const body = { ...said, linkId: typed("linkId"), uploadIds };
      return api.fileProblem({ body, key: writeKeyOf(typed) });
    },
    async ({ problemId }) => {
      // First, since who leaves the page then would find the photos in the next form.
      await drop();
      route(addressOf("problem", { problemId }));
    },
  );
  const [over, setOver] = useState<ClientProblem>();
  const shown = problem === over ? undefined : problem;
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { supplies } = answer.value;
  if (supplies.length === 0)
    return (
      <p>
        <a class="button" href={linkAndBack}>
          {siteProblemWords.link}
        </a>
      </p>
    );
  return (
    <section>
      <h2>{siteProblemWords.form}</h2>
      <KeptNote of={formKey} before={kept.before} drop={drop} />
      <ErrorSummary problem={shown} />
      <SignInAgain problem={shown} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="linkId"
          legend={siteProblemWords.which}
          options={Object.fromEntries(supplies.map(({ linkId, supplyCode }) => [linkId, supplyName(supplyCode)]))}
          chosen={supplies.length === 1 ? (supplies[0]?.linkId ?? "") : ""}
          problem={shown}
        />
        <p>
          <a href={linkAndBack}>{siteProblemWords.another}</a>
        </p>
        <ProblemFields
          problem={shown}
          known={known ?? null}
          isOwn
          onAdvice={() => setOver(problem)}
          photos={
            <Loaded load={loadPhotos} about="photos">
              {({ ProblemPhotos }) => <ProblemPhotos form={formKey} problem={shown} onChange={onFiles} />}
            </Loaded>
          }
        >
          {known?.document && <p>{filledFromProfile}</p>}
          <Loaded load={() => import("../../look/privacy-notice.tsx")} about="privacy" aside>
            {({ PrivacyNotice }) => <PrivacyNotice />}
          </Loaded>
          <Submit busy={busy}>{siteProblemWords.send}</Submit>
        </ProblemFields>
      </form>
    </section>
  );
}
