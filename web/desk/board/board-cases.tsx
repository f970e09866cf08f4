import type { BoardNumber } from "../../../shared/domain/board/board.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { date, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { useSearch } from "../counter/board-search.ts";
import { addressOf, Waiting } from "../page.tsx";
import { channelLabels } from "../register/reports.words.ts";
import { useOpenedList } from "../work/work-keys.tsx";
import { boardNumberNames, boardWords, lossNames, resolvedNames, tribunalNames } from "./board.words.ts";

/** The parameters of the page's address. */
type Query = Readonly<Record<string, string>>;

/** Returns a text that is a key of some names as that key; else undefined. */
export function keyIn<Key extends string>(
  names: Readonly<Record<Key, string>>,
  text: string | undefined,
): Key | undefined {
  const isKey = (one: string): one is Key => one in names;
  return text !== undefined && isKey(text) ? text : undefined;
}

/** Returns which number of the board the address names (`?cifra=`). Undefined if it names none or an unknown one. */
export const numberIn = (query: Query): BoardNumber | undefined => keyIn(boardNumberNames, query["cifra"]);

/** Returns a text of digits as a number of days; else undefined. */
const daysIn = (text = ""): number | undefined => (/^\d{1,3}$/.test(text) ? Number(text) : undefined);

interface BoardCasesProps {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly number: BoardNumber;
  /**
   * May name a part of the number: `canal`, `tipo`, `resultado`, `causa`, days `desde` and `hasta`. An unknown value is
   * left out.
   */
  readonly query: Query;
}

/**
 * Renders the claims that a number of the month's board counts. Asks for page after page, from the claims filed in this
 * month, all of them, back to earlier ones, until it has 25 claims or has looked through more than four months. A
 * button then looks for more, while there are more pages. A page that fails stops the search and can be asked for
 * again.
 */
export function BoardCases({ month, number, query }: BoardCasesProps) {
  const [channel, type] = [keyIn(channelLabels, query["canal"]), keyIn(claimTypeNames, query["tipo"])];
  const cause = keyIn(lossNames, query["causa"]);
  const [daysFrom, daysTo] = [daysIn(query["desde"]), daysIn(query["hasta"])];
  const result = keyIn({ ...resolvedNames, ...tribunalNames }, query["resultado"]);
  const { pages, last, isLooking, failed, next, goOn } = useSearch({
    rowsOf: ({ cases }) => cases,
    wholeMonth: true,
    ask: (cursor?: string) => {
      const part = { ...(channel && { channel }), ...(type && { type }), ...(result && { result }) };
      const more = { ...(cause && { cause }), ...(cursor !== undefined && { cursor }) };
      return api.listBoardCases({ query: { month, number, ...part, ...more, daysFrom, daysTo } });
    },
  });
  const cases = pages.flatMap((page) => page.cases);
  const times = cases.reduce((sum, { count }) => sum + count, 0);
  const isRepeated = times > cases.length;
  const { count: timesColumn, ...columns } = boardWords.caseColumns;
  const parts = [
    channel && channelLabels[channel],
    type && claimTypeNames[type],
    cause && lossNames[cause],
    daysFrom !== undefined && daysTo !== undefined && boardWords.time.days(daysFrom, daysTo),
    result &&
      (number === "tribunal" ? { ...resolvedNames, ...tribunalNames } : { ...tribunalNames, ...resolvedNames })[result],
  ].filter(Boolean);
  const through = monthAndYear(last?.through ?? month);
  const title = [`${boardNumberNames[number]}, ${monthAndYear(month)}`, ...parts].join(" · ");
  const list = useOpenedList(`${addressOf("board")}?${new URLSearchParams(query)}`, cases, title);
  return (
    <section ref={list}>
      <p>
        <a href={`${addressOf("board")}?mes=${month}`}>{boardWords.back}</a>
      </p>
      <h2>{title}</h2>
      <p role="status">
        {isLooking ? boardWords.looking(through) : boardWords.found(cases.length, through)}{" "}
        {!isLooking && isRepeated && boardWords.times(times)}
      </p>
      {cases.length > 0 && (
        <ScrollTable
          caption={boardNumberNames[number]}
          columns={[...Object.values(columns), ...(isRepeated ? [timesColumn] : [])]}
        >
          {cases.map((one) => (
            <tr key={one.claimId}>
              <th scope="row">
                <a href={addressOf("case", { claimId: one.claimId })}>{one.code}</a>
              </th>
              <td>{date(one.filedOn)}</td>
              <td>{claimTypeNames[one.claimType]}</td>
              {isRepeated && <td>{one.count}</td>}
            </tr>
          ))}
        </ScrollTable>
      )}
      {failed && <Waiting answer={failed} again={next} />}
      {!isLooking && !failed && last?.cursor !== undefined && (
        <button type="button" class="button plain" onClick={goOn}>
          {boardWords.more}
        </button>
      )}
    </section>
  );
}
