import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiToday } from "../../api-clock.ts";
import type { Outcome } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer, useFocus, useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { SelectField } from "../select-field.tsx";
import { accessWords } from "./access.words.ts";
import { type GivenClash, type GivenWork, handingWords, type LeftVisit, teamWords } from "./handing.words.ts";
import { useFindsPage, useOwnRoles } from "./roles.ts";
import { roleName } from "./roles.words.ts";
import { AccessChanges, AccessOf, AddPerson } from "./team-access.tsx";
import { Uncovered } from "./uncovered.tsx";

/** Names the table of the people, where the access of each is changed. */
const peopleId = "people";

type Person = AnswerOf<Routes["listStaff"]>["staff"][number];

/**
 * Renders the office's staff with the roles and the work of each. A manager can record that a person is absent, which
 * gives their work to others, or what is left of it, and that they are back. Managers and administrators can give,
 * change and end a person's access, and see these changes. Without a session, asks to sign in.
 */
export function TeamPage() {
  return (
    <>
      <Heading>{deskPages.team.title}</Heading>
      <StaffOnly>
        <Team />
      </StaffOnly>
    </>
  );
}

/** The form that is open, and about whom. */
type Opened = { readonly form: "absence" | "access"; readonly sub: string } | { readonly form: "add" };

function Team() {
  const roles = useOwnRoles();
  const isManager = roles.includes("manager");
  const givesAccess = isManager || roles.includes("administrator");
  const { answer, again } = useAnswer(() => api.listStaff({ query: {} }), "");
  const [opened, setOpened] = useState<Opened>();
  const [done, setDone] = useState<string>();
  const [passed, setPassed] = useState<Passed>();
  const [turn, setTurn] = useState(0);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { staff } = answer.value;
  const person = opened && "sub" in opened ? staff.find(({ sub }) => sub === opened.sub) : undefined;
  const { act, ...columns } = teamWords.columns;
  const end = (said: string, how?: Passed): void => {
    setOpened(undefined);
    setDone(said);
    setPassed(how);
    setTurn(turn + 1);
    again();
  };
  const open = (next: Opened): void => {
    setDone(undefined);
    setPassed(undefined);
    setOpened(next);
  };
  return (
    <>
      {done && <Notice tone="good" title={done} />}
      {passed && <Clashes {...passed} />}
      {isManager && <Uncovered key={turn} staff={staff} access={peopleId} />}
      {opened?.form === "add" && <AddPerson onDone={end} />}
      {opened?.form === "access" && person && <AccessOf key={person.sub} person={person} onDone={end} />}
      {opened?.form === "absence" && person && <Absence key={person.sub} person={person} staff={staff} onDone={end} />}
      {givesAccess && opened?.form !== "add" && (
        <p>
          <button type="button" class="button plain" onClick={() => open({ form: "add" })}>
            {accessWords.add}
          </button>
        </p>
      )}
      <div id={peopleId}>
        <ScrollTable
          caption={deskPages.team.title}
          columns={[...Object.values(columns), ...(givesAccess ? [act] : [])]}
        >
          {staff.map((one) => (
            <PersonRow key={one.sub} person={one}>
              {givesAccess && (
                <>
                  {isManager &&
                    (one.onDuty ? (
                      <Opening label={teamWords.absent} person={one} onOpen={(sub) => open({ form: "absence", sub })} />
                    ) : (
                      <>
                        <Back person={one} onDone={end} />
                        {(one.openClaims > 0 || one.mayVisit) && (
                          <Opening
                            label={teamWords.rest}
                            person={one}
                            onOpen={(sub) => open({ form: "absence", sub })}
                          />
                        )}
                      </>
                    ))}{" "}
                  <Opening label={accessWords.change} person={one} onOpen={(sub) => open({ form: "access", sub })} />
                </>
              )}
            </PersonRow>
          ))}
        </ScrollTable>
      </div>
      {givesAccess && <AccessChanges key={turn} turn={String(turn)} />}
    </>
  );
}

/** Who does not find the work lists in their menu reads how many claims a person has, and is led to none. */
function PersonRow({ person, children }: { readonly person: Person; readonly children: preact.ComponentChildren }) {
  const { sub, name, roles, onDuty, absentUntil, openClaims, overdue, soon, visitsToday } = person;
  const findsWork = useFindsPage("work");
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{roles.map(roleName).join(", ")}</td>
      <td>{onDuty ? teamWords.onDuty : teamWords.offDuty(absentUntil, apiToday())}</td>
      <td class="figure">
        {openClaims > 0 && findsWork ? (
          <a href={`${addressOf("work")}?de=todos&persona=${sub}`}>{wholeNumber(openClaims)}</a>
        ) : (
          wholeNumber(openClaims)
        )}
      </td>
      <td class="figure">{wholeNumber(overdue)}</td>
      <td class="figure">{wholeNumber(soon)}</td>
      <td class="figure">{wholeNumber(visitsToday)}</td>
      {children && <td>{children}</td>}
    </tr>
  );
}

interface OpeningProps {
  readonly label: string;
  readonly person: Person;
  readonly onOpen: (sub: string) => void;
}

/** The button of a row that opens a form about its person. */
function Opening({ label, person: { sub, name }, onOpen }: OpeningProps) {
  return (
    <button type="button" class="link" onClick={() => onOpen(sub)}>
      {label}
      <span class="unseen">: {name}</span>
    </button>
  );
}

interface BackProps {
  readonly person: Person;
  readonly onDone: (said: string) => void;
}

/** Puts somebody on duty and gives back, part by part, what passed to others. Returns how much, or the refusal. */
async function backToWork(sub: string): Promise<Outcome<GivenWork>> {
  const back = await api.returnToDuty({ params: { sub } });
  if (!back.ok) return back;
  const sum = { claims: 0, visits: 0, deliveries: 0 };
  for (;;) {
    const part = await api.giveBackWork({ params: { sub }, body: {} });
    if (!part.ok) return part;
    for (const kind of ["claims", "visits", "deliveries"] as const) sum[kind] += part.value[kind];
    if (!part.value.more) return { ok: true, value: sum };
  }
}

function Back({ person: { sub, name }, onDone }: BackProps) {
  const alone = useSending(
    () => api.returnToDuty({ params: { sub } }),
    () => onDone(teamWords.backText(name)),
  );
  const withWork = useSending(
    () => backToWork(sub),
    (work) => onDone(teamWords.gaveBack(name, work)),
  );
  const ways = [
    [withWork, teamWords.backToWork],
    [alone, teamWords.back],
  ] as const;
  return ways.map(([{ problem, busy, onSubmit }, label]) => (
    <form key={label} method="dialog" onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <button type="submit" class="link" aria-busy={busy || undefined}>
        {label}
        <span class="unseen">: {name}</span>
      </button>
    </form>
  ));
}

/** The visits of an absence that go elsewhere, fall on a busy hour, or could not be given. */
interface Passed {
  readonly clashes: readonly GivenClash[];
  readonly left: readonly LeftVisit[];
}

/** What is to be known of the visits of an absence, each leading to its claim. Nothing if there are none. */
function Clashes({ clashes, left }: Passed) {
  const list = <Visit extends { readonly claimId: string }>(
    title: string,
    visits: readonly Visit[],
    say: (visit: Visit) => string,
  ) =>
    visits.length > 0 && (
      <Notice tone="bad" title={title}>
        <ul>
          {visits.map((visit) => (
            <li key={say(visit)}>
              <a href={addressOf("case", { claimId: visit.claimId })}>{say(visit)}</a>
            </li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <>
      {list(teamWords.planTitle, clashes, teamWords.clash)}
      {list(teamWords.leftTitle, left, teamWords.left)}
    </>
  );
}

interface AbsenceProps {
  readonly person: Person;
  readonly staff: readonly Person[];
  readonly onDone: (said: string, passed: Passed) => void;
}

/** What the API answers of an absence, or that its visits are to be looked at first. */
type Passing = { readonly plan: readonly GivenClash[] } | (GivenWork & Passed & Pick<AbsenceBody, "until">);

type AbsenceBody = Omit<Parameters<typeof api.handOverWork>[0]["body"], "plan">;

/** Asks who would take each visit. Returns those that clash, or the refusal; undefined if none does. */
async function clashesOf(sub: string, body: AbsenceBody): Promise<Outcome<Passing> | undefined> {
  const planned = await api.handOverWork({ params: { sub }, body: { ...body, plan: true } });
  if (!planned.ok) return planned;
  const { clashes } = planned.value;
  return clashes && { ok: true, value: { plan: clashes } };
}

/** Gives the work part by part until nothing is left, and returns what passed in all. */
async function passAll(
  sub: string,
  body: AbsenceBody,
  onPart: (sum: GivenWork) => void,
): Promise<Outcome<GivenWork & Passed>> {
  let sum: GivenWork & Passed = { claims: 0, visits: 0, deliveries: 0, clashes: [], left: [] };
  for (;;) {
    const part = await api.handOverWork({ params: { sub }, body });
    if (!part.ok) return part;
    const { claims, visits, deliveries, clashes = [], left = [], more } = part.value;
    sum = {
      claims: sum.claims + claims,
      visits: sum.visits + visits,
      deliveries: sum.deliveries + deliveries,
      clashes: [...sum.clashes, ...clashes],
      left,
    };
    if (!more) return { ok: true, value: sum };
    onPart(sum);
  }
}

/**
 * The form of an absence. If visits clash, it says to whom they would go, and passes them when it is sent again
 * unchanged. The API gives a part of the work with each call: it is asked until nothing is left.
 */
function Absence({ person, staff, onDone }: AbsenceProps) {
  const { sub, name } = person;
  const [going, setGoing] = useState<GivenWork>();
  const [plan, setPlan] = useState<readonly GivenClash[]>([]);
  const { problem, busy, onSubmit } = useSending(
    async (typed): Promise<Outcome<Passing>> => {
      const body = { reason: typed("reason"), until: typed("until"), ...(typed("to") && { to: typed("to") }) };
      const clashes = person.mayVisit && plan.length === 0 && (await clashesOf(sub, body));
      if (clashes) return clashes;
      const passed = await passAll(sub, body, setGoing);
      return passed.ok ? { ok: true, value: { ...passed.value, until: body.until } } : passed;
    },
    (passed) => {
      if ("plan" in passed) return setPlan(passed.plan);
      onDone(teamWords.done(passed, passed.until), passed);
    },
  );
  const others = staff.filter(
    (one) => one.sub !== sub && ((person.mayOwn && one.mayOwn) || (person.mayVisit && one.mayVisit)),
  );
  const loadOf = ({ openClaims, visitsToday }: Person): string =>
    person.mayVisit ? handingWords.visitLoad(visitsToday) : handingWords.load(openClaims);
  const heading = useFocus<HTMLHeadingElement>(sub);
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {teamWords.absenceOf(name)}
      </h2>
      <p>{teamWords.absenceText}</p>
      <Uncovered staff={staff} without={person} access={peopleId} />
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit} onInput={() => setPlan([])}>
        <DayField name="until" label={teamWords.until} problem={problem} />
        <SelectField
          name="to"
          label={handingWords.to}
          hint={teamWords.share}
          options={Object.fromEntries(others.map((one) => [one.sub, `${one.name} (${loadOf(one)})`]))}
          problem={problem}
        />
        <LongText
          name="reason"
          label={handingWords.reason}
          hint={handingWords.reasonHint}
          max={500}
          problem={problem}
        />
        <div role="status">
          <Clashes clashes={plan} left={[]} />
          {plan.length > 0 && <p>{teamWords.planText}</p>}
          {going && <p>{teamWords.going(going)}</p>}
        </div>
        <Submit busy={busy}>{plan.length > 0 ? teamWords.sendSo : teamWords.send}</Submit>
      </form>
    </section>
  );
}
