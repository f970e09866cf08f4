import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { dateWithWeekday, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { SignInAgain, Waiting } from "../page.tsx";
import { fieldProblem, textOf } from "../typed.ts";
import { Answered, DayFile, DayRows, idOf } from "./exchange-parts.tsx";
import { holdsWords, notesWords } from "./holds.words.ts";

type Adjusted = AnswerOf<Routes["listNotes"]>["receipts"][number];
type Acknowledged = AnswerOf<Routes["acknowledgeExchange"]>;

interface DayProps {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The button is not green, because the holds of the day come first. */
  readonly isSecond: boolean;
  /** Called with the API's answer once the references are recorded. */
  readonly onDone: (done: Acknowledged) => void;
}

/**
 * Renders the corrections of receipts that were reported to the commercial system on a day: a link to the day's file,
 * and a form to type that system's reference for each correction. Sending records the typed references and reads the
 * list again. If none is typed, a message says so and nothing is sent. If the day has no corrections, says so.
 */
export function DayNotes({ day, isSecond, onDone }: DayProps) {
  const { answer, again } = useAnswer(() => api.listNotes({ query: { date: day } }), day);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { receipts, csv, fileName } = answer.value;
  return (
    <>
      <h3>{notesWords.heading}</h3>
      {receipts.length === 0 ? (
        <p>{notesWords.empty}</p>
      ) : (
        <>
          <DayFile csv={csv} fileName={fileName} />
          <Answers
            day={day}
            isSecond={isSecond}
            receipts={receipts}
            onDone={(done) => {
              onDone(done);
              again();
            }}
          />
        </>
      )}
    </>
  );
}

/** Sends the references typed for corrections without one; refuses a form with none. */
function Answers({ day, isSecond, receipts, onDone }: DayProps & { readonly receipts: readonly Adjusted[] }) {
  const open = receipts.filter(({ acknowledged }) => !acknowledged);
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    const acknowledgements = open.flatMap((receipt) => {
      const reference = textOf(typed(idOf(receipt)));
      const { receiptNumber, code, version } = receipt;
      return reference === undefined ? [] : { receiptNumber, code, version, reference };
    });
    const [first] = open;
    if (acknowledgements.length === 0) return fieldProblem(first ? idOf(first) : "", holdsWords.nothing);
    return api.acknowledgeExchange({ body: { date: day, of: "notes", acknowledgements } });
  }, onDone);
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <DayRows caption={notesWords.heading} columns={Object.values(notesWords.columns)} changes={receipts}>
        {(receipt, isHidden) => <NoteRow key={idOf(receipt)} receipt={receipt} isHidden={isHidden} />}
      </DayRows>
      {open.length > 0 && (
        <Submit busy={busy} plain={isSecond}>
          {holdsWords.send}
        </Submit>
      )}
    </form>
  );
}

function NoteRow({ receipt, isHidden }: { readonly receipt: Adjusted; readonly isHidden: boolean }) {
  const { receiptNumber, supplyCode, code, version, notes } = receipt;
  return (
    <tr hidden={isHidden}>
      <th scope="row">
        {receiptNumber}
        <span class="hint">{holdsWords.version(version)}</span>
      </th>
      <td>{supplyCode}</td>
      <td>{code}</td>
      <td>
        <ul>
          {notes.map((note) => (
            <li key={note.kind}>{noteText(note)}</li>
          ))}
        </ul>
      </td>
      <td>
        <Answered change={receipt} />
      </td>
    </tr>
  );
}

function noteText(note: Adjusted["notes"][number]): string {
  switch (note.kind) {
    case "rebill":
      return notesWords.rebill(note.before.m3, note.before.amount, note.after.m3, note.after.amount);
    case "credit-note":
      return notesWords.creditNote(note.amount, note.base, note.tax);
    case "refund":
      return notesWords.refund(note.amount);
    case "payable-from":
      return notesWords.payable(note.amount, dateWithWeekday(note.from));
  }
}

/**
 * Asks the API for the holds and corrections that the commercial system has left without an answer for too many working
 * hours, and renders them as a table, each with a link to its day. Draws nothing if there are none, while the API has
 * not answered, or if the API refuses.
 */
export function Unanswered() {
  const { answer } = useAnswer(() => api.listUnanswered(), "unanswered");
  if (!answer?.ok || answer.value.unanswered.length === 0) return null;
  const { answerHours, unanswered } = answer.value;
  return (
    <section>
      <h2>{notesWords.late(answerHours)}</h2>
      <ScrollTable caption={notesWords.late(answerHours)} columns={Object.values(notesWords.lateColumns)}>
        {unanswered.map((one) => (
          <tr key={`${one.what} ${idOf(one)}`}>
            <th scope="row">
              <a href={`?dia=${one.day}`}>{one.receiptNumber}</a>
            </th>
            <td>{one.code}</td>
            <td>{notesWords.what[one.what]}</td>
            <td>{instant(one.at)}</td>
            <td>{one.workingHours}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}
