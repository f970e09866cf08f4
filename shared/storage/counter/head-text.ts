import * as z from "zod";
import type { LateRisk } from "../../domain/board/late-risk.ts";
import type { ForeseenActs } from "../../domain/case/awaits-claimant.ts";
import type { Owner } from "../../domain/case/fact-details.ts";
import type { Forecast } from "../../domain/work/work-list.ts";

// A head is written with every entry and read by every list: as texts, and without repeating what the step before says,
// it stays within one unit.

const stepFields = ["from", "state", "since", "queue", "dueOn", "calendar", "metaOf", "metaOn"] as const;
/** How many of them every step has, as the release before reads them: of those added, what is missing is left out. */
const oldFields = 6;
const riskFields = ["clock", "endsOn", "lastDay", "from", "reason"] as const;
/** For a field that has the value of the step before, and one that has none. */
const same = "=";
const none = "-";

/**
 * Returns each forecast step as one text: its `from`, `state`, `since`, `queue`, `dueOn`, `calendar`, `metaOf` and
 * `metaOn`, with blanks between. A field is written `=` if the step before has the same value in it, and `-` if it is
 * missing.
 */
export function stepTexts(steps: readonly Forecast[]): readonly string[] {
  const rows = steps.map((step) => stepFields.map((field): string => step[field] ?? none));
  return rows.map((row, at) => {
    const length = Math.max(oldFields, row.findLastIndex((value) => value !== none) + 1);
    const fields = row.map((value, field) => (value === rows[at - 1]?.[field] ? same : value));
    return fields.slice(0, length).join(" ");
  });
}

/** Returns the forecast steps that `stepTexts` wrote as texts. Does not check the texts. */
export function stepsOf(texts: readonly string[]): readonly Forecast[] {
  const rows: (readonly string[])[] = [];
  for (const text of texts) {
    const before = rows.at(-1);
    rows.push(text.split(" ").map((value, field) => (value === same ? (before?.[field] ?? none) : value)));
  }
  return rows.map((row) => fieldsOf(stepFields, row) as unknown as Forecast);
}

function fieldsOf(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const value = values[at] ?? none;
    if (value !== none) fields[name] = value;
  }
  return fields;
}

/**
 * Returns a late risk as one text: `clock`, `endsOn`, `lastDay`, `from` and `reason`, with blanks between. Undefined
 * gives undefined.
 */
export function riskText(risk: LateRisk | undefined): string | undefined {
  return risk && riskFields.map((field) => risk[field]).join(" ");
}

/** Returns the late risk that `riskText` wrote as a text. Does not check the text. */
export function riskOf(text: string): LateRisk {
  return fieldsOf(riskFields, text.split(" ")) as unknown as LateRisk;
}

/**
 * Returns each element as one text: its day `from`, then its acts, with blanks between. An act is written
 * `act!@on<until>since`: `!` stands for `asked`, and a missing part is left out with its sign. Undefined gives
 * undefined.
 */
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

/** Returns an owner as one text: account, extension and name, with blanks between. Undefined gives undefined. */
export const ownerText = (owner: Owner | undefined): string | undefined =>
  owner && `${owner.sub} ${owner.extension} ${owner.name}`;

/** Returns the owner that `ownerText` wrote as a text. Does not check the text. */
export function ownerOf(text: string): Owner {
  const [, sub = "", extension = "", name = ""] = /^(\S*) (\S*) (.*)$/s.exec(text) ?? [];
  return { sub, name, extension };
}

interface Receipt {
  readonly number: string;
  readonly period: string;
}

/** Returns a receipt as one text: its number and, after a blank, its period. */
export const receiptText = ({ number, period }: Receipt): string => `${number} ${period}`;

/** Returns the receipt that `receiptText` wrote as a text. Does not check the text. */
export function receiptOf(text: string): Receipt {
  const end = text.lastIndexOf(" ");
  return { number: text.slice(0, end), period: text.slice(end + 1) };
}

const actText = /^([\w-]+)(!)?(?:@([^<>]+))?(?:<([^>]+))?(?:>(.+))?$/;

/**
 * Returns the awaited acts that `awaitsTexts` wrote as texts. Throws if an act does not have the form
 * `act!@on<until>since`.
 */
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
  owner: z.union([
    z.string().transform(ownerOf),
    z.object({ sub: z.string(), name: z.string(), extension: z.string() }),
  ]),
  receipt: z.union([z.string().transform(receiptOf), z.object({ number: z.string(), period: z.string() })]),
};
