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
  /** The Spanish name of the matter. */
  readonly about: string;
  /** The Spanish names of what the answer cites, in the order of `cites`. */
  readonly names: readonly string[];
}

/**
 * Returns the answers that have text, in the order of `matters`, each with the Spanish names of its matter and of what
 * it cites. Leaves out an answer to a matter that is not in `matters`. A cite that is not in `citables` has its own
 * code as its name.
 */
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

/**
 * Returns the whole text of a resolution's reasons: `reasons`, then a line for each answer. The line has the matter,
 * the text of the answer, and after `Lo prueba:` the names of what proves it, if there are any.
 */
export function reasonsWith(reasons: string, answers: readonly GivenAnswer[] = []): string {
  const given = answers.map(({ about, text, names }) => {
    const proved = names.length > 0 ? ` Lo prueba: ${names.join("; ")}.` : "";
    return `${about}: ${text.trim()}${proved}`;
  });
  return [reasons, ...given].join("\n");
}
