import { instant } from "../../words/format.ts";

export const recourseWords = {
  title: "Pedir que revisen la decisión",
  kind: "¿Quién quieres que la revise?",
  kindMissing: "Elige quién quieres que revise la decisión.",
  kinds: {
    reconsideration: "La empresa, con una prueba nueva (reconsideración)",
    appeal: "El tribunal de SUNASS (apelación)",
  },
  explained: {
    reconsideration:
      "En la reconsideración decide otra vez la empresa, con un documento o una foto que no estaba en tu expediente. Si todavía no lo tienes, envíala igual: te lo pediremos una vez.",
    appeal: "En la apelación decide el tribunal de SUNASS: no necesitas pruebas nuevas.",
    free: "Es gratis.",
  },
  grounds: "Por qué no estás de acuerdo",
  groundsMissing: "Escribe por qué no estás de acuerdo.",
  unnotified:
    "Todavía no figura que te entregamos la decisión. Si ya la tienes, puedes pedir que la revisen: cuenta como notificada desde hoy.",
  knows: "¿Ya tienes la decisión?",
  knowsNames: { yes: "Sí, ya la tengo y no estoy de acuerdo", no: "No, todavía no me llega" },
  wait: "Espera a tener la decisión: tu plazo empieza recién cuando te la notifican.",
  send: "Enviar mi pedido",
  noProof:
    "No agregaste la prueba nueva. Te la pediremos una sola vez y con pocos días; si no la envías, la empresa decide sin ella. Agrégala aquí o elige el tribunal. Para enviarlo así, toca otra vez «Enviar mi pedido».",
  done: "Recibimos tu pedido de revisión",
  number: "Número de presentación",
  at: (at: string) => `Presentado el ${instant(at)}`,
  late: "Lo presentaste después del plazo. Igual lo enviamos a quien debe decidir si lo acepta.",
  answerBy: "Te respondemos a más tardar el",
  lacking: "Falta la prueba nueva. Si ya la tienes, envíala; si no, te la pediremos una vez.",
  bringOpenly: "Preséntala en la mesa de partes, con el código de tu reclamo",
  kept: "La empresa todavía revisa su decisión: guardamos tu apelación y la enviamos al tribunal cuando se te notifique lo que decida. No tienes que presentarla otra vez.",
  cargo: "Ver la constancia de lo que presentaste",
} as const;
