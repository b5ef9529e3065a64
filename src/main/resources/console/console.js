// What every page does: times, keys, and the word at the edge that tells what was done.
import './times.js';

const keys = document.getElementById('keys');
const find = document.querySelector('[data-find]');
let prefix = false;

const typing = target => target.closest('input, select, textarea, [contenteditable], dialog[open]');

function step(by) {
  const items = [...document.querySelectorAll('[data-items] > li, [data-items] > tr')].filter(item => item.offsetParent);
  if (!items.length) return;
  const at = items.findIndex(item => item.classList.contains('at'));
  const next = items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  items.forEach(item => item.classList.toggle('at', item === next));
  next.querySelector('a, button')?.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (prefix) {
    prefix = false;
    const room = document.querySelector(`.top nav a[data-key="${CSS.escape(event.key)}"]`);
    if (room) { event.preventDefault(); room.click(); }
    return;
  }
  switch (event.key) {
    case '/': event.preventDefault(); find.focus(); break;
    case '?': keys.showModal(); break;
    case 'g': prefix = true; setTimeout(() => { prefix = false; }, 1500); break;
    case 'j': step(1); break;
    case 'k': step(-1); break;
    default: return;
  }
});

/** Tells at the edge of the window what was done; for a while, and to screen readers. */
export function tell(text) {
  const said = document.getElementById('said');
  said.textContent = text;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { said.textContent = ''; }, 6000);
}

// What the server answers with the header X-Said is told; a fault always is.
document.addEventListener('htmx:afterRequest', event => {
  const words = event.detail.xhr?.getResponseHeader('X-Said');
  if (words) tell(decodeURIComponent(words));
  else if (event.detail.failed) tell(`That did not work (${event.detail.xhr.status || 'no answer'}). ${event.detail.xhr.responseText?.slice(0, 200) ?? ''}`);
});
