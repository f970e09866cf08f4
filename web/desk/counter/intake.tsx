import type { ComponentChildren, TargetedEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { ClientProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { ErrorSummary, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { addressOf, Heading, SignInAgain, StaffOnly } from "../page.tsx";
import { chosenOf, textOf } from "../typed.ts";
import { comeToCall, endCall, endOfOther, endOfOtherSupply, leaveCall, searchKey, taskKey } from "./call.ts";
import { type CallerTask, callerTasks, callerWords } from "./caller.words.ts";
import { searchWords, supplyTodayWords } from "./intake.words.ts";
import type { FoundSupply } from "./intake-answers.ts";
import type { Filed } from "./intake-form.tsx";
import { SearchBox } from "./search-box.tsx";

/** How many callers were attended since the desk was opened: after each, the page begins anew at the search box. */
let calls = 0;

/**
 * Renders the page for a person on the telephone or at the counter: the search box, the look-up of a supply, what staff
 * may say of the supply, and the task chosen for the person, such as filing a claim. `?suministro=` and `?numero=` (the
 * caller's number) are searched at once. Once a claim is filed, shows what to read to the claimant. Without a session,
 * asks to sign in.
 */
export function IntakePage() {
  const [filed, setFiled] = useState<Filed>();
  const [, again] = useState({});
  const { query } = useRoute();
  const { route } = useLocation();
  const { suministro: supplyCode, numero: telephone } = query;
  useMemo(() => endOfOther(telephone), [telephone]);
  useMemo(comeToCall, []);
  useEffect(() => leaveCall, []);
  /** How many results were opened: what the caller before gave opens none of them. */
  const [opened, setOpened] = useState(0);
  const attendAnother = (): void => {
    endCall();
    calls += 1;
    setFiled(undefined);
    again({});
    route(addressOf("intake"));
  };
  return filed ? (
    <StaffOnly>
      <Loaded load={() => import("./intake-filed.tsx")} about="filed">
        {({ IntakeFiled }) => <IntakeFiled {...filed} another={attendAnother} />}
      </Loaded>
    </StaffOnly>
  ) : (
    <>
      <Heading>{deskPages.intake.title}</Heading>
      <StaffOnly>
        <SearchBox
          key={`${telephone} ${calls}`}
          asked={telephone}
          isNext={calls > 0}
          onSupply={() => setOpened(opened + 1)}
        />
        <Intake
          key={`${supplyCode} ${telephone} ${calls} ${opened}`}
          supplyCode={supplyCode}
          onFiled={setFiled}
          onAnother={attendAnother}
        />
      </StaffOnly>
    </>
  );
}

interface IntakeProps {
  /** The supply that the address names. */
  readonly supplyCode: string | undefined;
  readonly onFiled: (filed: Filed) => void;
  readonly onAnother: () => void;
}

/**
 * Renders the search, and of the supply found what it is today and what can be done for the caller, or the task under
 * way, which the tab keeps with its supply; nothing of it while another code is typed. Another supply ends the task;
 * one that is done is said above the next.
 */
function Intake({ supplyCode, onFiled, onAnother }: IntakeProps) {
  const [found, setFound] = useState<FoundSupply>();
  const [underWay, setUnderWay] = useState(keptTask);
  const task = found && found.supplyCode === underWay?.supplyCode ? underWay.task : undefined;
  const [isBack, setIsBack] = useState(false);
  const [holderDocument, setHolderDocument] = useState<string>();
  const [asked, setAsked] = useState<Asked>({ turn: 0 });
  const [noted, setNoted] = useState<string>();
  /** Whether the code typed above is no longer that of the supply found: nothing may be done for it then. */
  const [isOther, setIsOther] = useState(false);
  const go = (next: CallerTask | undefined): void => {
    if (next && found) sessionStorage.setItem(taskKey, `${found.supplyCode} ${next}`);
    else sessionStorage.removeItem(taskKey);
    setUnderWay(keptTask());
    setIsBack(next === undefined);
  };
  const end = (): void => {
    endCall();
    go(undefined);
  };
  const done = (said: string): void => {
    go(undefined);
    setNoted(said);
    setAsked({ ...asked, turn: asked.turn + 1 });
  };
  return (
    <>
      <Search
        supplyCode={supplyCode}
        found={found}
        asked={asked}
        isOther={isOther}
        onTyped={setIsOther}
        onFound={(supply, document) => {
          // Another supply is another call.
          endOfOtherSupply(supply.supplyCode);
          setUnderWay(keptTask());
          if (found && found.supplyCode !== supply.supplyCode) {
            setIsBack(true);
            setNoted(undefined);
          }
          setFound(supply);
          setHolderDocument(supply.holder === "matches" ? document : undefined);
        }}
      />
      {found &&
        !isOther &&
        (task === undefined ? (
          <>
            <SupplyToday found={found} />
            <p>
              <button type="button" class="link" onClick={onAnother}>
                {searchWords.another}
              </button>
            </p>
            {noted && <Notice tone="good" title={noted} />}
            <Loaded load={() => import("./caller.tsx")} about="caller">
              {({ Caller }) => (
                <Caller
                  key={`${found.supplyCode} ${found.shown}`}
                  found={found}
                  takesFocus={isBack || found.shown === "full"}
                  onTask={go}
                  onMonth={(month) => setAsked({ month, turn: asked.turn + 1 })}
                />
              )}
            </Loaded>
          </>
        ) : (
          <Task key={found.supplyCode} supplyCode={found.supplyCode} onBack={() => go(undefined)}>
            {task === "claim" ? (
              <Loaded load={() => import("./intake-form.tsx")} about="form">
                {({ IntakeForm, dropIntake }) => (
                  <IntakeForm
                    found={found}
                    holderDocument={holderDocument}
                    onFiled={(filed) => {
                      end();
                      onFiled(filed);
                    }}
                    onClear={() => {
                      dropIntake(found.supplyCode);
                      end();
                      setFound(undefined);
                    }}
                  />
                )}
              </Loaded>
            ) : task === "link" ? (
              <Loaded load={() => import("./link-form.tsx")} about={task}>
                {({ LinkForm, linkSent }) => (
                  <section class="brief">
                    <h2>{callerTasks.link}</h2>
                    <LinkForm found={found} onDone={(to) => done(linkSent(to))} />
                  </section>
                )}
              </Loaded>
            ) : (
              <Loaded load={() => import("./contact-form.tsx")} about={task}>
                {({ ContactForm }) => (
                  <section class="brief">
                    <h2>{callerTasks[task]}</h2>
                    <ContactForm
                      supplyCode={found.supplyCode}
                      promises={task === "callBack"}
                      onDone={() => done(callerWords.noted)}
                    />
                  </section>
                )}
              </Loaded>
            )}
          </Task>
        ))}
    </>
  );
}

/** What the supply is today, or that it is not on record and what follows. */
function SupplyToday({ found: { today, receipts } }: { readonly found: FoundSupply }) {
  if (!today)
    return (
      <Notice title={searchWords.unknown}>
        <p>{searchWords.unknownText}</p>
      </Notice>
    );
  return (
    <p class="brief">
      {supplyTodayWords(today)} {receipts.length === 0 && <b>{searchWords.unbilled}</b>}
    </p>
  );
}

interface UnderWay {
  readonly supplyCode: string;
  readonly task: CallerTask;
}

/** What is being done for a caller in this tab, and about which supply. */
function keptTask(): UnderWay | undefined {
  const [supplyCode = "", kept = ""] = sessionStorage.getItem(taskKey)?.split(" ") ?? [];
  const task = chosenOf(callerTasks, kept);
  return task && { supplyCode, task };
}

interface TaskProps {
  readonly supplyCode: string;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

/**
 * What is being done for the caller, in the place of what found them. It takes the focus, so that the keyboard goes on
 * there.
 */
function Task({ supplyCode, onBack, children }: TaskProps) {
  const part = useFocus<HTMLDivElement>(true);
  return (
    <div class="under-way" tabIndex={-1} ref={part}>
      <p class="buttons">
        <button type="button" class="button plain" onClick={onBack}>
          {callerWords.back}
        </button>
        <b>{callerWords.supply(supplyCode)}</b>
      </p>
      {children}
    </div>
  );
}

/** What is asked of the supply that was found: a month to explain, if not the newest. A new `turn` asks again. */
interface Asked {
  readonly month?: string;
  readonly turn: number;
}

interface SearchProps {
  readonly supplyCode: string | undefined;
  readonly found: FoundSupply | undefined;
  readonly asked: Asked;
  readonly isOther: boolean;
  /** Called as a code is typed, with whether it is another than that of the supply found. */
  readonly onTyped: (isOther: boolean) => void;
  /** Called with what was found, and the document that was given. */
  readonly onFound: (found: FoundSupply, document: string | undefined) => void;
}

function Search({ supplyCode, found, asked: { month, turn }, isOther, onTyped, onFound }: SearchProps) {
  const kept = useKeptForm(sessionStorage, searchKey);
  const sought = useRef("");
  const saysOther = (of: FoundSupply, form: HTMLFormElement): boolean => {
    const typed = inputOf(form, "supplyCode")?.value ?? "";
    return typed !== sought.current && !isSameSupply(of.supplyCode, typed);
  };
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const body = {
        supplyCode: typed("supplyCode"),
        documentNumber: textOf(typed("documentNumber")),
        receiptNumber: textOf(typed("receiptNumber")),
        total: textOf(typed("total")),
        ...(month && found && isSameSupply(found.supplyCode, typed("supplyCode")) && { period: month }),
      };
      sought.current = body.supplyCode;
      const outcome = await api.searchSupplies({ body });
      if (outcome.ok) setGiven(body);
      return outcome;
    },
    (value, form) => {
      kept.keep();
      onTyped(saysOther(value, form));
      onFound(value, textOf(String(new FormData(form).get("documentNumber"))));
      // Who opens a supply that was found asks the caller for the proof next.
      if (opened.current) inputOf(form, "documentNumber")?.focus();
      opened.current = false;
    },
  );
  const next = useRef(false);
  // Who types another supply while one is looked up wants the one they typed: it is looked up next.
  const onSearch = (event: SubmitEvent): void => {
    event.preventDefault();
    next.current = busy;
    onSubmit(event);
  };
  useEffect(() => {
    if (!busy && next.current) kept.form.current?.requestSubmit();
  }, [busy]);
  const [given, setGiven] = useState<Given>({});
  const opened = useRef(supplyCode !== undefined);
  const again = useRef(supplyCode !== undefined || sessionStorage.getItem(searchKey) !== null);
  useEffect(() => {
    // The last look-up is repeated when the page is opened again, unless the address names another supply.
    const field = inputOf(kept.form.current, "supplyCode");
    if (supplyCode !== undefined && field) {
      // What another caller gave is not tried on this one.
      if (!isSameSupply(supplyCode, field.value)) kept.form.current?.reset();
      field.value = supplyCode;
    }
    if (again.current) kept.form.current?.requestSubmit();
    again.current = false;
  }, []);
  useEffect(() => {
    if (turn > 0) kept.form.current?.requestSubmit();
  }, [turn]);
  const onInput = ({ currentTarget: form }: TargetedEvent<HTMLFormElement>): void => {
    if (found) onTyped(saysOther(found, form));
  };
  // What was given with one supply is another caller's on the next; what was typed since is for the next.
  const onChange = ({ currentTarget: form }: TargetedEvent<HTMLFormElement>): void => {
    if (!found || !saysOther(found, form)) return;
    for (const name of proofs) {
      const field = inputOf(form, name);
      if (field && field.value.trim() === given[name]) field.value = "";
    }
  };
  const field = (name: "supplyCode" | Proof, numeric = false) => (
    <TextField name={name} label={searchWords[name]} numeric={numeric} size="short" problem={problem} />
  );
  return (
    <section class="brief finding" aria-label={searchWords.title}>
      <SearchProblem problem={problem} />
      <form
        method="dialog"
        class="inline"
        noValidate
        ref={kept.form}
        onSubmit={onSearch}
        onInput={onInput}
        onChange={onChange}
      >
        {field("supplyCode", true)}
        {field("documentNumber")}
        {field("receiptNumber")}
        {field("total")}
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {searchWords.action}
        </button>
      </form>
      <p role="status" class="hint">
        {isOther ? searchWords.other : statusOf(found, given)}
      </p>
    </section>
  );
}

/** What a caller gives that opens the amounts of a supply. */
const proofs = ["documentNumber", "receiptNumber", "total"] as const;
type Proof = (typeof proofs)[number];
type Given = { readonly [Name in Proof]?: string | undefined };

function inputOf(form: HTMLFormElement | null, name: string): HTMLInputElement | undefined {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
}

/** Whether a code that was typed, with or without its first zeros, is this supply's. */
const isSameSupply = (supplyCode: string, typed: string): boolean =>
  typed.trim().padStart(supplyCode.length, "0") === supplyCode;

/** Whether what the caller gave opens the page; before that, what it is asked for. */
function statusOf(found: FoundSupply | undefined, { receiptNumber }: Given): string {
  if (!found) return searchWords.proofHint;
  const { holder, shown } = found;
  if (holder === "matches") return searchWords.holder.matches;
  if (receiptNumber !== undefined) return shown === "full" ? searchWords.receiptMatches : searchWords.receiptDiffers;
  return holder ? searchWords.holder[holder] : searchWords.proofHint;
}

function SearchProblem({ problem }: { readonly problem: ClientProblem | undefined }) {
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
    </>
  );
}
