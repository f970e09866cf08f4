import { useLocation } from "preact-iso";
import type { DeskPage } from "../desk-paths.ts";
import { addressOf } from "./page.tsx";
import { reportWords } from "./register/reports.words.ts";

/**
 * Renders a form to choose a month. Submitting goes to `page` with the month in its address (`?mes=YYYY-MM`). `month`
 * is filled in at first.
 */
export function MonthForm({ page, month }: { readonly page: DeskPage; readonly month: string }) {
  const { route } = useLocation();
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (form instanceof HTMLFormElement) route(`${addressOf(page)}?mes=${new FormData(form).get("month")}`);
  };
  return (
    <form method="dialog" class="inline" onSubmit={onSubmit} key={month}>
      <div class="field">
        <label for="month">{reportWords.month}</label>
        <input id="month" name="month" type="month" defaultValue={month} required pattern="[0-9]{4}-[0-9]{2}" />
      </div>
      <button type="submit" class="button plain">
        {reportWords.show}
      </button>
    </form>
  );
}
