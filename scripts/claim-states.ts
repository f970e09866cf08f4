import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { claimEventNames } from "../shared/domain/case/claim-events.ts";
import { type ClaimState, claimStates, isOver, stateTable } from "../shared/domain/case/claim-states.ts";
import {
  eventTransitions,
  type Lapse,
  lapseTransitions,
  type Recorder,
  type Variant,
} from "../shared/domain/case/claim-transitions.ts";
import { root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";

const recorderNames: Readonly<Record<Recorder, string>> = {
  claimant: "reclamante",
  system: "sistema",
  operator: "operador",
  clerk: "mesa de partes",
  analyst: "analista",
  inspector: "inspector",
  conciliator: "conciliador",
  resolver: "resolutor",
  signer: "firmante",
  billing: "facturación",
  manager: "jefatura",
  administrator: "administrador",
  "external-supervisor": "supervisor externo",
};

const variantNames: Readonly<Record<Variant, string>> = {
  total: "acuerdo total",
  partial: "acuerdo parcial",
  none: "sin acuerdo",
  absence: "inasistencia",
  decided: "resuelve",
  "back-to-investigation": "nulidad, a investigación",
  "back-to-resolution": "nulidad, a resolución",
  conciliated: "conciliado",
  inadmissible: "inadmisible o extemporánea",
  "silence-declared": "declara el silencio",
  reconsideration: "como reconsideración",
  appeal: "como apelación",
  "queja-upheld": "fundada",
  "queja-rejected": "infundada",
  "queja-silence": "declara el silencio",
};

function lapseName(lapse: Lapse): string {
  if (lapse === "hearing") return "llega el día de la audiencia";
  if (lapse === "late-observation") return "vence T04, observado tarde";
  if (lapse === "kept-appeal") return "queda una apelación guardada";
  return lapse === "evidence" ? "vence la prueba tardía" : `vence ${lapse}`;
}

interface Row {
  readonly label: string;
  readonly from: readonly ClaimState[];
  readonly to: ClaimState | undefined;
  readonly by: string;
}

function rows(): readonly Row[] {
  const events = eventTransitions().map(({ event, variants = [], from, to, by }) => ({
    label: [claimEventNames[event], ...variants.map((variant) => variantNames[variant])].join(": "),
    from,
    to,
    by: by.map((recorder) => recorderNames[recorder]).join(", "),
  }));
  const lapses = lapseTransitions().map(({ lapse, from, to, dispatched }) => ({
    label: dispatched ? `${lapseName(lapse)}, con entrega despachada` : lapseName(lapse),
    from,
    to,
    by: "el tiempo",
  }));
  return [...events, ...lapses];
}

function arrows(): readonly string[] {
  return rows().flatMap(({ label, from, to }) => {
    if (!to) return [];
    const starts = from.length === 0 ? ["[*]"] : from.map((state) => stateTable[state].name);
    return starts.map((start) => `  ${start} --> ${stateTable[to].name}: ${label.replaceAll(":", ",")}`);
  });
}

function tableRow({ label, from, to, by }: Row): string {
  const names = from.map((state) => stateTable[state].name).join(", ") || "—";
  return `| ${label} | ${names} | ${to ? stateTable[to].name : "no cambia"} | ${by} |`;
}

/**
 * Returns the text of `docs/claim-states.md`: the states of a claim and what moves it between them, as a diagram and as
 * a table.
 */
export function claimStatesPage(): string {
  const ends = claimStates.filter(isOver).map((state) => `  ${stateTable[state].name} --> [*]`);
  return `${[
    "# States of a claim",
    "",
    "Written by `node scripts/claim-states.ts` from `shared/domain/case/claim-transitions.ts`; do not edit.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...arrows(),
    ...ends,
    "```",
    "",
    "| hecho | desde | hacia | quién |",
    "| --- | --- | --- | --- |",
    ...rows().map(tableRow),
  ].join("\n")}\n`;
}

if (import.meta.main) {
  typedArguments("npm run claim-states\nWrites docs/claim-states.md.", {});
  writeFileSync(join(root, "docs", "claim-states.md"), claimStatesPage());
}
