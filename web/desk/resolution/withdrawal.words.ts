export const withdrawalAskedWords = {
  what: "Qué se retira",
  why: "Por qué",
  noReason: "No dio un motivo.",
  who: "Quién lo pidió",
  how: "Cómo",
  byThemself: "Por la web",
  typedBy: (person: string) => `Lo registró ${person}`,
  when: "Cuándo",
  undo: "Si se arrepiente",
  undone: (day: string, runs: boolean) =>
    runs
      ? `Lo pidió por teléfono: puede deshacerlo hasta el ${day}.`
      : `Lo pidió por teléfono: pudo deshacerlo hasta el ${day}.`,
} as const;
