import { type Command, hearCommands, type KeptObject, type SentMessage } from "../local/in-process/stores-in-memory.ts";
import type { Office } from "../local/journey/office.ts";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { liveOffice, openLivedOffice } from "./lived-office.ts";

/** What came of processes that died at each of their writes. */
export interface Crashes {
  /** Routes whose request was stopped at every write it makes or causes. */
  readonly routes: readonly RouteId[];
  /** Stops, each before or after one write. */
  readonly points: number;
  /**
   * After which the stores, once the request was sent again and the workers were done, were not as without the stop.
   */
  readonly faults: readonly string[];
}

interface Stopping {
  /** How often the request of a route is stopped at each of its writes. */
  readonly times: number;
  readonly ways?: number;
  /** The negative control: false sends nothing again, and gives no worker its message again. */
  readonly again?: boolean;
}

const writes =
  /^(Put|Update|Delete|TransactWrite|SendMessage|SendMessageBatch|PutObject|SendEmail|Publish|Admin(?!Get)\w+)Command$/;

/** A process that dies at a write. Once it is dead, nothing that it asks has an effect or an answer. */
function openDeath() {
  let [count, at]: [number, number | undefined] = [0, undefined];
  let isBefore = false;
  let isDead = false;
  const dead = () => new Error("the process is dead");
  const isWrite = ({ constructor: { name } }: Command) => writes.test(name);
  hearCommands(
    (command) => {
      if (isDead) throw dead();
      if (!isWrite(command)) return;
      count += 1;
      isDead = isBefore && count === at;
      if (isDead) throw dead();
    },
    (command) => {
      isDead ||= isWrite(command) && !isBefore && count === at;
      if (isDead) throw dead();
    },
  );
  return {
    /** Counts writes from here on, and dies at one of them, if any is named. */
    begin: (write?: number, before = false) => {
      [count, at, isBefore, isDead] = [0, write, before, false];
    },
    count: () => count,
    /** Whether the process died; another one takes its place. */
    buried: (): boolean => {
      const was = isDead;
      isDead = false;
      return was;
    },
  };
}

type Item = Readonly<Record<string, unknown>>;

const kindOf = (key: unknown): string => String(key).split("#")[0] ?? "";
/** Numbers, and words that the office chose among few: not names, instants, codes or what somebody wrote. */
const isPlain = (value: unknown): boolean =>
  typeof value === "boolean" || (typeof value === "string" && /^[a-z]{2,}(-[a-z]{2,})*$/.test(value));

/** What an item is, without what is drawn or is of the moment. */
function shapeOf(item: Item | undefined): string {
  if (!item) return "gone";
  const said = Object.entries(item)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (isPlain(value) || name === "version" ? `${name}=${value}` : name));
  return said.join(" ");
}

interface Left {
  undo(): void;
  changed(): readonly { readonly table: string; readonly before: Item | undefined; readonly after: Item | undefined }[];
  newObjects(): readonly KeptObject[];
  newMessages(): readonly SentMessage[];
}

/**
 * Whether an item is one of the parts of a day's count, of which each contact draws one: it may have been there before.
 */
const isDrawnPart = (pk: unknown, sk: unknown): boolean => kindOf(pk) === "ATTENTIONS" && kindOf(sk) === "N";

/** What a request and its workers left, one line each, sorted. A mail or a text may come twice: it counts once. */
function leftBy(mark: Left): readonly string[] {
  const items = mark.changed().map(({ table, before, after }) => {
    const { pk, sk } = after ?? before ?? {};
    if (isDrawnPart(pk, sk)) return `${table} ${kindOf(pk)} ${kindOf(sk)}: ${shapeOf(after)}`;
    return `${table} ${kindOf(pk)} ${kindOf(sk)}: ${before ? shapeOf(before) : "new"} > ${shapeOf(after)}`;
  });
  const objects = mark.newObjects().map(({ bucket, key }) => `${bucket} ${key.split("/")[0]}`);
  const messages = mark.newMessages().map(({ to, subject = "" }) => `to ${to}: ${subject}`);
  const messagesOnce = new Set(messages.map(withoutNames));
  return [...[...items, ...objects].filter(isOfRequest).map(withoutNames), ...messagesOnce].toSorted();
}

/** A line without codes, names of items and instants, which are drawn or of the moment. */
const withoutNames = (line: string): string => line.replace(/[0-9a-f-]{8,}|\d[\w.:-]*/gi, "·");

/** What may be left more of, in whole lines, and why nothing hangs on it. */
const leftOver: readonly (readonly [line: RegExp, why: string])[] = [
  [/^\+ claims UPLOAD UPLOAD: new > .*state=pending/, "an upload that nobody sends expires"],
  [/^\+ billing IMPORTS .*state=waiting$/, "an import whose file nobody sends is not begun"],
  [/^\+ claims SEARCHES /, "who searched again looked twice"],
  [/^\+ evidence documents$/, "a document that no entry names, made again since it was not recorded"],
];

/** What may be missing, in whole lines, and why nothing hangs on it. */
const leftOut: readonly (readonly [line: RegExp, why: string])[] = [
  [/^claims GUEST COUNT: /, "a message whose words were kept is sent again uncounted: one more that day"],
];

/** Whether a line is of what was asked, and not of who looked. */
const isOfRequest = (line: string): boolean => !line.startsWith("claims OPENINGS ");

/** The lines that one has and the other has not, but for what may be left over or left out. */
function differences(expected: readonly string[], found: readonly string[]): readonly string[] {
  const left = [...found];
  const missing = expected.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const more = left.map((line) => `+ ${line}`).filter((line) => !leftOver.some(([one]) => one.test(line)));
  const lacks = missing.filter((line) => !leftOut.some(([one]) => one.test(line)));
  return [...lacks.map((line) => `- ${line}`), ...more];
}

/**
 * Lives every way of a claim. Each request that writes is first sent once to see what it leaves, then, on the same
 * stores, once for each write that it or a worker after it makes, with the process stopped before that write or after
 * it; what was stopped is given again: the request by its sender with its key, the message by its queue.
 */
export async function stopAtEachWrite({ times, ways, again = true }: Stopping): Promise<Crashes> {
  const death = openDeath();
  const office = await openLivedOffice({
    carriedOut: async (once, forget) => {
      for (;;) {
        const result = await once().catch((failure: unknown) => failure);
        if (!death.buried()) {
          if (result instanceof Error) throw result;
          return result;
        }
        forget();
        if (!again) return undefined;
      }
    },
  });
  const tried = new Map<RouteId, number>();
  const faults = new Set<string>();
  let points = 0;

  /** Sends a request, and again if its process died; returns the last status. */
  const sentUntilAnswered = async (send: () => Promise<{ readonly status: number }>): Promise<number> => {
    const { status } = await send().catch(() => ({ status: 0 }));
    if (!death.buried()) return status;
    office.forget();
    await office.follow();
    return again ? (await send()).status : status;
  };

  /** Undoes what a request left, but for who looked: a process remembers that it noted this. */
  const undone = (mark: Left): void => {
    const looks = mark.changed().filter(({ after }) => kindOf(after?.["pk"]) === "OPENINGS");
    mark.undo();
    for (const { after } of looks) if (after) office.stores.tables.put("claims", after);
  };

  const stopped = async (id: RouteId, send: () => Promise<{ readonly status: number }>): Promise<void> => {
    const from = office.stores.mark();
    death.begin();
    const { status } = await send();
    await office.follow();
    const count = death.count();
    const expected = leftBy(from);
    undone(from);
    if (status >= 300) return;
    for (const at of Array.from({ length: 2 * count }, (_, each) => each + 2)) {
      const [write, isBefore] = [Math.floor(at / 2), at % 2 === 0];
      points += 1;
      const mark = office.stores.mark();
      death.begin(write, isBefore);
      const answered = await sentUntilAnswered(send);
      await office.follow();
      death.begin();
      const wrong = differences([`answered ${status}`, ...expected], [`answered ${answered}`, ...leftBy(mark)]);
      undone(mark);
      if (wrong.length === 0) continue;
      faults.add(`${id}, ${isBefore ? "before" : "after"} write ${write} of ${count}:\n  ${wrong.join("\n  ")}`);
    }
  };

  const through = (own: Office, sub: string): Office => ({
    ...own,
    call: async (who, id, request, preconditions = {}) => {
      const already = tried.get(id) ?? 0;
      if (routes[id].method !== "GET" && already < times) {
        tried.set(id, already + 1);
        await stopped(id, () => office.attempt(office.claimsOf(who, sub), id, request, preconditions));
      }
      death.begin();
      return own.call(who, id, request, preconditions);
    },
  });
  await liveOffice(office, { through, ...(ways !== undefined && { ways }) });
  return { routes: [...tried.keys()].sort(), points, faults: [...faults] };
}
