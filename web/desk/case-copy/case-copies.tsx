import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem } from "../../client.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { CopyState } from "../../look/copy-state.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice, ProblemNotice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { useWatch } from "../../look/watched.ts";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { copyWords } from "../../words/case-copies.ts";
import { instant } from "../../words/format.ts";
import { api, signInAgain } from "../api.ts";
import { Download } from "../download.tsx";
import { DeskProblem, Waiting } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { caseFileWords } from "./case-file.words.ts";

/** The copies of a case, its pieces, and what the caller may do with them. */
type CaseCopies = AnswerOf<Routes["showCaseFile"]>;
type Kind = keyof typeof caseFileWords.kinds;
const isKind = (kind: string): kind is Kind => kind in caseFileWords.kinds;
const kinds = Object.keys(caseFileWords.kinds).filter(isKind);

/**
 * Renders the copies of a case file, one for each reader, with their states and downloads. If the caller may, buttons
 * order a copy, and a form records the handing over of the claimant's copy. The index of pieces follows and, if the
 * caller may decide it, the form for whether a copy includes pieces about other people. While a copy is being made,
 * asks the API again and again.
 */
export function CaseCopies({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.showCaseFile({ params: { claimId } }), claimId);
  const underWay = answer?.ok ? answer.value.copies.some(({ state }) => state === "making") : false;
  useWatch(underWay, again, answer);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const file = answer.value;
  return (
    <>
      <section>
        <h2>{caseFileWords.copies}</h2>
        <p>{caseFileWords.lede}</p>
        {kinds.map((kind) => (
          <Copies key={kind} file={file} kind={kind} again={again} />
        ))}
      </section>
      <Index file={file} />
      {file.mayDecide && file.pieces.some(({ access }) => access.length > 0) && <Decide file={file} again={again} />}
    </>
  );
}

interface FileProps {
  readonly file: CaseCopies;
  readonly again: () => void;
}

function Copies({ file, kind, again }: FileProps & { readonly kind: Kind }) {
  const { claimId, version, copies, mayOrder, mayHandOver } = file;
  const [problem, setProblem] = useState<ClientProblem>();
  const copy = copies.find((one) => one.copy === kind);
  const { title, text } = caseFileWords.kinds[kind];
  const order = async () => {
    const ordered = await api.orderCaseFile({ params: { claimId }, body: { copy: kind } });
    setProblem(ordered.ok ? undefined : ordered.problem);
    again();
  };
  return (
    <section class="card">
      <h3>{title}</h3>
      <p>{text}</p>
      {copy && (
        <CopyState
          copy={copy}
          button={(name, label) => (
            <Download
              of={`${label}, ${title}`}
              ask={() => api.downloadCaseFile({ params: { claimId, copyId: copy.copyId, name } })}
            >
              {copyWords.download}
            </Download>
          )}
        />
      )}
      {mayHandOver && kind === "handed-over" && copy?.state === "done" && (
        <Loaded load={() => import("./copy-handover.tsx")} about="handover">
          {({ CopyHandover }) => (
            <CopyHandover claimId={claimId} version={version} copyId={copy.copyId} again={again} />
          )}
        </Loaded>
      )}
      {problem && <DeskProblem problem={problem} />}
      {mayOrder && copy?.state !== "making" && (
        <button type="button" class="button plain" onClick={order}>
          {copy ? caseFileWords.orderAgain : caseFileWords.order}
          <span class="unseen"> {title}</span>
        </button>
      )}
    </section>
  );
}

function Index({ file: { pieces } }: Pick<FileProps, "file">) {
  return (
    <section>
      <h2>{caseFileWords.index}</h2>
      <ScrollTable caption={caseFileWords.index} columns={caseFileWords.columns}>
        {pieces.map(({ piece, seq, title, at, sha256, folios, access }) => (
          <tr key={piece}>
            <td class="figure">{piece}</td>
            <td>{folios ? copyWords.folios(folios) : caseFileWords.noFolios}</td>
            <th scope="row">
              {title} <span class="hint">asiento {seq}</span>
            </th>
            <td>{instant(at)}</td>
            <td class="fingerprint">{sha256 ?? ""}</td>
            <td>
              {access.map(({ copy, state }) => (
                <span class="hint" key={copy}>
                  {caseFileWords.readers[copy]}: {stateWord(state)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}

const stateWord = (state: string): string =>
  Object.entries(caseFileWords.states).find(([name]) => name === state)?.[1] ?? state;

/** Decides whether a copy includes the pieces about other people that an entry brought, with a reason. */
function Decide({ file: { claimId, version }, again }: FileProps) {
  const [saved, setSaved] = useState(false);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const copy = chosenOf(caseFileWords.readers, typed("copy"));
      if (!copy) return fieldProblem("copy", caseFileWords.copy);
      const open = chosenOf(caseFileWords.opens, typed("open"));
      if (!open) return fieldProblem("open", caseFileWords.open);
      const body = { seq: Number(typed("seq")), copy, open: open === "yes", reason: typed("reason") };
      return api.decideAccess({ params: { claimId }, version, key: writeKeyOf(typed), body });
    },
    (_, form) => {
      form.reset();
      setSaved(true);
      again();
    },
  );
  return (
    <section>
      <h2>{caseFileWords.decide}</h2>
      <p>{caseFileWords.decideText}</p>
      {saved && (
        <Notice tone="good">
          <p>{caseFileWords.saved}</p>
        </Notice>
      )}
      <form onSubmit={onSubmit} noValidate key={version}>
        {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} signIn={signInAgain} />}
        <WriteKey />
        <TextField
          name="seq"
          label={caseFileWords.seq}
          hint={caseFileWords.seqHint}
          numeric
          size="tiny"
          problem={problem}
        />
        <Choice name="copy" legend={caseFileWords.copy} options={caseFileWords.readers} problem={problem} />
        <Choice name="open" legend={caseFileWords.open} options={caseFileWords.opens} problem={problem} />
        <TextField name="reason" label={caseFileWords.reason} problem={problem} />
        <button type="submit" class="button" disabled={busy}>
          {caseFileWords.save}
        </button>
      </form>
    </section>
  );
}
