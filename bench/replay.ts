import { typedArguments } from "../scripts/typed-arguments.ts";
import { type Act, acts, printedAct } from "./replay/acts.ts";
import { shares } from "./replay/claims.ts";
import { loads } from "./replay/load.ts";
import { hoursOf, people } from "./replay/people.ts";
import { replayed } from "./replay/replayed.ts";
import type { Report } from "./replay/report.ts";

const usage = `npm run replay [-- --quick|--few] [--json] [--vacant=signer] [--spoiled]
Replays 105 working days with the utility's own numbers, in process on tables in memory, and prints what the board says of them.
--quick a tenth, --few three days for a test; --json the report alone, for the figures. The controls: --vacant=signer, nobody is
at that desk for the first 60 days; --spoiled, a month's totals are emptied.`;

const { values } = typedArguments(usage, {
  options: {
    quick: { type: "boolean", default: false },
    few: { type: "boolean", default: false },
    spoiled: { type: "boolean", default: false },
    vacant: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const say = (line: string): void => void (values.json || process.stdout.write(`${line}\n`));
const load = loads[values.few ? "few" : values.quick ? "quick" : "whole"];
const began = performance.now();

say(
  `${load.days} días hábiles, de 8:00 a 13:00: ${load.attended} personas atendidas, ${load.resolved} reclamos resueltos.`,
);
say("\nPersonal, fijo:");
for (const [desk, count] of Object.entries(people)) {
  const { opens, closes } = hoursOf(desk as keyof typeof people);
  say(`  ${desk}: ${count}, de ${opens} a ${closes}`);
}
say("\nMinutos por acto, y de dónde salen:");
for (const act of Object.keys(acts)) say(`  ${printedAct(act as Act)}`);
say("\nDe cada cien reclamos (supuestos):");
for (const [share, of] of Object.entries(shares)) say(`  ${share}: ${of}`);
say("\nDe cada cien reclamos, uno va por HTTP; se imprime uno de cada cien documentos, y toda resolución.\n");

const vacant = Object.keys(people).find((desk) => desk === values.vacant) as keyof typeof people | undefined;
const report = await replayed(load, say, { vacant, spoils: values.spoiled });
const seconds = Math.round((performance.now() - began) / 1000);
if (values.json) process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
else for (const line of lines(report)) say(line);
process.exit(isTrue(report) ? 0 : 1);

/** Whether the board says what was put in, and nothing was lost. */
function isTrue({ load: asked, attended, resolved, lost, hearingsAbove, differences }: Report): boolean {
  return (
    attended === asked.attended && resolved === asked.resolved && lost === 0 && hearingsAbove === 0 && differences === 0
  );
}

function lines(of: Report): readonly string[] {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return [
    `\nEl tablero dice: ${of.attended} atendidas de ${of.load.attended}, ${of.resolved} resueltos de ${of.load.resolved}.`,
    `En plazo ${of.inTerm}; en ${of.medianDays} días hábiles la mitad; desistidos ${of.withdrawn}; visitas sin nadie ${of.frustrated}.`,
    `Perdidos ${of.lost}; audiencias sobre el aforo ${of.hearingsAbove}; visitas pasadas de su meta ${of.visitsPast}; visitas y audiencias que terminaron después de su hora ${of.lateAppointments}.`,
    `Silencios ${of.silences}${of.silences > 0 ? ": " : ""}${Object.entries(of.silencesBy)
      .map(([cause, count]) => `${cause} ${count}`)
      .join(", ")}. Diferencias del recuento: ${of.differences}.`,
    "Horas por puesto, de las que tienen en esos días, y lo más que un acto esperó a alguien:",
    ...of.hours.map(
      ({ desk, people: count, hours, share, waited }) =>
        `  ${desk} (${count}): ${Math.round(hours)} h, ${percent(share)}; ${waited.toFixed(1)} días`,
    ),
    `${of.requests} pedidos en ${seconds} s.`,
  ];
}
