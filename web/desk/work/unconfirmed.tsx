import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useAnswer } from "../../look/asking.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { date, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { Waiting } from "../page.tsx";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";
import { ClaimOutcomes, ClaimsBatch, ClaimsTable } from "./claims-batch.tsx";
import { settlers, useOwnRoles } from "./roles.ts";
import { unconfirmedWords as words } from "./unconfirmed.words.ts";

type Row = AnswerOf<Routes["listUnconfirmed"]>["claims"][number];
type Outcome = AnswerOf<Routes["settleUnconfirmed"]>["outcomes"][number];

interface Done {
  readonly outcomes: readonly Outcome[];
  readonly codes: ReadonlyMap<string, string>;
}

/**
 * Renders the claims whose contact nobody confirmed, the one whose hold is to be decided first at the top. For operator
 * and analyst it is the form that records one act in the chosen ones: refused if none is chosen, no act, or nothing is
 * said. Then shows what happened with each, and asks for the list again.
 */
export function Unconfirmed() {
  const { answer, again } = useAnswer(() => api.listUnconfirmed(), "");
  const [done, setDone] = useState<Done>();
  const mayAct = useOwnRoles().some((role) => settlers.includes(role));
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { claims, most, more } = answer.value;
  const table = { caption: words.caption, columns: words.columns, rows: claims, cells };
  return (
    <section>
      {done && <ClaimOutcomes title={words.result} {...done} words={words.outcome} />}
      <p role="status">{claims.length === 0 ? words.none : words.count(claims.length)}</p>
      {claims.length > 0 &&
        (mayAct ? (
          <ClaimsBatch
            {...table}
            words={words}
            asked={(typed) => {
              const act = chosenOf(words.acts, typed("act"));
              const says = textOf(typed("says"));
              if (!act) return fieldProblem("act", words.actMissing);
              return says ? { ok: true, value: { act, says } } : fieldProblem("says", words.saysMissing);
            }}
            send={(chosen, asked, key) => api.settleUnconfirmed({ key, body: { claims: chosen, ...asked } })}
            done={(outcomes) => {
              setDone({ outcomes, codes: new Map(claims.map(({ claimId, code }) => [claimId, code])) });
              again();
            }}
          >
            {(problem) => (
              <>
                <Choice name="act" legend={words.act} options={words.acts} problem={problem} />
                <TextField name="says" label={words.says} problem={problem} />
                <p class="hint">{words.rule}</p>
              </>
            )}
          </ClaimsBatch>
        ) : (
          <ClaimsTable {...table} />
        ))}
      {more && <p>{words.more(most)}</p>}
    </section>
  );
}

const cells = (row: Row) => (
  <>
    <td>{date(row.holdBy)}</td>
    <td>{row.claimantName}</td>
    <td>{row.supplyCode}</td>
    <td>{instant(row.filedAt)}</td>
  </>
);
