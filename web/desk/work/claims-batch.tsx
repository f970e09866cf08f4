import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../../client.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { errorOf, Submit } from "../../look/field.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { Refused } from "../case/act-problem.tsx";
import { held } from "../held-acts.tsx";
import { addressOf } from "../page.tsx";
import { isUndone, newBatchWrite, sentWhole, toldOf } from "../resolution/batch-sending.ts";
import { fieldProblem } from "../typed.ts";

interface ListedRow {
  readonly claimId: string;
  readonly code: string;
  readonly version: number;
}

/** A claim that was chosen, as the act names it. */
type Chosen = Pick<ListedRow, "claimId" | "version">;

/** What happened with one claim. */
interface Result {
  readonly claimId: string;
  readonly outcome: string;
}

interface TableProps<Row extends ListedRow> {
  readonly caption: string;
  /** `choose` heads the checkboxes, which stand only with `tick`. */
  readonly columns: { readonly choose: string } & Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** The cells of a row after its code. */
  readonly cells: (row: Row) => ComponentChildren;
  readonly tick?: (row: Row) => ComponentChildren;
}

/** Renders claims in a table, each by its code, which leads to its case. */
export function ClaimsTable<Row extends ListedRow>({ caption, columns, rows, cells, tick }: TableProps<Row>) {
  const { choose, ...others } = columns;
  return (
    <ScrollTable caption={caption} columns={[...(tick ? [choose] : []), ...Object.values(others)]}>
      {rows.map((row) => (
        <tr key={row.claimId}>
          {tick && <td>{tick(row)}</td>}
          <th scope="row">
            <a href={addressOf("case", { claimId: row.claimId })}>{row.code}</a>
          </th>
          {cells(row)}
        </tr>
      ))}
    </ScrollTable>
  );
}

interface BatchProps<Row extends ListedRow, Asked extends object, Done extends Result>
  extends Omit<TableProps<Row>, "tick"> {
  readonly words: {
    readonly choose: (code: string) => string;
    readonly chooseAll: (count: number) => string;
    readonly chooseNone: string;
    readonly chosen: (count: number) => string;
    readonly noneChosen: string;
    readonly send: (count: number) => string;
  };
  /** What else the act is sent with, as it is typed, or the problem of what it lacks. */
  readonly asked: (typed: (name: string) => string) => Outcome<Asked>;
  /** Sends the act on the chosen claims. */
  readonly send: (
    claims: Chosen[],
    asked: Asked,
    key: string,
  ) => Promise<Outcome<{ readonly outcomes: readonly Done[] }>>;
  readonly done: (outcomes: readonly Done[]) => void;
  /** What stands before the button. */
  readonly children: (problem: ClientProblem | undefined) => ComponentChildren;
}

/**
 * Renders claims with a checkbox each, and the form that does one act on those that are chosen: refused if none is. The
 * same act sent again has the same key. It can be taken back for ten seconds.
 */
export function ClaimsBatch<Row extends ListedRow, Asked extends object, Done extends Result>(
  props: BatchProps<Row, Asked, Done>,
) {
  const { rows, words, asked, send, done, children, ...table } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const write = useRef(newBatchWrite());
  const picked = rows.filter(({ claimId }) => chosen.has(claimId));
  const { problem, busy, onSubmit } = useSending(
    async (typed, form) => {
      if (picked.length === 0) return fieldProblem("claims", words.noneChosen);
      const more = asked(typed);
      if (!more.ok) return more;
      const claims = picked.map(({ claimId, version }) => ({ claimId, version }));
      const { value } = more;
      const what = words.send(picked.length);
      return held({ form, what, outcomeWords: ({ outcomes }) => toldOf(what, outcomes) }, () =>
        sentWhole(write.current, { claims, ...value }, picked.length, (key) => send(claims, value, key)),
      );
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
        <ClaimsTable
          {...table}
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
      {children(problem)}
      <Submit busy={busy}>{words.send(picked.length)}</Submit>
    </form>
  );
}

interface OutcomesProps<Done extends Result> {
  readonly title: string;
  readonly outcomes: readonly Done[];
  /** The code of each claim that was chosen. */
  readonly codes: ReadonlyMap<string, string>;
  readonly words: (one: Done) => string;
  readonly children?: ComponentChildren;
}

/** Says what happened with each claim; those that were refused or left come first. */
export function ClaimOutcomes<Done extends Result>({ title, outcomes, codes, words, children }: OutcomesProps<Done>) {
  const heading = useFocus<HTMLHeadingElement>(outcomes);
  const failed = outcomes.filter(isUndone);
  const others = outcomes.filter((one) => !failed.includes(one));
  return (
    <div class={failed.length === 0 ? "notice good" : "notice bad"}>
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <ul>
        {[...failed, ...others].map((one) => (
          <li key={one.claimId}>
            <a href={addressOf("case", { claimId: one.claimId })}>{codes.get(one.claimId)}</a>: {words(one)}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
