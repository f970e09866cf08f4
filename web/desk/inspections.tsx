import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { telephoneAddress } from "../look/contacts.tsx";
import { DayField } from "../look/native-date.tsx";
import { clockOf } from "../words/clock.ts";
import { agendaWords } from "../words/desk-inspections.ts";
import { dateWithWeekday } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "./page.tsx";
import { typedKey, useUnsent } from "./report-outbox.ts";
import { OfAsked, useAsked } from "./today.tsx";

type Visit = AnswerOf<Routes["listInspections"]>["inspections"][number];

/** An inspector's visits of a day, in the API's order. */
export function InspectionsPage() {
  const { route } = useLocation();
  const asked = useAsked("dia");
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (form instanceof HTMLFormElement) route(`${addressOf("inspections")}?dia=${new FormData(form).get("day")}`);
  };
  return (
    <>
      <Heading>{deskPages.inspections.title}</Heading>
      <StaffOnly>
        <OfAsked asked={asked}>
          {(day) => (
            <>
              <form method="dialog" class="inline" onSubmit={onSubmit} key={day}>
                <DayField name="day" label={agendaWords.day} initial={day} problem={undefined} />
                <button type="submit" class="button plain">
                  {agendaWords.show}
                </button>
              </form>
              <Agenda day={day} />
            </>
          )}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Agenda({ day }: { readonly day: string }) {
  const { answer, again } = useAnswer(() => api.listInspections({ query: { date: day } }), day);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { inspections } = answer.value;
  const next = inspections.find(({ reported }) => !reported);
  return (
    <section>
      <h2>{dateWithWeekday(day)}</h2>
      <p>{inspections.length > 0 ? agendaWords.count(inspections.length) : agendaWords.empty}</p>
      <ol class="visits">
        {inspections.map((visit) => (
          <Stop key={visit.inspectionId} visit={visit} isNext={visit === next} />
        ))}
      </ol>
    </section>
  );
}

interface StopProps {
  readonly visit: Visit;
  /** It is the first visit without a report: its button is green. */
  readonly isNext: boolean;
}

function Stop({ visit, isNext }: StopProps) {
  const { from, to, late, address, claimantName, telephone, code, supplyCode, alsoFor } = visit;
  return (
    <li class="card">
      <h3>{address}</h3>
      <p>
        <b>{agendaWords.hours(clockOf(from), clockOf(to))}</b>
        {late && <span class="hint">{agendaWords.late}</span>}
        <br />
        {claimantName} · {code} · {agendaWords.supply(supplyCode)}
        {alsoFor.length > 0 && <span class="hint">{agendaWords.alsoFor(alsoFor)}</span>}
      </p>
      <div class="buttons">
        {telephone === undefined ? (
          <span>{agendaWords.noTelephone}</span>
        ) : (
          <a class="button plain" href={telephoneAddress(telephone)}>
            {agendaWords.call(telephone)}
          </a>
        )}
        <Doing visit={visit} isNext={isNext} />
      </div>
    </li>
  );
}

/** Says that a visit is reported, or links to its report: to begin it, go on with it, or see why it is not sent. */
function Doing({ visit: { reported, claimId, inspectionId, address }, isNext }: StopProps) {
  const unsent = useUnsent();
  if (reported) return <b>{agendaWords.reported}</b>;
  const waiting = unsent.find((report) => report.inspectionId === inspectionId);
  const begun = localStorage.getItem(typedKey(inspectionId)) !== null;
  return (
    <a class={isNext ? "button" : "button plain"} href={addressOf("inspection", { claimId, inspectionId })}>
      {waiting
        ? waiting.refused
          ? agendaWords.refused
          : agendaWords.unsent
        : begun
          ? agendaWords.goOn
          : agendaWords.start}
      <span class="unseen"> {address}</span>
    </a>
  );
}
