/** Says a result to people who do not see it; the region itself stands in the shell. */
export function announce(text: string): void {
  const region = document.getElementById('said');
  if (region) region.textContent = text;
}
