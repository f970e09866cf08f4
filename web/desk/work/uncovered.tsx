import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";
import { apiToday } from "../../api-clock.ts";
import { useAnswer } from "../../look/asking.ts";
import { Notice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { accessWords } from "./access.words.ts";
import { teamWords } from "./handing.words.ts";
import { moves, uncoveredBy } from "./uncovered-queues.ts";
import { queueNames } from "./work-list.words.ts";
import { addressOfWork } from "./work-view.ts";

type Person = Pick<AnswerOf<Routes["listStaff"]>["staff"][number], "sub" | "name" | "roles" | "onDuty" | "absentUntil">;

interface UncoveredProps {
  readonly staff: readonly Person[];
  /** Who is about to leave: only what nobody does without them is said, also if nothing of it waits yet. */
  readonly without?: Person;
  /** Where the page has «Cambiar acceso» of each person. */
  readonly access: string;
}

/**
 * Says which lists nobody on duty can move on, each with how many claims wait on it and until when who could is absent,
 * and that another person can be given the role. Draws nothing if there are none, and while the counts are not known.
 */
export function Uncovered({ staff, without, access }: UncoveredProps) {
  const { answer } = useAnswer(() => api.countWork(), "");
  const counts = answer?.ok ? answer.value.queues : [];
  const rolesOf = (people: readonly Person[]) => people.filter(({ onDuty }) => onDuty).flatMap(({ roles }) => roles);
  const already: readonly Queue[] = uncoveredBy(rolesOf(staff));
  const queues = without
    ? uncoveredBy(rolesOf(staff.filter(({ sub }) => sub !== without.sub))).filter((queue) => !already.includes(queue))
    : already;
  const waiting = counts.filter(({ queue, total }) => queues.includes(queue) && (without || total > 0));
  if (waiting.length === 0) return null;
  return (
    <Notice tone="bad" title={without ? teamWords.nobodyElse : teamWords.nobody}>
      <ul>
        {waiting.map((count) => (
          <li key={count.queue}>
            <a href={addressOfWork({ of: "todos", queue: count.queue, order: "dia" })}>
              {teamWords.waiting(queueNames[count.queue], count)}
            </a>
            {staff
              .filter(({ onDuty, roles }) => !onDuty && moves(roles, count.queue))
              .map(({ sub, name, absentUntil }) => (
                <p key={sub}>
                  {name}: {teamWords.offDuty(absentUntil, apiToday())}
                </p>
              ))}
          </li>
        ))}
      </ul>
      <p>
        {teamWords.giveRole} <a href={`#${access}`}>{accessWords.change}</a>.
      </p>
    </Notice>
  );
}
