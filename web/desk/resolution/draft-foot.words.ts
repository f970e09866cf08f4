import { counted, date } from "../../words/format.ts";

export const footWords = {
  letter: "La carta, antes de enviarla a firma",
  letterText: "Así se imprimirá, todavía sin número ni código.",
  see: "Ver la carta",
  old: "El texto cambió después de esta vista. Véala otra vez.",
  off: "Todavía no se puede enviar a firma",
  missing: (proofs: number, faults: number): string =>
    [
      proofs > 0 && `${proofs === 1 ? "Falta" : "Faltan"} ${counted(proofs, "prueba", "pruebas")}.`,
      faults > 0 && `Hay ${counted(faults, "observación", "observaciones")} del proyecto.`,
    ]
      .filter(Boolean)
      .join(" "),
  who: "Puede completarlo o corregirlo usted. Dispensarlo solo puede otra persona que no haya conciliado, por escrito: otra resolutora, quien firma o la gerencia.",
  stops: "Lo que cita una propuesta que no fue aceptada no lo dispensa nadie: corríjalo.",
  where: (act: string): string => `Lo hace en este expediente, en «${act}».`,
  ask: "Pedir que lo dispensen",
  asked: (on: string): string =>
    `Se pidió el ${date(on)}: quien firma y la gerencia lo ven en «Firmas», y está anotado en el expediente.`,
  toCase: "Abrir el expediente",
  again: "Revisar otra vez",
  returned: "La resolución se devolvió sin firmar",
  kept: "El texto devuelto sigue en este formulario. Corríjalo y envíelo otra vez.",
} as const;
