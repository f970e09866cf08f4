import { Facts } from "../../look/facts.tsx";
import { restore, type Values } from "../../look/kept-form.ts";
import { monthAndYear } from "../../words/format.ts";
import { outcomeNames } from "../case/acts.words.ts";
import type { CaseFile } from "../case/case-file.ts";
import { conflictWords } from "./draft-conflict.words.ts";
import { draftWords } from "./resolution.words.ts";

type Draft = NonNullable<CaseFile["draft"]>;
type NameOf = (receiptNumber: string) => string;

interface DraftConflictProps {
  readonly file: CaseFile;
  /** The draft that somebody else saved. */
  readonly others: Draft;
  /** The names of the fields of a month. */
  readonly names: Readonly<Record<"m3Name" | "outcomeName" | "departureName", NameOf>>;
  readonly form: () => HTMLFormElement | null;
  /** Called once the form has the text that was chosen, which goes on from the draft saved at `savedAt`. */
  readonly onSettled: (form: HTMLFormElement, savedAt: string) => void;
}

/** The values of the form as somebody else saved it. */
function valuesOf({ receipts, drafting }: CaseFile, draft: Draft, names: DraftConflictProps["names"]): Values {
  const months = receipts.flatMap(({ number }) => {
    const month = draft.months.find(({ receiptNumber }) => receiptNumber === number);
    return [
      [names.m3Name(number), [String(month?.correctedM3 ?? "")]],
      [names.outcomeName(number), [month?.outcome ?? ""]],
      [names.departureName(number), [month?.departure ?? ""]],
    ] as const;
  });
  const answers = (drafting?.matters ?? []).flatMap(({ matter }) => {
    const said = draft.answers.find((one) => one.matter === matter);
    return [[`answer-${matter}`, [said?.text ?? ""]] as const, [`cites-${matter}`, said?.cites ?? []] as const];
  });
  const { outcome, decision, reasons } = draft;
  return Object.fromEntries([
    ["outcome", [outcome]],
    ["decision", [decision]],
    ["reasons", [reasons]],
    ...months,
    ...answers,
  ]);
}

/** Their text after mine, unless one has the other already. */
const joined = (mine: string, theirs: string): string =>
  mine.includes(theirs) ? mine : theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;

interface ConflictProps extends Pick<DraftConflictProps, "form" | "onSettled"> {
  /** What somebody else saved: who, when, and in which words it is shown. */
  readonly others: { readonly by: string; readonly savedAt: string };
  readonly rows: readonly [string, string | undefined][];
  /** The values of the form as they saved it. */
  readonly values: Values;
}

/**
 * Shows what somebody else saved, with who and when, above the form that has one's own, and three buttons: to save
 * one's own in its place, to take theirs, or to have both texts one after the other. Of both, what is chosen stays
 * one's own.
 */
export function Conflict({ others: { by, savedAt }, rows, values, form, onSettled }: ConflictProps) {
  const settle = (change: (element: Element) => void): void => {
    const filled = form();
    if (!filled) return;
    for (const element of filled.elements) if ((element.getAttribute("name") ?? "") in values) change(element);
    onSettled(filled, savedAt);
  };
  const takeBoth = (element: Element): void => {
    if (element instanceof HTMLTextAreaElement)
      restore(element, { [element.name]: [joined(element.value, values[element.name]?.[0] ?? "")] });
  };
  return (
    <section class="notice bad" role="alert">
      <h2>{conflictWords.title(by, savedAt)}</h2>
      <p>{conflictWords.text}</p>
      <h3>{conflictWords.theirs(by)}</h3>
      <Facts rows={rows} />
      <p class="buttons">
        <button type="button" class="button plain" onClick={() => settle(() => undefined)}>
          {conflictWords.mine}
        </button>
        <button type="button" class="button plain" onClick={() => settle((element) => restore(element, values))}>
          {conflictWords.take(by)}
        </button>
        <button type="button" class="button plain" onClick={() => settle(takeBoth)}>
          {conflictWords.both}
        </button>
      </p>
    </section>
  );
}

/** Shows the draft of a resolution that somebody else saved, as `Conflict` does. */
export function DraftConflict({ file, others, names, ...rest }: DraftConflictProps) {
  const aboutMatter = (wanted: string) =>
    file.drafting?.matters.find(({ matter }) => matter === wanted)?.about ?? wanted;
  const { outcome, decision, reasons, months, answers } = others;
  const rows: ConflictProps["rows"] = [
    [draftWords.outcome, outcomeNames[outcome]],
    [draftWords.decision, decision || conflictWords.empty],
    [draftWords.reasons, reasons || conflictWords.empty],
    ...file.receipts.map(({ number, period }): [string, string | undefined] => {
      const m3 = months.find(({ receiptNumber }) => receiptNumber === number)?.correctedM3;
      return [draftWords.correctedM3(monthAndYear(period)), m3 === undefined ? undefined : String(m3)];
    }),
    ...answers.map(({ matter, text }): [string, string] => [aboutMatter(matter), text]),
  ];
  return <Conflict others={others} rows={rows} values={valuesOf(file, others, names)} {...rest} />;
}
