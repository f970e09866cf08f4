import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useAnswer } from "../../look/asking.ts";
import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { api } from "../api.ts";
import { addressOf, Waiting } from "../page.tsx";
import { ClaimOutcomes, ClaimsBatch, ClaimsTable } from "../work/claims-batch.tsx";
import { useOwnRoles } from "../work/roles.ts";
import { toDispatchWords as words } from "./to-dispatch.words.ts";

type Row = AnswerOf<Routes["listToDispatch"]>["claims"][number];
type Outcome = AnswerOf<Routes["dispatchNotices"]>["outcomes"][number];

interface Done {
  readonly outcomes: readonly Outcome[];
  readonly codes: ReadonlyMap<string, string>;
}

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
  const table = { caption: words.caption, columns: words.columns, rows: claims, cells };
  return (
    <section>
      {done && (
        <ClaimOutcomes title={words.result} {...done} words={words.outcome}>
          {done.outcomes.some(({ outcome, channel }) => outcome === "dispatched" && channel === "personal") && (
            <p>
              <a href={addressOf("toHandOver")}>{words.sheets}</a>
            </p>
          )}
        </ClaimOutcomes>
      )}
      <p role="status">{claims.length === 0 ? words.none : words.count(claims.length)}</p>
      {claims.length > 0 &&
        (isSender ? (
          <ClaimsBatch
            {...table}
            words={words}
            asked={() => ({ ok: true, value: {} })}
            send={(chosen, _, key) => api.dispatchNotices({ key, body: { claims: chosen } })}
            done={(outcomes) => {
              setDone({ outcomes, codes: new Map(claims.map(({ claimId, code }) => [claimId, code])) });
              again();
            }}
          >
            {() => <p class="hint">{words.rule}</p>}
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
    <td>
      {dayWords(row.days)} <DaysLight days={row.days} /> <Meta days={row.days} />
    </td>
    <td>{row.claimantName}</td>
    <td>{words.reasons[row.reason]}</td>
  </>
);
