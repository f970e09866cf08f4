import { useRef, useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { useAnswer, useFocus, useSending } from "../look/asking.ts";
import { DaysLight, Meta } from "../look/days-owed.tsx";
import { errorOf, Submit } from "../look/field.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { dayWords } from "../words/days-owed.ts";
import { toDispatchWords as words } from "../words/desk-to-dispatch.ts";
import { Refused } from "./act-problem.tsx";
import { api } from "./api.ts";
import { newBatchWrite, sentWhole } from "./batch-sending.ts";
import { addressOf, Waiting } from "./page.tsx";
import { useOwnRoles } from "./roles.ts";
import { fieldProblem } from "./typed.ts";

type Listed = AnswerOf<Routes["listToDispatch"]>;
type Row = Listed["claims"][number];
type Outcome = AnswerOf<Routes["dispatchNotices"]>["outcomes"][number];

/**
 * Renders the signed resolutions to dispatch, the one that silence grants first at the top. For a clerk it is the form
 * that dispatches the chosen ones with one act: refused if none is chosen. Then shows what happened with each claim,
 * and asks for the list again.
 */
export function ToDispatch() {
  const { answer, again } = useAnswer(() => api.listToDispatch(), "");
  const [done, setDone] = useState<Done>();
  const isSender = useOwnRoles().includes("clerk");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { claims, most, more } = answer.value;
  return (
    <section>
      {done && <Outcomes done={done} />}
      <p role="status">{claims.length === 0 ? words.none : words.count(claims.length)}</p>
      {claims.length > 0 &&
        (isSender ? (
          <Batch
            rows={claims}
            done={(outcomes) => {
              setDone({ outcomes, codes: new Map(claims.map(({ claimId, code }) => [claimId, code])) });
              again();
            }}
          />
        ) : (
          <Table rows={claims} />
        ))}
      {more && <p>{words.more(most)}</p>}
    </section>
  );
}

interface BatchProps {
  readonly rows: readonly Row[];
  readonly done: (outcomes: readonly Outcome[]) => void;
}

function Batch({ rows, done }: BatchProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const write = useRef(newBatchWrite());
  const picked = rows.filter(({ claimId }) => chosen.has(claimId));
  const { problem, busy, onSubmit } = useSending(
    async () => {
      if (picked.length === 0) return fieldProblem("claims", words.noneChosen);
      const body = { claims: picked.map(({ claimId, version }) => ({ claimId, version })) };
      return sentWhole(write.current, body, picked.length, (key) => api.dispatchNotices({ key, body }));
    },
    ({ outcomes }) => {
      setChosen(new Set());
      done(outcomes);
    },
  );
  const error = errorOf(problem, "claims");
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <Refused problem={problem} />
      <p>
        <button
          type="button"
          class="button plain"
          onClick={() => setChosen(new Set(picked.length > 0 ? [] : rows.map(({ claimId }) => claimId)))}
        >
          {picked.length > 0 ? words.chooseNone : words.chooseAll(rows.length)}
        </button>
      </p>
      <div class={error ? "field wrong" : "field"} id="claims" tabIndex={-1}>
        {error && <p class="error">{error}</p>}
        <Table
          rows={rows}
          tick={({ claimId, code }) => (
            <label class="choose">
              <input
                type="checkbox"
                name="chosen"
                value={claimId}
                checked={chosen.has(claimId)}
                aria-label={words.choose(code)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen((before) =>
                    checked ? new Set([...before, claimId]) : new Set([...before].filter((one) => one !== claimId)),
                  )
                }
              />
            </label>
          )}
        />
      </div>
      <p role="status">{words.chosen(picked.length)}</p>
      <p class="hint">{words.rule}</p>
      <Submit busy={busy}>{words.send(picked.length)}</Submit>
    </form>
  );
}

interface TableProps {
  readonly rows: readonly Row[];
  /** The checkbox of a row, for who may dispatch. */
  readonly tick?: (row: Row) => preact.JSX.Element;
}

function Table({ rows, tick }: TableProps) {
  const { choose, ...columns } = words.columns;
  return (
    <ScrollTable caption={words.caption} columns={[...(tick ? [choose] : []), ...Object.values(columns)]}>
      {rows.map((row) => (
        <tr key={row.claimId}>
          {tick && <td>{tick(row)}</td>}
          <th scope="row">
            <a href={addressOf("case", { claimId: row.claimId })}>{row.code}</a>
          </th>
          <td>
            {dayWords(row.days)} <DaysLight days={row.days} /> <Meta days={row.days} />
          </td>
          <td>{row.claimantName}</td>
          <td>{words.reasons[row.reason]}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}

interface Done {
  readonly outcomes: readonly Outcome[];
  /** The code of each claim that was chosen. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What happened with each claim; those that were not dispatched come first. */
function Outcomes({ done: { outcomes, codes } }: { readonly done: Done }) {
  const title = useFocus<HTMLHeadingElement>(outcomes);
  const failed = outcomes.filter(({ outcome }) => outcome === "refused" || outcome === "left");
  const others = outcomes.filter((one) => !failed.includes(one));
  return (
    <div class={failed.length === 0 ? "notice good" : "notice bad"}>
      <h2 tabIndex={-1} ref={title}>
        {words.result}
      </h2>
      <ul>
        {[...failed, ...others].map((one) => (
          <li key={one.claimId}>
            <a href={addressOf("case", { claimId: one.claimId })}>{codes.get(one.claimId)}</a>: {words.outcome(one)}
          </li>
        ))}
      </ul>
      {outcomes.some(({ outcome, channel }) => outcome === "dispatched" && channel === "personal") && (
        <p>
          <a href={addressOf("toHandOver")}>{words.sheets}</a>
        </p>
      )}
    </div>
  );
}
