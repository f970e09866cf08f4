import { officeFacts } from "../../office.ts";
import { HandOverLines, Line } from "../delivery/delivery-sheet.tsx";
import { readingWords } from "../reading/readings.words.ts";
import { deliverySheetWords } from "../work/to-hand-over.words.ts";

interface NoticeProps {
  readonly lines: readonly string[];
  /** Somebody just asked for it: it gets the focus, and it alone is printed. */
  readonly asked?: boolean | undefined;
}

const focus = (heading: HTMLElement | null): void => heading?.focus();

/**
 * Renders the notice of a visit, its title first, with a button that prints it. On paper it has the utility's name and
 * telephone, and the lines on which who receives it signs. It must not stand in a form: forms are not printed.
 */
export function NoticeSheet({ lines: [title, ...lines], asked }: NoticeProps) {
  return (
    <section class={asked ? "card for-paper asked" : "card for-paper"}>
      <p class="on-paper">{officeFacts.legalName}</p>
      <h2 tabIndex={-1} ref={asked ? focus : null}>
        {title}
      </h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div class="on-paper">
        <p>{readingWords.telephone(officeFacts.telephone)}</p>
        <Line>{deliverySheetWords.when}</Line>
        <HandOverLines />
      </div>
      <p>
        <button type="button" class="button plain" onClick={() => print()}>
          {readingWords.print}
        </button>
      </p>
    </section>
  );
}
