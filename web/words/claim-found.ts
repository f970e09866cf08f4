/** The words for a claim that was looked up, loaded once one is found. */
export const foundStateWords = {
  since: "Desde el",
  due: {
    company: "La empresa tiene hasta el",
    user: "Tienes hasta el",
    both: "La reunión es el",
    tribunal: "El tribunal tiene hasta el",
    nobody: "",
  },
  overdue: {
    company: "La empresa tenía hasta el",
    user: "Tenías hasta el",
    both: "La reunión era el",
    tribunal: "El tribunal tenía hasta el",
    nobody: "",
  },
  next: "Qué sigue",
  another: "Consultar otro",
  whole: "Ver el reclamo completo",
} as const;
