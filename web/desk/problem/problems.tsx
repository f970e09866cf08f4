import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiNow } from "../../api-clock.ts";
import { type ClientProblem, formProblem, transportProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useFocus } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import { Notice } from "../../look/notice.tsx";
import { alsoMalformed, ProblemFields, problemMissing, problemOf } from "../../look/problem-fields.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { instant } from "../../words/format.ts";
import { problemWords } from "../../words/problem.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { staffCounter } from "../case/act-form.ts";
import { aloudWords } from "../counter/aloud.words.ts";
import { callFormKey } from "../counter/call.ts";
import { ReadAloud } from "../counter/read-aloud.tsx";
import { TypedReadBack } from "../counter/typed-read-back.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import { deskProblemWords } from "./problem.words.ts";

type Request = AnswerOf<Routes["listDeskProblems"]>["problems"][number];

/**
 * Renders the requests for attention that wait for the office, page by page, by the end of their time, the earliest
 * first. Operators and clerks also get the form that files a request for a person who calls or comes; `?suministro=`
 * fills in the supply. What is typed is kept in the tab, for that supply until the call ends. Without a session, asks
 * to sign in.
 */
export function ProblemsPage() {
  return (
    <>
      <Heading>{deskPages.problems.title}</Heading>
      <StaffOnly>
        <Problems />
      </StaffOnly>
    </>
  );
}

/** Whether the time to solve a request is over. */
const isOver = (until: string | undefined): boolean => until !== undefined && Date.parse(until) < apiNow();

/** Orders requests by the end of their time, the earliest first; those without one come last, in their order. */
function byTerm({ until: one = "9" }: Request, { until: other = "9" }: Request): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function Problems() {
  const roles = useOwnRoles();
  const { suministro: supplyCode = "" } = useRoute().query;
  const [filed, setFiled] = useState<Request>();
  const [emptied, setEmptied] = useState(0);
  const { answer, again, pages, next } = usePages((from) => api.listDeskProblems({ query: from }), "");
  // The form stands below the list; the code that is read to the person, above it.
  const said = useFocus<HTMLDivElement>(filed);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const listed = pages.flatMap((page) => page.problems).filter(({ problemId }) => problemId !== filed?.problemId);
  const shown = (filed ? [...listed, filed] : listed).toSorted(byTerm);
  return (
    <>
      {filed && (
        <div tabIndex={-1} ref={said}>
          <Notice tone="good">
            <p>{deskProblemWords.filed(filed.code)}</p>
          </Notice>
        </div>
      )}
      {shown.length === 0 ? (
        <p>{deskProblemWords.empty}</p>
      ) : (
        <ScrollTable caption={deskProblemWords.count} columns={Object.values(deskProblemWords.columns)}>
          {shown.map(({ problemId, code, until, problemType, applicant, filedAt, state }) => (
            <tr key={problemId}>
              <th scope="row">
                <a href={addressOf("problem", { problemId })}>{code}</a>
              </th>
              <td>
                {until === undefined ? deskProblemWords.noTime : instant(until)}{" "}
                {isOver(until) && <span class="light overdue">{deskProblemWords.late}</span>}
              </td>
              <td>{claimTypeNames[problemType]}</td>
              <td>{applicant.name}</td>
              <td>{instant(filedAt)}</td>
              <td>{deskProblemWords.states[state]}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <More {...next} />
      {roles.some((role) => role === "operator" || role === "clerk") && (
        <FileForPerson
          key={`${filed?.problemId} ${supplyCode} ${emptied}`}
          supplyCode={supplyCode}
          onFiled={setFiled}
          onEmptied={() => setEmptied(emptied + 1)}
        />
      )}
    </>
  );
}

interface FileForPersonProps {
  /** The supply that the address names; empty if it names none. */
  readonly supplyCode: string;
  readonly onFiled: (filed: Request) => void;
  /** Called once what was kept of the form was erased. */
  readonly onEmptied: () => void;
}

function FileForPerson({ supplyCode, onFiled, onEmptied }: FileForPersonProps) {
  // What was begun for another caller must not hide the supply that the address names.
  const formKey = supplyCode === "" ? "caudal.problem" : callFormKey(supplyCode, "problem");
  const kept = useKeptForm(sessionStorage, formKey);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles(
    async (typed, uploadIds) => {
      const channel = chosenOf(deskProblemWords.channels, typed("channel"));
      const requested = problemOf(typed);
      const wrong = formProblem({
        supplyCode: typed("supplyCode").trim() ? undefined : deskProblemWords.supplyCodeMissing,
        channel: channel ? undefined : deskProblemWords.channelMissing,
        ...problemMissing(typed),
      });
      if (wrong) return { ok: false, problem: await alsoMalformed(wrong, typed) };
      if (!channel || !requested) return transportProblem("refused");
      const body = { ...requested, supplyCode: typed("supplyCode"), channel, uploadIds };
      // The problem of another supply is another one, even while it is not known whether the first one arrived.
      const key = `${writeKeyOf(typed)}-${body.supplyCode.replace(/\W/g, "").slice(-20)}`;
      return api.takeProblem({ body, key });
    },
    (filed) => {
      kept.drop();
      onFiled(filed);
    },
  );
  const [over, setOver] = useState<ClientProblem>();
  const shown = problem === over ? undefined : problem;
  return (
    <section>
      <h2>{deskProblemWords.file}</h2>
      <ReadAloud>{aloudWords.problem}</ReadAloud>
      <KeptNote of={formKey} before={kept.before} drop={kept.drop} onEmptied={onEmptied} />
      <ErrorSummary problem={shown} />
      <SignInAgain problem={shown} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <TextField
          name="supplyCode"
          label={deskProblemWords.supplyCode}
          initial={supplyCode}
          numeric
          size="short"
          problem={shown}
        />
        <Choice name="channel" legend={deskProblemWords.channel} options={deskProblemWords.channels} problem={shown} />
        <ProblemFields
          problem={shown}
          onAdvice={() => setOver(problem)}
          photos={
            <Attachments
              counter={staffCounter}
              keptWith={formKey}
              max={5}
              label={problemWords.photos}
              problem={shown}
              onChange={onFiles}
            />
          }
        >
          <TypedReadBack />
          <Submit busy={busy}>{deskProblemWords.fileSend}</Submit>
        </ProblemFields>
      </form>
    </section>
  );
}
