import { guardedFromFormulas } from "../../../shared/domain/billing/formula-guard.ts";
import { useAnswer } from "../../look/asking.ts";
import { CsvLink } from "../../look/csv-link.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { date } from "../../words/format.ts";
import { api } from "../api.ts";
import { openingWords } from "../counter/openings.words.ts";
import { addressOf, Waiting } from "../page.tsx";
import { roleName } from "../work/roles.words.ts";
import { lookCountWords as words } from "./look-counts.words.ts";

interface LookCountsProps {
  /** A day of the week (`YYYY-MM-DD`); the present week without one. */
  readonly week: string | undefined;
}

/**
 * Renders who of the staff opened how much in a week, who stands out first: a sentence that names them, a table beside
 * the median of their role, a CSV file of it, and links to the weeks before and after.
 */
export function LookCounts({ week }: LookCountsProps) {
  const { answer, again } = useAnswer(() => api.countOpenings({ query: week ? { week } : {} }), week ?? "");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { from, until, isWhole, staff } = answer.value;
  const far = staff.filter(({ standsOut }) => standsOut).map(({ name }) => name ?? openingWords.nobody);
  const rows = staff.map(({ name, roles, cases, people, files, outside, median }) => [
    ...[name ?? openingWords.nobody, roles.map(roleName).join(", ")],
    ...[cases, people, files, median?.opened ?? words.alone, outside, median?.outside ?? words.alone],
  ]);
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === "string" ? guardedFromFormulas(cell) : cell)));
  return (
    <section>
      <h2>
        {words.title}: {date(from)} – {date(until)}
      </h2>
      <p>{words.lede}</p>
      {!isWhole && <p>{words.notWhole}</p>}
      <p>{staff.length === 0 ? words.none : far.length === 0 ? words.nobodyStandsOut : words.standOut(far)}</p>
      {staff.length > 0 && (
        <>
          <ScrollTable caption={words.title} columns={Object.values(words.columns)}>
            {rows.map(([name, ...cells], at) => (
              <tr key={`${at} ${name}`}>
                <th scope="row">
                  {name} {staff[at]?.standsOut && <b class="tag">{words.marked}</b>}
                </th>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </ScrollTable>
          <p>
            <CsvLink fileName={`aperturas_${from}.csv`} rows={[Object.values(words.columns), ...guarded]}>
              {words.csv}
            </CsvLink>
          </p>
        </>
      )}
      <p>
        <a class="button plain" href={ofWeek(from, -1)}>
          {words.earlier}
        </a>{" "}
        <a class="button plain" href={ofWeek(until, 1)}>
          {words.later}
        </a>
      </p>
    </section>
  );
}

/** The address of the week of the day so many days after another. */
function ofWeek(day: string, days: number): string {
  const other = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  return `${addressOf("openings")}?semana=${other}`;
}
