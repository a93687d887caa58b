/** Another member's caret with the name on it. Styles are set one by one, because the page's policy forbids style attributes. */
export function drawCaret(user: Record<string, unknown>): HTMLElement {
  const colour = String(user.color ?? '#5b6472');
  const caret = document.createElement('span');
  caret.className = 'other-caret';
  caret.style.borderColor = colour;
  const label = document.createElement('span');
  label.className = 'other-caret-name';
  label.style.backgroundColor = colour;
  label.textContent = String(user.name ?? 'Somebody');
  caret.append('\u2060', label, '\u2060');
  return caret;
}
