import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { date, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { useSearch } from "../counter/board-search.ts";
import { addressOf, Waiting } from "../page.tsx";
import { channelLabels, matterNames } from "../register/reports.words.ts";
import { useOpenedList } from "../work/work-keys.tsx";
import { attendedNames, boardWords } from "./board.words.ts";
import { keyIn } from "./board-cases.tsx";

type Attended = AnswerOf<Routes["listAttended"]>["attended"][number];

interface BoardAttendedProps {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The parameters of the page's address: may name `asunto` and `canal`. An unknown value is left out. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Renders those attended in a month: all, those who brought one matter, or those of one channel. Asks for page after
 * page until 25 are found; a button then looks for more. A page that fails stops the search and can be asked for again.
 */
export function BoardAttended({ month, query }: BoardAttendedProps) {
  const words = boardWords.attended;
  const [matter, channel] = [keyIn(attendedNames, query["asunto"]), keyIn(channelLabels, query["canal"])];
  const { pages, last, isLooking, failed, next, goOn } = useSearch({
    rowsOf: ({ attended }) => attended,
    wholeMonth: false,
    ask: (cursor?: string) => {
      const part = { ...(matter && { matter }), ...(channel && { channel }) };
      return api.listAttended({ query: { month, ...part, ...(cursor !== undefined && { cursor }) } });
    },
  });
  const rows = pages.flatMap((page) => page.attended);
  const isWhole = last !== undefined && last.cursor === undefined;
  const parts = [matter && attendedNames[matter], channel && channelLabels[channel]].filter(Boolean);
  const title = [`${words.title}, ${monthAndYear(month)}`, ...parts].join(" · ");
  const claims = rows.flatMap(({ matter: brought, id, code }) =>
    brought === "claim" && code !== undefined ? { claimId: id, code } : [],
  );
  const list = useOpenedList(`${addressOf("board")}?${new URLSearchParams(query)}`, claims, title);
  return (
    <section ref={list}>
      <p>
        <a href={`${addressOf("board")}?mes=${month}`}>{boardWords.back}</a>
      </p>
      <h2>{title}</h2>
      <p role="status">
        {isLooking ? words.lookingFor : isWhole ? words.found(rows.length) : words.foundSoFar(rows.length)}
      </p>
      {rows.length > 0 && (
        <ScrollTable caption={words.title} columns={Object.values(words.listColumns)}>
          {rows.map((one) => (
            <tr key={`${one.matter} ${one.id}`}>
              <th scope="row">
                <Code of={one} />
              </th>
              <td>{words.one[one.matter]}</td>
              <td>{date(one.on)}</td>
              <td>{channelLabels[one.channel]}</td>
              <td>
                {one.claimType && claimTypeNames[one.claimType]}
                {one.contact && matterNames[one.contact]}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {failed && <Waiting answer={failed} again={next} />}
      {!isLooking && !failed && !isWhole && (
        <button type="button" class="button plain" onClick={goOn}>
          {words.more}
        </button>
      )}
    </section>
  );
}

/** The number of what somebody brought, which leads to it; an entry of the observation book stands in its month. */
function Code({ of: { matter, id, code = boardWords.attended.noCode, on } }: { readonly of: Attended }) {
  if (matter === "claim") return <a href={addressOf("case", { claimId: id })}>{code}</a>;
  if (matter === "problem") return <a href={addressOf("problem", { problemId: id })}>{code}</a>;
  if (matter === "observation") return <a href={`${addressOf("observations")}?mes=${on.slice(0, 7)}`}>{code}</a>;
  return <>{code}</>;
}
