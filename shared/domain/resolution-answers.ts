/**
 * One thing that a resolution must answer: a ground, a request, a meter test that was asked for, or what the tribunal
 * ordered. `about` and `says` are Spanish: what it is, and the words it is said in.
 */
export interface Matter {
  /** Such as `grounds`, `request` or `extension-7`; the number is the entry's. */
  readonly matter: string;
  readonly about: string;
  readonly says: string;
}

/** What a draft answers to a matter, and what proves it. */
export interface MatterAnswer {
  readonly matter: string;
  readonly text: string;
  /** Such as `entry:7`, `document:{id}`, `evidence:bills` or `receipt:S001-00045001`. */
  readonly cites: readonly string[];
}

/** The longest key of a finding about a draft: the fault and the words it is about. */
export const longestFindingKey = 160;

/** Something of the file that a resolution may cite, with its Spanish name. */
export interface Citable {
  readonly cite: string;
  readonly name: string;
}

/** An answer as it was sent to signature: its matter and its proofs by name. */
export interface GivenAnswer extends MatterAnswer {
  readonly about: string;
  readonly names: readonly string[];
}

/** Returns the answers that have text, each with the name of its matter and of what it cites. */
export function givenAnswers(
  answers: readonly MatterAnswer[],
  matters: readonly Matter[],
  citables: readonly Citable[],
): readonly GivenAnswer[] {
  return matters.flatMap(({ matter, about }) => {
    const answer = answers.find((one) => one.matter === matter);
    if (!answer || answer.text.trim() === "") return [];
    const names = answer.cites.map((cite) => citables.find((one) => one.cite === cite)?.name ?? cite);
    return [{ ...answer, about, names }];
  });
}

/** Returns the whole reasons of a resolution: what was written, then each answer on a line with what proves it. */
export function reasonsWith(reasons: string, answers: readonly GivenAnswer[] = []): string {
  const given = answers.map(({ about, text, names }) => {
    const proved = names.length > 0 ? ` Lo prueba: ${names.join("; ")}.` : "";
    return `${about}: ${text.trim()}${proved}`;
  });
  return [reasons, ...given].join("\n");
}
