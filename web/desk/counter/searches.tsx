import { deskPages } from "../../desk-paths.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { MonthForm } from "../month-form.tsx";
import { Heading, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { searchBoxWords, searchLogWords, searchReasonNames } from "./search.words.ts";

/**
 * Renders the searches that staff made in a month (`?mes=`, the present one without it), page by page: who, when, by
 * what, for which reason, and what was shown. Without a session, asks to sign in.
 */
export function SearchesPage() {
  const asked = useAsked("mes");
  return (
    <>
      <Heading>{deskPages.searches.title}</Heading>
      <StaffOnly>
        <p>{searchLogWords.lede}</p>
        <OfAsked asked={asked}>
          {(month) => (
            <>
              <MonthForm page="searches" month={month} />
              <Month key={month} month={month} />
            </>
          )}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Month({ month }: { readonly month: string }) {
  const { answer, again, pages, next } = usePages((from) => api.listSearches({ query: { month, ...from } }), month);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const searches = pages.flatMap((page) => page.searches);
  return (
    <section>
      <h2>
        {searchLogWords.title}: {monthAndYear(month)}
      </h2>
      {searches.length === 0 && <p>{searchLogWords.none}</p>}
      {searches.length > 0 && (
        <ScrollTable caption={searchLogWords.title} columns={Object.values(searchLogWords.columns)}>
          {searches.map(({ at, name, how, reason, shown }) => (
            <tr key={`${at} ${name}`}>
              <th scope="row">{instant(at)}</th>
              <td>{name ?? searchLogWords.nobody}</td>
              <td>{searchLogWords.how[how]}</td>
              <td>{reason ? searchReasonNames[reason] : searchLogWords.noReason}</td>
              <td>{shown.length === 0 ? searchLogWords.nothing : shown.map(inSpanish).join(", ")}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <More {...next} />
    </section>
  );
}

/** `claim RE-2026-004192-7` as «Reclamo RE-2026-004192-7». */
function inSpanish(shown: string): string {
  const [what = "", ...number] = shown.split(" ");
  const kind = chosenOf(searchBoxWords.kinds, what);
  return kind ? `${searchBoxWords.kinds[kind]} ${number.join(" ")}` : shown;
}
