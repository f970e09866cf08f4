import { said } from "./said.ts";
/** The words of the frame around every page. */
export const frameWords = {
  site: "Oficina virtual",
  titleOf: (title: string, company: string) => `${title} – ${company}`,
  skip: "Saltar al contenido",
  menu: "Menú principal",
  menuItems: {
    receipt: "Mi recibo",
    supplies: "Mis suministros",
    claims: "Mis reclamos",
    submissions: "Mesa\u00a0de partes",
  },
  signIn: "Ingresar",
  signOut: "Salir",
  testDataShort: "Datos de prueba",
  testData: "Sitio en preparación: teléfono, dirección y precios pueden no ser reales.",
  down: (telephone: string) =>
    `El sistema no responde. Puedes leer el sitio; para ver tus datos, llama al ${telephone} o ven a la oficina.`,
  offline: said("{Estás|Está} sin conexión. Lo que ya {ves|ve} sigue aquí."),
  loading: "Cargando…",
  footer: "Sobre este sitio",
  version: (version: string) => `Versión ${version}`,
} as const;

export const contactWords = {
  title: "¿Necesitas ayuda?",
  telephone: "Teléfono",
  office: "Oficina",
  hours: "Horario de los dos",
  regulator: "SUNASS, el regulador",
  regulatorNote: "gratis, si no te atendemos bien",
} as const;
