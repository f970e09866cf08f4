import type { ProblemType } from "../../shared/domain/case/claim-types.ts";
import { said } from "./said.ts";

/**
 * What people say when something of a whole zone fails: it is attended by telephone, and is no Formato 1 (digest 2).
 */
export const ofZone = "zone";

type Said = Readonly<Partial<Record<ProblemType | typeof ofZone, string>>>;

interface Group {
  readonly name: string;
  /** Its problems as people say them, by their type. Empty for who is not sure: the office helps them to choose. */
  readonly problems: Said;
}

/** The problems with the service in the words of who has them, in two steps; the form names them officially. */
export const problemGroups = {
  "no-water": {
    name: "No tengo agua",
    problems: {
      [ofZone]: "No hay agua en mi cuadra o en mi zona",
      "N-C1": "Solo en mi casa: me cortaron y no sé por qué",
      "N-C2": "Solo en mi casa: ya pagué y no me lo reabren",
      "O-P2": "Solo en mi casa: la conexión o su caja están dañadas y no las arreglan",
    },
  },
  flood: {
    name: "Hay un aniego, una fuga o un atoro",
    problems: {
      [ofZone]: "Sale agua o desagüe en la calle o en el parque",
      "O-P1": "Hay una fuga en mi conexión de agua, entre la calle y mi casa",
      "O-F1": "Entra agua de afuera a mi casa o local",
      "O-S1": "Se atora el desagüe que sale de mi casa",
    },
  },
  meter: {
    name: "Tengo un problema con mi medidor",
    problems: {
      "N-B3": "Se lo llevaron sin avisarme",
      "N-B2": "Se lo llevaron y no lo vuelven a poner",
      "N-B4": "Se lo llevaron sin un motivo válido",
      "N-B5": "Me pusieron uno sin probarlo antes, o sin darme el resultado",
      "N-B1": "Compré y pagué uno, y no me lo instalan",
    },
  },
  information: {
    name: "Mi recibo no llega o no me informan",
    problems: {
      "N-D1": "Mi recibo no llega",
      "N-D3": "No me quieren dar otro recibo",
      "N-D2": "Pedí información y no me la dan",
    },
  },
  access: {
    name: "Pedí una conexión nueva o moverla",
    problems: {
      "N-A1": "Ya firmé y no me la instalan a tiempo",
      "N-A3": "No me recibieron la solicitud",
      "N-A7": "No me dan el informe de factibilidad a tiempo",
      "N-A2": "No estoy de acuerdo con el informe de factibilidad",
      "N-A5": "No firman el contrato conmigo",
      "N-A4": "El servicio no es el que dice mi contrato",
      "N-A6": "Otro problema con mi contrato",
      "O-R1": "No quieren ampliar o mover mi conexión de agua",
      "O-S2": "No quieren mover mi conexión de desagüe, aunque el estudio dice que se puede",
    },
  },
  unsure: { name: "Otra cosa, o no estoy seguro", problems: {} },
} as const satisfies Record<string, Group>;

export const groupNames: Readonly<Record<keyof typeof problemGroups, string>> = {
  "no-water": problemGroups["no-water"].name,
  flood: problemGroups.flood.name,
  meter: problemGroups.meter.name,
  information: problemGroups.information.name,
  access: problemGroups.access.name,
  unsure: problemGroups.unsure.name,
};

/** What to do about a problem that no form is for. */
export const adviceWords = {
  zone: (telephone: string) =>
    said(
      `Si pasa en toda la zona, {avísanos|avísenos} ya por teléfono: ${telephone}. No {necesitas|necesita} un formato, y lo atendemos para todos.`,
    ),
  unsure: (telephone: string) =>
    said(
      `{Llámanos|Llámenos} al ${telephone} o {ven|venga} a la oficina, y elegimos con{tigo| usted}. También {puedes|puede} contarlo en un documento por la mesa de partes.`,
    ),
  late: said("Si no responden, {llama|llame} gratis a SUNASS, al 1899."),
} as const;
