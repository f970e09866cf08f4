import { languageWords } from "../../words/languages.ts";
import { channelLabels } from "../register/reports.words.ts";
import { lastContactWords } from "./calls.words.ts";
import type { FoundSupply } from "./intake-answers.ts";

interface ContactListProps {
  readonly found: Pick<FoundSupply, "contacts" | "preferential" | "languageChoice">;
}

/** Renders how the person of a supply is attended, and what was last asked, answered and promised. */
export function ContactList({ found: { contacts, preferential, languageChoice } }: ContactListProps) {
  const { preferential: names } = lastContactWords;
  return (
    <>
      {(preferential !== undefined || languageChoice) && (
        <p>
          <b>
            {preferential !== undefined && (preferential ? names.yes : names.no)}{" "}
            {languageChoice && languageWords.forStaff(languageChoice)}
          </b>
        </p>
      )}
      {contacts.length === 0 && <p>{lastContactWords.none}</p>}
      <ul>
        {contacts.map(({ contactId, at, channel, by, question, answer, next, callBack, link }) => (
          <li key={contactId}>
            <b>{lastContactWords.by(at, channelLabels[channel], by)}</b>. {lastContactWords.asked} {question}{" "}
            {lastContactWords.answered} {answer} {next && lastContactWords.promised(next.step, next.on, by)}{" "}
            {callBack && lastContactWords.callBack(callBack.at, callBack.over)}
            {link && lastContactWords.link(link)}
          </li>
        ))}
      </ul>
    </>
  );
}
