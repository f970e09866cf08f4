import { render } from "preact";
import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { paperWords } from "../counter/recording.words.ts";

/** The act that is confirmed: a withdrawal, a recourse or an agreement. */
type What = ClientRequestOf<Routes["askConfirmation"]>["body"]["what"];

interface PaperProps {
  /** The claim's code. */
  readonly code: string;
  readonly what: What;
}

/**
 * Opens the browser's print dialog for one sheet: the act as it was written down, with lines to sign on. It is for a
 * person who does not want their voice recorded. The sheet is taken out of the page after printing.
 */
export function printPaper(paper: PaperProps): void {
  const sheet = document.createElement("section");
  // Beside the form, which is not printed.
  document.querySelector("main")?.append(sheet);
  render(<Paper {...paper} />, sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}

function Paper({ code, what }: PaperProps) {
  return (
    <>
      <h2>{paperWords.title}</h2>
      <p>
        <b>{paperWords.claim(code)}</b>. {paperWords.acts[what.act === "recourse" ? what.kind : what.act]}.{" "}
        {what.act === "withdrawal" && `${paperWords.of[what.of]}.`}
      </p>
      <p>{textOf(what)}</p>
      <ul>
        {paperWords.lines.map((line) => (
          <li key={line}>{line}: ______________________________</li>
        ))}
      </ul>
      <p>{paperWords.ruego}</p>
      <p>{paperWords.bring}</p>
    </>
  );
}

function textOf(what: What): string {
  if (what.act === "withdrawal") return what.reason ?? "";
  return what.act === "recourse" ? what.grounds : what.agreed;
}
