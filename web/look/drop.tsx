/** The site's mark, a drop of water, hidden from screen readers. */
export function Drop() {
  return (
    <svg class="drop" viewBox="0 0 24 30" aria-hidden="true">
      <path d="M12 1c5 7 10 11.500 10 17.500a10 10 0 0 1-20 0C2 12.500 7 8 12 1z" />
      <path class="shine" d="M7 18.500a5.500 5.500 0 0 0 5 5.500" />
    </svg>
  );
}
