import { useRoute } from "preact-iso";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { api } from "../api.ts";
import { askedDeliveries } from "../delivery/asked-deliveries.ts";
import { LastDays } from "../delivery/delivery-days.tsx";
import { DeliveryFilter } from "../delivery/delivery-filter.tsx";
import { DeliverySheet } from "../delivery/delivery-sheet.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { SelectField } from "../select-field.tsx";
import type { Delivery } from "../visit/kept-day.ts";
import { useOwnRoles } from "./roles.ts";
import { toHandOverWords } from "./to-hand-over.words.ts";

/** What `?de=` says for what nobody on duty has. */
const nobodys = "nadie";

/**
 * Renders the resolutions to hand over, what silence grants first on top, each with who has it: everybody's for a clerk
 * and a manager, an inspector's own for them; `?de=` keeps one person's (by name) or nobody's, `?zona=` a zone's,
 * `?hasta=` those due by a day. Printed, the page is a sheet for each. For a clerk and a manager `?lista=` also has
 * those to dispatch (`por-notificar`) and copies to post (`copias`). Without a session, asks to sign in.
 */
export function ToHandOverPage() {
  return (
    <>
      <Heading>{deskPages.toHandOver.title}</Heading>
      <StaffOnly>
        <Lists />
      </StaffOnly>
    </>
  );
}

/** What `?lista=` says, besides what is to be handed over. */
const otherLists = ["por-notificar", "copias"] as const;

function Lists() {
  const { query } = useRoute();
  const seesAll = useSeesAll();
  if (!seesAll) return <ToHandOver />;
  const list = otherLists.find((each) => each === query["lista"]);
  return (
    <>
      <nav aria-label={toHandOverWords.lists} class="unprinted">
        <ul class="tabs">
          {([undefined, ...otherLists] as const).map((each) => (
            <li key={each}>
              <a
                href={`${addressOf("toHandOver")}${each ? `?lista=${each}` : ""}`}
                aria-current={each === list ? "page" : undefined}
              >
                {toHandOverWords.names[each ?? "por-entregar"]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list === "por-notificar" ? (
        <Loaded load={() => import("../delivery/to-dispatch.tsx")} about={list}>
          {({ ToDispatch }) => <ToDispatch />}
        </Loaded>
      ) : list === "copias" ? (
        <Loaded load={() => import("../case-copy/copies.tsx")} about={list}>
          {({ Copies }) => <Copies />}
        </Loaded>
      ) : (
        <ToHandOver />
      )}
    </>
  );
}

const useSeesAll = (): boolean => useOwnRoles().some((role) => role === "clerk" || role === "manager");

function ToHandOver() {
  const seesAll = useSeesAll();
  const { query } = useRoute();
  const whose = query["de"] ?? "";
  const { answer, again } = useAnswer(
    () => api.listDeliveries({ query: seesAll ? { of: "all" } : {} }),
    String(seesAll),
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { deliveries, more } = answer.value;
  const people = [...new Set(deliveries.flatMap(({ inspector }) => inspector ?? []))].toSorted();
  const theirs = deliveries.filter(({ inspector }) => whose === "" || whose === (inspector ?? nobodys));
  const shown = askedDeliveries(theirs, query);
  return (
    <>
      <div class="unprinted">
        <DeliveryFilter deliveries={deliveries}>
          {seesAll && (
            <SelectField
              name="de"
              label={toHandOverWords.whose}
              options={{
                ...Object.fromEntries(people.map((name) => [name, name])),
                [nobodys]: toHandOverWords.nobodys,
              }}
              chosen={whose}
              problem={undefined}
            />
          )}
        </DeliveryFilter>
        <p role="status">{countOf(shown, deliveries)}</p>
        {shown.length > 0 && (
          <button type="button" class="button" onClick={() => print()}>
            {toHandOverWords.print(shown.length)}
          </button>
        )}
        {shown.length > 0 && (
          <ScrollTable caption={deskPages.toHandOver.title} columns={Object.values(toHandOverWords.columns)}>
            {shown.map((delivery) => (
              <DeliveryRow key={delivery.noticeId} delivery={delivery} />
            ))}
          </ScrollTable>
        )}
        {more && <p>{toHandOverWords.more}</p>}
      </div>
      {shown.map((delivery) => (
        <DeliverySheet key={delivery.noticeId} delivery={delivery} />
      ))}
    </>
  );
}

/** How many are shown and, if the address keeps some back, of how many. */
function countOf(shown: readonly Delivery[], all: readonly Delivery[]): string {
  if (shown.length < all.length)
    return shown.length === 0 ? toHandOverWords.noneAsked : toHandOverWords.of(shown.length, all.length);
  return all.length === 0 ? toHandOverWords.none : toHandOverWords.count(all.length);
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { claimId, code, to, zone, claimantName, inspector, attempts } = delivery;
  const leads = useOwnRoles().includes("manager");
  return (
    <tr>
      <td>
        <LastDays delivery={delivery} />
      </td>
      <td>
        {to}
        <br />
        {claimantName}
        {zone && <span class="hint">{toHandOverWords.zoneName(zone)}</span>}
      </td>
      <th scope="row">
        <a href={addressOf("case", { claimId })}>{code}</a>
      </th>
      <td>
        {inspector ?? toHandOverWords.nobody}{" "}
        {leads && (
          <a href={addressOf("caseAct", { claimId, act: "repartidor" })}>
            {toHandOverWords.change}
            <span class="unseen"> {code}</span>
          </a>
        )}
      </td>
      <td class="figure">{attempts}</td>
    </tr>
  );
}
