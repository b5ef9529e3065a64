// The overview refreshes itself: without moving what is read, selected or focused.
import './console.js';

const now = document.getElementById('now');
let scrolled = new Map();

const selecting = () => {
  const selection = getSelection();
  return selection && !selection.isCollapsed && now.contains(selection.anchorNode);
};

now.addEventListener('htmx:beforeRequest', event => {
  if (document.hidden || selecting()) event.preventDefault();
});

let focused = null;

now.addEventListener('htmx:beforeSwap', () => {
  scrolled = new Map([...now.querySelectorAll('.wide[id]')].map(part => [part.id, part.scrollLeft]));
  focused = now.contains(document.activeElement) ? document.activeElement.id : null;
});

now.addEventListener('htmx:afterSwap', () => {
  for (const [id, left] of scrolled) {
    const part = document.getElementById(id);
    if (part) part.scrollLeft = left;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
});
