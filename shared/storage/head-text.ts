import * as z from "zod";
import type { ForeseenActs } from "../domain/awaits-claimant.ts";
import type { LateRisk } from "../domain/late-risk.ts";
import type { Forecast } from "../domain/work-list.ts";

// A head is written with every entry and read by every list: as texts, and without repeating what the step before says,
// it stays within one unit.

const stepFields = ["from", "state", "since", "queue", "dueOn", "calendar"] as const;
const riskFields = ["clock", "endsOn", "lastDay", "from", "reason"] as const;
/** For a field that has the value of the step before, and one that has none. */
const same = "=";
const none = "-";

/** Returns forecast steps as texts: the fields in order, `=` for that of the step before, `-` for none. */
export function stepTexts(steps: readonly Forecast[]): readonly string[] {
  const rows = steps.map((step) => stepFields.map((field): string => step[field] ?? none));
  return rows.map((row, at) => row.map((value, field) => (value === rows[at - 1]?.[field] ? same : value)).join(" "));
}

/** Reads forecast steps as `stepTexts` writes them. */
export function stepsOf(texts: readonly string[]): readonly Forecast[] {
  const rows: (readonly string[])[] = [];
  for (const text of texts) {
    const before = rows.at(-1);
    rows.push(text.split(" ").map((value, field) => (value === same ? (before?.[field] ?? none) : value)));
  }
  return rows.map((row) => fieldsOf(stepFields, row) as unknown as Forecast);
}

function fieldsOf(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name, at) => {
      const value = values[at] ?? none;
      return value === none ? [] : [[name, value]];
    }),
  );
}

/** Returns a late risk as one text: clock, end, last day, first day and reason, with blanks between. */
export function riskText(risk: LateRisk | undefined): string | undefined {
  return risk && riskFields.map((field) => risk[field]).join(" ");
}

/** Reads a late risk as `riskText` writes it. */
export function riskOf(text: string): LateRisk {
  return fieldsOf(riskFields, text.split(" ")) as unknown as LateRisk;
}

/** Returns awaited acts as texts: a day and its acts, each as `act!@on<until>since` without what it lacks. */
export function awaitsTexts(awaits: readonly ForeseenActs[] | undefined): readonly string[] | undefined {
  return awaits?.map(({ from, acts }) =>
    [
      from,
      ...acts.map(({ act, asked, on, until, since }) =>
        [act, asked && "!", on && `@${on}`, until && `<${until}`, since && `>${since}`].filter(Boolean).join(""),
      ),
    ].join(" "),
  );
}

const actText = /^([\w-]+)(!)?(?:@([^<>]+))?(?:<([^>]+))?(?:>(.+))?$/;

/** Reads awaited acts as `awaitsTexts` writes them. Throws if a text is none. */
export function awaitsOf(texts: readonly string[]): readonly ForeseenActs[] {
  return texts.map((text) => {
    const [from, ...acts] = text.split(" ");
    const read = acts.map((each) => {
      const [, act, asked, on, until, since] = actText.exec(each) ?? [];
      if (act === undefined) throw new Error("an awaited act cannot be read");
      return {
        ...{ act, ...(asked && { asked: true }), ...(on && { on }) },
        ...(until && { until }),
        ...(since && { since }),
      };
    });
    return { from, acts: read } as unknown as ForeseenActs;
  });
}

/** Reads texts by `read`; what a head has that was written before there were texts is read as it is. */
const textsOr = <Read>(read: (texts: readonly string[]) => readonly Read[]) =>
  z.union([z.array(z.string()).transform(read), z.array(z.looseObject({ from: z.string() }))]);

/** The parts of a head that are stored as texts. */
export const storedTexts = {
  steps: textsOr(stepsOf),
  awaits: textsOr(awaitsOf),
  risk: z.union([z.string().transform(riskOf), z.looseObject({ clock: z.string() })]),
};
