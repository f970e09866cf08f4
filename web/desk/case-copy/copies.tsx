import { useRef, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiNow } from "../../api-clock.ts";
import { useAnswer, useFocus, useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Light } from "../../look/light.tsx";
import { DayField } from "../../look/native-date.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { officeFacts } from "../../office.ts";
import { date, dayInLima } from "../../words/format.ts";
import { api } from "../api.ts";
import { Refused } from "../case/act-problem.tsx";
import { Line } from "../delivery/delivery-sheet.tsx";
import { addressOf, Waiting } from "../page.tsx";
import { fieldProblem } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import { copiesWords as words } from "./copies.words.ts";

type Listed = AnswerOf<Routes["listCopiesToPost"]>;
type Copy = Listed["copies"][number];

/**
 * Renders the written copies to post of what was said by telephone, the oldest first, each with the last day to post it
 * and a link to its case's documents. A clerk records of each that it was posted, on the day in the field above.
 * Printed, the page is a sheet for each copy.
 */
export function Copies() {
  const { answer, again } = useAnswer(() => api.listCopiesToPost(), "");
  const [done, setDone] = useState<string>();
  const posts = useOwnRoles().includes("clerk");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { copies, more } = answer.value;
  return (
    <>
      <section class="unprinted">
        {done && <Done said={done} />}
        <p role="status">{copies.length === 0 ? words.none : words.count(copies.length)}</p>
        {copies.length > 0 && (
          <>
            <p class="hint">{words.what}</p>
            <p>
              <button type="button" class="button plain" onClick={() => print()}>
                {words.print(copies.length)}
              </button>
            </p>
            {posts ? (
              <Posting
                copies={copies}
                done={(said) => {
                  setDone(said);
                  again();
                }}
              />
            ) : (
              <Table copies={copies} />
            )}
          </>
        )}
        {more && <p>{words.more}</p>}
      </section>
      {copies.map((copy) => (
        <Sheet key={nameOf(copy)} copy={copy} />
      ))}
    </>
  );
}

const nameOf = ({ claimId, of }: Copy): string => `${claimId} ${of}`;

/** What was recorded last. */
function Done({ said }: { readonly said: string }) {
  const text = useFocus<HTMLParagraphElement>(said);
  return (
    <div class="notice good">
      <p tabIndex={-1} ref={text}>
        {said}
      </p>
    </div>
  );
}

interface PostingProps {
  readonly copies: readonly Copy[];
  readonly done: (said: string) => void;
}

function Posting({ copies, done }: PostingProps) {
  const form = useRef<HTMLFormElement>(null);
  const picked = useRef<Copy | undefined>(undefined);
  const keys = useRef(new Map<string, string>());
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const copy = picked.current;
      picked.current = undefined;
      const postedOn = typed("postedOn");
      if (postedOn === "") return fieldProblem("postedOn", words.dayMissing);
      if (!copy) return fieldProblem("postedOn", words.noneChosen);
      // The same copy and day have the same key: sent again after a failure, it is recorded once.
      const name = `${nameOf(copy)} ${postedOn}`;
      const key = keys.current.get(name) ?? crypto.randomUUID();
      keys.current.set(name, key);
      const { claimId, of, code } = copy;
      const posted = await api.postCopy({ key, params: { claimId, of: String(of) }, body: { postedOn } });
      return posted.ok ? { ok: true, value: words.posted(code, postedOn) } : posted;
    },
    (said) => done(said),
  );
  return (
    <form method="dialog" noValidate onSubmit={onSubmit} ref={form}>
      <Refused problem={problem} />
      <DayField
        name="postedOn"
        label={words.postedOn}
        hint={words.postedOnHint}
        initial={dayInLima(apiNow())}
        problem={problem}
      />
      <Table
        copies={copies}
        act={(copy) => (
          <button
            type="button"
            class="button plain"
            disabled={busy}
            onClick={() => {
              picked.current = copy;
              form.current?.requestSubmit();
            }}
          >
            {words.post}
            <span class="unseen"> {copy.code}</span>
          </button>
        )}
      />
    </form>
  );
}

interface TableProps {
  readonly copies: readonly Copy[];
  /** The button of a copy, for who may record that it was posted. */
  readonly act?: (copy: Copy) => preact.JSX.Element;
}

function Table({ copies, act }: TableProps) {
  const { post, ...columns } = words.columns;
  return (
    <ScrollTable caption={words.caption} columns={[...Object.values(columns), ...(act ? [post] : [])]}>
      {copies.map((copy) => (
        <tr key={nameOf(copy)}>
          <th scope="row">
            <a href={addressOf("case", { claimId: copy.claimId })}>{copy.code}</a>
          </th>
          <td>
            {date(copy.until)} <Light daysLeft={copy.workingDays} />
          </td>
          <td>
            {copy.claimantName}
            <br />
            {copy.to}
          </td>
          <td>
            {words.types[copy.type]}, {date(copy.since)}
            <br />
            <a href={addressOf("caseTab", { claimId: copy.claimId, tab: "documentos" })}>
              {words.open}
              <span class="unseen"> {copy.code}</span>
            </a>
          </td>
          {act && <td>{act(copy)}</td>}
        </tr>
      ))}
    </ScrollTable>
  );
}

/** The sheet that goes with a copy, seen on paper only, on a page of its own. */
function Sheet({ copy: { claimantName, to, code, type, since } }: { readonly copy: Copy }) {
  const { sheet } = words;
  return (
    <article class="delivery-sheet">
      <p>{officeFacts.legalName}</p>
      <h2>{sheet.title}</h2>
      <Facts
        rows={[
          [sheet.name, claimantName],
          [sheet.to, to],
          [sheet.code, code],
          [sheet.type, words.types[type]],
          [sheet.since, date(since)],
        ]}
      />
      {sheet.lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </article>
  );
}
