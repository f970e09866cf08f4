import { leafletWords } from "../words/claim-leaflet.ts";

/** Renders the information leaflet on claims, folded, with a link to its PDF. */
export function Leaflet() {
  return (
    <details>
      <summary>{leafletWords.title}</summary>
      <ul>
        {leafletWords.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>
        <a href="/cartilla.pdf">{leafletWords.download}</a>
      </p>
    </details>
  );
}
