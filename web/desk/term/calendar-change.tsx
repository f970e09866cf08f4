import { useEffect, useRef, useState } from "preact/hooks";
import type { AnswerOf, ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiToday } from "../../api-clock.ts";
import { type ClientProblem, formProblem } from "../../client.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { DayField } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { date } from "../../words/format.ts";
import { api } from "../api.ts";
import { clockNames } from "../case/case.words.ts";
import { addressOf, DeskProblem, SignInAgain } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { actionNames, reasonNames, scopeNames, scopeOf, calendarsWords as words } from "./calendars.words.ts";

type Change = ClientRequestOf<Routes["changeCalendars"]>["body"]["changes"][number];
type Page = AnswerOf<Routes["previewCalendars"]>;
type Applied = AnswerOf<Routes["changeCalendars"]>;

interface FormsProps {
  /** The version of the calendars on which the change is made. */
  readonly version: number;
  /** The day (`YYYY-MM-DD`) to remove, if its button in the list of days was used: the form is filled in with it. */
  readonly removing: string | undefined;
  /** Called when a day is put in the change. */
  readonly onPut: () => void;
  /** Called with the API's answer once the change is applied. */
  readonly onApplied: (applied: Applied) => void;
}

/**
 * Renders the forms by which the calendars of working days are changed, in three steps: put days to add or remove in
 * the change, preview which claims and appointments would move, and apply the change with a reason. Only the last step
 * changes anything. The form to apply appears once the preview has looked at every open claim.
 */
export function CalendarChangeForms({ version, removing, onPut, onApplied }: FormsProps) {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [put, setPut] = useState(0);
  return (
    <section>
      <h2>{words.prepare}</h2>
      <DayForm
        key={`${put} ${removing ?? ""}`}
        removing={removing}
        onDay={(day) => {
          setChanges([...changes, day]);
          setPut(put + 1);
          onPut();
        }}
      />
      {changes.length > 0 && (
        <>
          <h3>{words.prepared}</h3>
          <ul>
            {changes.map((one, at) => (
              <li key={`${one.action} ${one.date}`}>
                {words.preparedDay(one)}{" "}
                <button
                  type="button"
                  class="link"
                  aria-label={words.takeOut(one.date)}
                  onClick={() => setChanges(changes.filter((_, other) => other !== at))}
                >
                  {words.takeOutShort}
                </button>
              </li>
            ))}
          </ul>
          <Preview key={JSON.stringify(changes)} version={version} changes={changes} onApplied={onApplied} />
        </>
      )}
    </section>
  );
}

interface DayFormProps {
  readonly removing: string | undefined;
  readonly onDay: (day: Change) => void;
}

/** The form of one day to add or to remove; with `removing` it is filled in and takes the focus. */
function DayForm({ removing, onDay }: DayFormProps) {
  const [action, setAction] = useState<string>(removing === undefined ? "add" : "remove");
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (removing === undefined) return;
    box.current?.scrollIntoView();
    box.current?.querySelector<HTMLInputElement>("#source")?.focus();
  }, [removing]);
  const { problem, onSubmit } = useSending(async (typed) => dayOf(action, typed), onDay);
  return (
    <form method="dialog" noValidate onSubmit={onSubmit} ref={box}>
      <ErrorSummary problem={problem} />
      <Choice
        name="action"
        legend={words.action}
        options={actionNames}
        chosen={action}
        onChoose={setAction}
        problem={problem}
      />
      <DayField
        name="date"
        label={words.date}
        problem={problem}
        {...(removing !== undefined && { initial: removing })}
      />
      {action === "add" && (
        <>
          <Choice name="reason" legend={words.reason} options={reasonNames} chosen="decreed" problem={problem} />
          <TextField name="name" label={words.name} initial="" problem={problem} />
        </>
      )}
      <TextField name="source" label={words.source} hint={words.sourceHint} initial="" problem={problem} />
      <Choice name="scope" legend={words.scope} options={scopeNames} chosen="both" problem={problem} />
      <button type="submit" class="button plain">
        {words.addToChange}
      </button>
    </form>
  );
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ClientProblem };

/** The day as typed, or the problem of what is missing. A removal has no name and no reason. */
function dayOf(action: string, typed: (name: string) => string): Read<Change> {
  const [day, source, name] = [typed("date"), typed("source").trim(), typed("name").trim()];
  const scope = scopeOf[chosenOf(scopeNames, typed("scope")) ?? "both"];
  const { missing } = words;
  const problem = formProblem({
    date: day === "" ? missing.date : undefined,
    name: action === "add" && name === "" ? missing.name : undefined,
    source: source === "" ? missing.source : undefined,
  });
  if (problem) return { ok: false, problem };
  if (action !== "add") return { ok: true, value: { action: "remove", date: day, source, scope } };
  const reason = chosenOf(reasonNames, typed("reason")) ?? "decreed";
  return { ok: true, value: { action: "add", reason, date: day, name, source, scope } };
}

interface PreviewProps extends Pick<FormsProps, "version" | "onApplied"> {
  readonly changes: readonly Change[];
}

/** The preview so far: the API looks at the open claims page by page, and `whole` is true after the last. */
interface Seen extends Pick<Page, "notes" | "looked" | "claims"> {
  readonly whole: boolean;
}

/** Asks the API what the change would move, page by page, and then offers to apply it. */
function Preview({ version, changes, onApplied }: PreviewProps) {
  const [seen, setSeen] = useState<Seen>();
  const [problem, setProblem] = useState<ClientProblem>();
  const look = async () => {
    setProblem(undefined);
    let so: Seen = { notes: [], looked: 0, claims: [], whole: false };
    let cursor: string | undefined;
    do {
      setSeen(so);
      const page = await api.previewCalendars({ body: { changes: [...changes], ...(cursor && { cursor }) } });
      if (!page.ok) {
        setSeen(undefined);
        return setProblem(page.problem);
      }
      const { notes, looked, claims, cursor: next } = page.value;
      so = { notes, looked: so.looked + looked, claims: [...so.claims, ...claims], whole: !next };
      cursor = next;
    } while (cursor);
    setSeen(so);
  };
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      {!seen && (
        <button type="button" class="button plain" onClick={look}>
          {words.preview}
        </button>
      )}
      {seen && !seen.whole && <p role="status">{words.looking(seen.looked)}</p>}
      {seen?.whole && (
        <>
          <Effect seen={seen} />
          <ApplyForm version={version} changes={changes} onApplied={onApplied} />
        </>
      )}
    </>
  );
}

function Effect({ seen: { notes, looked, claims } }: { readonly seen: Seen }) {
  const heading = useFocus<HTMLHeadingElement>(claims);
  const moved = claims.filter(
    ({ dates, appointments }) => appointments.length > 0 || dates.some(({ kept }) => !kept),
  ).length;
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        {words.effect}
      </h3>
      {notes.length > 0 && (
        <Notice>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      <p>{words.looked(looked, moved)}</p>
      {claims.length === 0 ? <p>{words.noneMoved}</p> : <MovedDates claims={claims} />}
    </>
  );
}

function MovedDates({ claims }: Pick<Page, "claims">) {
  const today = apiToday();
  return (
    <ScrollTable caption={words.effect} columns={Object.values(words.movedColumns)}>
      {claims.flatMap(({ claimId, code, dates, appointments }) => [
        ...appointments.map(({ what, before, after }, at) => (
          <tr key={`${claimId} ${what} ${at}`}>
            <th scope="row">
              <a href={addressOf("case", { claimId })}>{code}</a>
            </th>
            <td>{words.appointments[what]}</td>
            <td>{date(before)}</td>
            <td>{after === undefined ? words.noSlot : date(after)}</td>
          </tr>
        )),
        ...dates.map(({ clock, before, after, kept }) => (
          <tr key={`${claimId} ${clock}`}>
            <th scope="row">
              <a href={addressOf("case", { claimId })}>{code}</a>
            </th>
            <td>{clockNames[clock]}</td>
            <td>{date(before)}</td>
            <td>{kept ? words.kept(after) : after < today ? words.lapses(after) : date(after)}</td>
          </tr>
        )),
      ])}
    </ScrollTable>
  );
}

function ApplyForm({ version, changes, onApplied }: PreviewProps) {
  const { problem, busy, onSubmit } = useSending(
    (typed) =>
      api.changeCalendars({ body: { changes: [...changes], why: typed("why") }, version, key: writeKeyOf(typed) }),
    onApplied,
  );
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <WriteKey />
      <TextField name="why" label={words.why} hint={words.whyHint} initial="" problem={problem} />
      <Submit busy={busy}>{words.apply}</Submit>
    </form>
  );
}
