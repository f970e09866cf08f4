import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { useFocus } from "../look/asking.ts";
import { searchBoxWords } from "../words/desk-search.ts";
import { addressOf } from "./page.tsx";

export type Searched = AnswerOf<Routes["search"]>;
type Row = Searched["found"][number];

function addressOfFound({ what, id }: Row): string {
  switch (what) {
    case "supply":
      return `${addressOf("intake")}?suministro=${encodeURIComponent(id)}`;
    case "claim":
      return addressOf("case", { claimId: id });
    case "problem":
      return addressOf("problem", { problemId: id });
    case "submission":
      return addressOf("submission", { submissionId: id });
    case "observation":
      return addressOf("observations");
  }
}

/** What a search found. The first row takes the focus, so that Enter opens it; with nothing found, the sentence that says so. */
export function FoundList({ searched: { found, more } }: { readonly searched: Searched }) {
  const first = useFocus<HTMLAnchorElement>(true);
  const none = useFocus<HTMLParagraphElement>(true);
  if (found.length === 0)
    return (
      <p tabIndex={-1} ref={none}>
        {searchBoxWords.none}
      </p>
    );
  return (
    <>
      <p role="status">{searchBoxWords.count(found.length, more)}</p>
      <ul class="found">
        {found.map((row, at) => (
          <li key={`${row.what} ${row.id} ${row.receiptNumber ?? ""}`}>
            <a href={addressOfFound(row)} ref={at === 0 ? first : null}>
              {searchBoxWords.kinds[row.what]} {row.number}
            </a>
            {searchBoxWords.about(row)}
          </li>
        ))}
      </ul>
    </>
  );
}
