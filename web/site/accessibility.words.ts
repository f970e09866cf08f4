export const accessibilitySections = [
  {
    title: "Qué buscamos",
    paragraphs: ["Que cualquier persona pueda usar este sitio. Nuestra meta es cumplir las pautas WCAG 2.2, nivel AA."],
  },
  {
    title: "Qué revisamos",
    paragraphs: [
      "Cada página y cada estado pasan una revisión automática, en celular y en computadora, antes de publicarse.",
      "También probamos que el formulario principal se use solo con el teclado y que nada se corte en pantallas pequeñas.",
    ],
  },
  {
    title: "Qué nos falta",
    paragraphs: [
      "Todavía no lo probamos con personas que usan lector de pantalla ni con personas mayores en su propio celular.",
      "Los textos están solo en español.",
    ],
  },
  {
    title: "Si algo no te deja usar el sitio",
    paragraphs: ["Llámanos o ven a la oficina. Te atendemos por ahí y corregimos la página."],
  },
] as const;
