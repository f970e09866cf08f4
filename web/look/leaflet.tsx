import { leafletWords } from "../words/claim-leaflet.ts";

/** What a person must know before they claim. */
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
