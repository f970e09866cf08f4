/** Files of the font of every document, by their names in its package: they must stand in the press's folder. */
export const fontFiles = { normal: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf" } as const;
