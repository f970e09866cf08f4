import type { Rolldown } from "vite";

/**
 * Returns the files of the gallery, which shows the parts that pages are made of: its document, its style and its
 * scripts, by path below the build's folder. Only the local stack serves them; they are not in the site's folder.
 * @throws if `chunks` has no entry script.
 */
export function galleryFiles(
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  style: string,
): ReadonlyMap<string, string> {
  const entry = [...chunks.values()].find(({ isEntry, isDynamicEntry }) => isEntry && !isDynamicEntry);
  if (!entry) throw new Error("the gallery has no script");
  const document = `<!doctype html>
<html lang="es-PE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Partes de las páginas</title>
<link rel="stylesheet" href="look.css">
<script type="module" src="${entry.fileName}"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
  const scripts = [...chunks.values()].map(({ fileName, code }) => [`gallery/${fileName}`, code] as const);
  return new Map([["gallery/index.html", document], ["gallery/look.css", style], ...scripts]);
}
