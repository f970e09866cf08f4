import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { deskPages } from "../../desk-paths.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { date, instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { openingWords } from "./openings.words.ts";

/** What the address asks for besides the month; an empty text asks for nothing. */
interface Filters {
  readonly dia: string;
  readonly quien: string;
  readonly sobre: string;
}

/**
 * Renders which cases and other records of people the staff opened in a month (`?mes=`, the present one without it),
 * page by page: who, what and when. A form narrows the rows to a day (`?dia=`), a person of the staff (`?quien=`) or a
 * case (`?sobre=`). Without a session, asks to sign in.
 */
export function OpeningsPage() {
  const asked = useAsked("mes");
  const { dia = "", quien = "", sobre = "" } = useRoute().query;
  const filters = { dia, quien, sobre };
  return (
    <>
      <Heading>{deskPages.openings.title}</Heading>
      <StaffOnly>
        <p>{openingWords.lede}</p>
        <OfAsked asked={asked}>
          {(month) => (
            <>
              <Counts />
              <Ask key={JSON.stringify([month, filters])} month={month} filters={filters} />
              <Openings key={JSON.stringify([month, filters, "rows"])} month={month} filters={filters} />
            </>
          )}
        </OfAsked>
        <p>
          <a href={addressOf("searches")}>{openingWords.searches}</a>
        </p>
      </StaffOnly>
    </>
  );
}

/** Who opens more than others, for those whom it is for. It is asked for once it is opened. */
function Counts() {
  const roles = useOwnRoles();
  const { semana } = useRoute().query;
  const [isOpen, setIsOpen] = useState(semana !== undefined);
  if (!roles.includes("manager") && !roles.includes("external-supervisor")) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{openingWords.counts}</summary>
      {isOpen && (
        <Loaded load={() => import("../register/look-counts.tsx")} about="look-counts">
          {({ LookCounts }) => <LookCounts week={semana} />}
        </Loaded>
      )}
    </details>
  );
}

interface Props {
  readonly month: string;
  readonly filters: Filters;
}

function Ask({ month, filters }: Props) {
  const { route } = useLocation();
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const typed = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [],
    );
    // A day says its month.
    const { dia, mes = "", ...rest } = Object.fromEntries(typed);
    route(
      `${addressOf("openings")}?${new URLSearchParams({ mes: dia?.slice(0, 7) ?? mes, ...(dia && { dia }), ...rest })}`,
    );
  };
  const field = (name: string, label: string, value: string) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} type="text" defaultValue={value} maxLength={64} />
    </div>
  );
  return (
    <form method="dialog" onSubmit={onSubmit}>
      <div class="field">
        <label for="mes">{openingWords.month}</label>
        <input id="mes" name="mes" type="month" defaultValue={month} required pattern="[0-9]{4}-[0-9]{2}" />
      </div>
      <div class="field">
        <label for="dia">{openingWords.day}</label>
        <input id="dia" name="dia" type="date" defaultValue={filters.dia} />
      </div>
      {field("quien", openingWords.who, filters.quien)}
      {field("sobre", openingWords.about, filters.sobre)}
      <button type="submit" class="button plain">
        {openingWords.show}
      </button>
    </form>
  );
}

function Openings({ month, filters: { dia, quien, sobre } }: Props) {
  const { answer, again, pages, next } = usePages(
    (from) =>
      api.listOpenings({
        query: {
          month,
          ...(dia && { day: dia }),
          ...(quien && { who: quien }),
          ...(sobre && { about: sobre }),
          ...from,
        },
      }),
    JSON.stringify([month, dia, quien, sobre]),
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const openings = pages.flatMap((page) => page.openings);
  return (
    <section>
      <h2>
        {openingWords.title}: {dia ? date(dia) : monthAndYear(month)}
      </h2>
      {openings.length === 0 && <p>{next.more ? openingWords.noneSoFar : openingWords.none}</p>}
      {openings.length > 0 && (
        <ScrollTable caption={openingWords.title} columns={Object.values(openingWords.columns)}>
          {openings.map(({ at, name, what, id, number, part }) => (
            <tr key={`${at} ${name} ${what} ${id} ${part}`}>
              <th scope="row">{instant(at)}</th>
              <td>{name ?? openingWords.nobody}</td>
              <td>
                {openingWords.things[what]}{" "}
                {what === "claim" ? (
                  <a href={addressOf("case", { claimId: id })}>{number ?? id}</a>
                ) : (
                  (number ?? inSpanish(id))
                )}
              </td>
              <td>{part ?? openingWords.whole}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <More {...next} />
    </section>
  );
}

/** `openings 2026-11 ANA` as «quién abrió qué 2026-11 ANA»; any other id as it is. */
function inSpanish(id: string): string {
  const [log = "", ...asked] = id.split(" ");
  const page = chosenOf(openingWords.logs, log);
  return page ? [openingWords.logs[page], ...asked].join(" ") : id;
}
