import { useState } from "preact/hooks";
import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import type { StandingWords } from "../words/who-presents.ts";
import { Choice, TextField } from "./field.tsx";

type Standing = NonNullable<ClientRequestOf<Routes["fileDocument"]>["body"]["standing"]>;
type Typed = (name: string) => string;

interface WhoPresentsProps {
  readonly words: StandingWords;
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders the fields that ask in which capacity a person presents a document: as user, holder or representative. A
 * representative is also asked for whom, and by what power.
 */
export function WhoPresents({ words, problem }: WhoPresentsProps) {
  const [as, setAs] = useState("user");
  return (
    <>
      <Choice
        name="standing"
        legend={words.standing}
        options={words.standings}
        chosen="user"
        onChoose={setAs}
        problem={problem}
      />
      {as === "representative" && (
        <>
          <TextField name="of" label={words.of} initial="" problem={problem} />
          <Choice name="power" legend={words.power} options={words.powers} problem={problem} />
        </>
      )}
    </>
  );
}

const isPower = (powers: StandingWords["powers"], typed: string): typed is keyof StandingWords["powers"] =>
  Object.hasOwn(powers, typed);

/** Returns the capacity chosen in `WhoPresents`. It is `user` for a representative who chose no power. */
export function standingOf({ powers }: StandingWords, typed: Typed): Standing {
  const [as, power] = [typed("standing"), typed("power")];
  if (as === "representative" && isPower(powers, power)) return { as, of: typed("of"), power };
  return { as: as === "holder" ? as : "user" };
}

/**
 * Returns the sentences for what a representative left empty, as `of` and `power`; undefined for a field that is filled
 * in, and for anybody else.
 */
export function standingMissing({ ofMissing, powerMissing }: StandingWords, typed: Typed) {
  const stands = typed("standing") === "representative";
  return {
    of: stands && !typed("of").trim() ? ofMissing : undefined,
    power: stands && !typed("power") ? powerMissing : undefined,
  };
}
