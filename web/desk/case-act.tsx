import { useRef, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { useSending } from "../look/asking.ts";
import { Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { sendingProblem, uploadIdsOf } from "../look/papers.tsx";
import type { SentPaper } from "../look/send-paper.ts";
import { type Act, actWords } from "../words/desk-acts.ts";
import { admission, copy, observation, returned } from "./act-admission.tsx";
import { delivery, dispatch } from "./act-delivery.tsx";
import { elevation, execution, tribunal, withdrawal } from "./act-ending.tsx";
import type { ActForm } from "./act-form.ts";
import { hearing, offer } from "./act-hearing.tsx";
import { ActPage } from "./act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "./act-problem.tsx";

/** What is recorded with a form: all but the draft of a resolution and its signature, which have pages of their own. */
const forms: Readonly<Record<Exclude<Act, "resolucion" | "firma">, ActForm>> = {
  admision: admission,
  observacion: observation,
  copia: copy,
  propuesta: offer,
  audiencia: hearing,
  devolucion: returned,
  notificacion: dispatch,
  entrega: delivery,
  elevacion: elevation,
  tribunal,
  cumplimiento: execution,
  desistimiento: withdrawal,
};
const isForm = (act: string): act is keyof typeof forms => Object.hasOwn(forms, act);

/** An act with its form, and back to the case once it is recorded. */
export function CaseActPage() {
  const { act = "" } = useRoute().params;
  return <ActPage act={isForm(act) ? act : undefined} Shown={Recording} />;
}

function Recording({ act, file, again }: OpenedActProps) {
  const form = isForm(act) && forms[act];
  return form ? <Filled {...{ act, file, again, form }} /> : null;
}

interface FilledProps extends OpenedActProps {
  readonly form: ActForm;
}

function Filled({ act, file, again, form: { Fields, send } }: FilledProps) {
  const { claimId, version } = file;
  const { route } = useLocation();
  const [key] = useState(() => crypto.randomUUID());
  const kept = useKeptForm(sessionStorage, `caudal.act.${claimId}.${act}`);
  const papers = useRef<readonly SentPaper[]>([]);
  const { problem, busy, onSubmit } = useSending(
    async (typed, form) => {
      const unsent = sendingProblem(papers.current);
      if (unsent) return { ok: false, problem: unsent };
      const write = { params: { claimId }, version, key };
      const outcome = await send({ file, write, typed, form, uploadIds: uploadIdsOf(papers.current) });
      if (!outcome.ok && outcome.problem.kind === "urn:caudal:version-stale") again();
      return outcome;
    },
    () => {
      kept.drop();
      route(doneAddress(claimId, act));
    },
  );
  return (
    <>
      <ActProblem problem={problem} file={file} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <Fields
          file={file}
          problem={problem}
          onPapers={(now) => {
            papers.current = now;
          }}
        />
        <Submit busy={busy}>{actWords[act].send}</Submit>
      </form>
    </>
  );
}
