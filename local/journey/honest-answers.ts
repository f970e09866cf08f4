import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

type Drafting = NonNullable<AnswerOf<Routes["showCase"]>["drafting"]>;

/** What proves the answer to each kind of matter, by the beginning of its name in the file. */
const proofs: Readonly<Record<string, RegExp>> = {
  "meter-test": /^(?:Resultado de la contrastación|Contrastación)/,
  request: /^Recibo /,
};
const brought =
  /^(?:Reclamo presentado|Subsanación|Ampliación|Inspección informada|Reconsideración|Apelación|Prueba nueva|Decisión del TRASS)/;

/**
 * Returns an answer to each matter that a resolution must answer, except the matters that only a dismissal answers. An
 * answer cites every piece of the file that bears on its matter, or the first piece if none does. Its text is the
 * matter's own words with a fixed end, and states no figure.
 */
export function honestAnswers({ matters, citables }: Drafting) {
  return matters
    .filter(({ ifDismissed }) => !ifDismissed)
    .map(({ matter, about }) => {
      const pattern = proofs[matter] ?? brought;
      const found = citables.filter(({ name }) => pattern.test(name));
      return {
        matter,
        text: `${about}, se examinaron las piezas que se citan y bastan para decidirlo.`,
        cites: (found.length > 0 ? found : citables.slice(0, 1)).map(({ cite }) => cite),
      };
    });
}

/**
 * Returns the outcome that a month of `billedM3` can have of the two that correct it, with the m³ at which it is left:
 * `upheld` what the rules or the average give, `partly-upheld` between that and what was billed. Without a volume
 * between, it is upheld; without a figure, at `otherwise` m³.
 */
export function honestMonth(
  { consumption }: Pick<AnswerOf<Routes["showCase"]>, "consumption">,
  outcome: "upheld" | "partly-upheld",
  { billedM3, otherwise }: { readonly billedM3: number; readonly otherwise: number },
) {
  const { m3 = billedM3, averageM3 = otherwise } = consumption?.months[0] ?? {};
  const all = Math.min(m3, averageM3, billedM3 - 1);
  if (outcome === "upheld" || billedM3 - all < 2) return { outcome: "upheld", correctedM3: all } as const;
  return { outcome, correctedM3: Math.ceil((all + billedM3 - 1) / 2) } as const;
}
