import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { settings, tenant } from "../settings.ts";
import { exchangeCsv } from "../shared/casework/billing/exchange-csv.ts";
import { lapsesAt, limaInstant, parseDay } from "../shared/domain/term/calendar-day.ts";
import { openingWords } from "../web/desk/counter/openings.words.ts";
import { outputOf } from "./outputs.ts";
import { askedHere } from "./running-office.ts";
import type { Channel } from "./seen/people.ts";
import { type AskedSeen, openSeenPeople, type SeenPerson, seenPeople } from "./seen/seen-people.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

export const usage = `npm run seen -- [--stage <stage>] --from <day or instant> [--until <day or instant>] [--who <part of a name, or account>] [--about <number, id or supply>]…
npm run seen -- [--stage <stage>] --of <number, id or supply>…
Prints as CSV whose data staff saw in a span of time: who saw it, when, what, and how to write to the person it is about.
--who takes one of the staff, --about one case, request, document or supply. Without --until, up to now. With --of, the people of what
a line of a log names, whoever saw it. Without --stage, asks the office that runs here. Writes nothing.`;

const text = { type: "string" } as const;
const options = {
  stage: text,
  from: text,
  until: text,
  who: text,
  about: { type: "string", multiple: true },
  of: { type: "string", multiple: true },
  table: text,
  billing: text,
} as const;

/** An instant as typed: itself, or the first of a day in Lima, or with `isEnd` the first after that day. */
function instantOf(typed: string, isEnd: boolean): string {
  const day = parseDay(typed);
  if (day) return isEnd ? lapsesAt(day) : limaInstant(day, "00:00");
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(typed) ||
    Number.isNaN(Date.parse(typed))
  )
    throw new RangeError(`${typed} is neither a day, YYYY-MM-DD, nor an instant, 2026-11-23T10:00:00-05:00\n${usage}`);
  return new Date(typed).toISOString();
}

/**
 * Returns what the typed options ask for. A day begins at 00:00 in Lima and counts whole.
 * @throws `RangeError` if neither `from` nor `of` was typed, or both, a time is not one, or `until` is not after `from`
 */
export function askedOf(
  { from, until, who, about = [], of = [] }: Pick<ReturnType<typeof typed>, "from" | "until" | "who" | "about" | "of">,
  now: string,
): AskedSeen {
  if ((from === undefined) === (of.length === 0)) throw new RangeError(usage);
  if (from === undefined) return { of };
  const asked = { from: instantOf(from, false), until: until === undefined ? now : instantOf(until, true), who, about };
  if (asked.from >= asked.until) throw new RangeError(`--until is not after --from\n${usage}`);
  return asked;
}

const columns = ["quién", "cuándo", "qué", "número", "parte", "persona", "medio", "a dónde escribirle"];
const channels = {
  email: "correo",
  telephone: "teléfono",
  address: "dirección",
  account: "cuenta de la web",
  everybody: "todas las personas del archivo",
  nobody: "",
  unknown: "no consta",
} as const satisfies Readonly<Record<Channel, string>>;

/** `2026-11-23 10:00:00`, in Lima. */
const limaTime = (at: string): string => new Date(at).toLocaleString("sv-SE", { timeZone: "America/Lima" });

/** Returns the people as CSV for the office's letters, with a header; each cell is guarded from formulas. */
export function csvOf(people: readonly SeenPerson[]): string {
  return exchangeCsv([
    columns,
    ...people.map(({ look, what, number, name, channel, to }) => [
      look?.who ?? "",
      look ? limaTime(look.at) : "",
      openingWords.things[what].replace(/:$/, ""),
      number,
      look?.part ?? "",
      name,
      channels[channel],
      to,
    ]),
  ]);
}

/** Returns the last line: how many looks there are and of how many people, and what nobody can be written to about. */
export function summaryOf(people: readonly SeenPerson[]): string {
  const written = new Set(people.flatMap(({ channel, to }) => (to === "" ? [] : `${channel} ${to}`)));
  const files = people.filter(({ channel }) => channel === "everybody").length;
  const lost = people.filter(({ channel }) => channel === "unknown").length;
  return `${people.length} looks, ${written.size} contacts to write to; ${files} of files of many people, ${lost} of what has no contact any more`;
}

const typed = () => typedArguments(usage, { options }).values;

async function found(): Promise<readonly SeenPerson[]> {
  const values = typed();
  // The clock of the office that runs here may be ahead of ours.
  if (values.stage === undefined)
    return (await askedHere("seen", askedOf(values, (await askedHere("clock")).now))).people;
  const asked = askedOf(values, new Date().toISOString());
  const stage = typedStage(values.stage, usage);
  const name = values.table ?? (await outputOf(stage, "ClaimsTable"));
  const billingName = values.billing ?? (await outputOf(stage, "BillingTable"));
  if (!name || !billingName)
    throw new RangeError(
      `--table or --billing is missing; no deployment left it here, nor is there caudal-${stage}-data\n${usage}`,
    );
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: settings[stage].region }));
  return seenPeople(openSeenPeople({ client, name }, { client, name: billingName }, tenant), asked);
}

if (import.meta.main)
  await exitWith(async () => {
    const people = await found();
    process.stdout.write(csvOf(people));
    process.stderr.write(`${summaryOf(people)}\n`);
    return 0;
  });
