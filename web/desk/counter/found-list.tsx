import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useFocus } from "../../look/asking.ts";
import { addressOf, callerAddress } from "../page.tsx";
import { searchBoxWords } from "./search.words.ts";

/**
 * What a search of the desk found: rows of supplies, claims, requests for attention, submissions, observations and
 * promised calls.
 */
export type Searched = AnswerOf<Routes["search"]>;
type Row = Searched["found"][number];

/** A promised call is looked at on the page of its supply; one about none, on the list of calls. */
function addressOfFound({ what, id, number }: Row): string {
  switch (what) {
    case "supply":
      return callerAddress(id);
    case "claim":
      return addressOf("case", { claimId: id });
    case "problem":
      return addressOf("problem", { problemId: id });
    case "submission":
      return addressOf("submission", { submissionId: id });
    case "observation":
      return addressOf("observations");
    case "call-back":
      return number === "" ? addressOf("callBacks") : callerAddress(number);
  }
}

interface FoundListProps {
  readonly searched: Searched;
  /** Called with the address of a row as it is opened. */
  readonly onOpen: (address: string) => void;
}

/**
 * Renders what a search found, each row a link, with their count and whether there are more. The first row takes the
 * focus, so that Enter opens it. If nothing was found, says so, and the sentence takes the focus.
 */
export function FoundList({ searched: { found, more }, onOpen }: FoundListProps) {
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
            <a href={addressOfFound(row)} onClick={() => onOpen(addressOfFound(row))} ref={at === 0 ? first : null}>
              {[searchBoxWords.kinds[row.what], row.number].filter(Boolean).join(" ")}
            </a>
            {searchBoxWords.about(row)}
          </li>
        ))}
      </ul>
    </>
  );
}
