// The room of alerts: keys on the chosen row, the dialog of silences, and rows that are replaced stay chosen.
import './console.js';

const dialog = document.getElementById('silence');
const typing = target => target.closest('input, select, textarea, [contenteditable], dialog[open]');
let chosen = null;
let folded = new Set();
let had = null;

document.addEventListener('keydown', event => {
  const before = had;
  had = event.key;
  // Behind g a letter goes to a room.
  if (before === 'g' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !'esun'.includes(event.key)) return;
  const row = event.target.closest('li[data-alert]') ?? document.querySelector('li.at[data-alert]') ?? document.getElementById('story');
  const button = row?.querySelector(`[data-do="${event.key}"]`);
  if (button) { event.preventDefault(); button.click(); }
});

document.addEventListener('htmx:beforeSwap', event => {
  const { xhr, target } = event.detail;
  if (xhr.status === 422) event.detail.shouldSwap = true;
  // Told once: the same words again would be read out again.
  if (target.id === 'come' && xhr.responseText.trim() === target.innerHTML.trim()) event.detail.shouldSwap = false;
  if (target.id === 'board') folded = new Set([...target.querySelectorAll('details.bunch:not([open])')].map(each => each.id));
  const row = document.querySelector('li.at[data-alert]') ?? document.activeElement?.closest('li[data-alert]');
  chosen = row && target.contains(row) || row?.contains(target) || row === target
    ? { id: row.id, focused: row.contains(document.activeElement), doing: document.activeElement?.dataset.do } : null;
});

document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.target?.id === 'silence-form' && dialog && !dialog.open) {
    dialog.showModal();
    dialog.querySelector('textarea, input')?.focus();
  }
  if (event.detail.xhr?.status === 422) document.querySelector('form.silence [aria-invalid=true]')?.focus();
  folded.forEach(id => document.getElementById(id)?.removeAttribute('open'));
  folded.clear();
  const row = chosen && document.getElementById(chosen.id);
  if (row && !row.classList.contains('at')) {
    row.classList.add('at');
    if (chosen.focused) (row.querySelector(`[data-do="${CSS.escape(chosen.doing ?? '')}"]`) ?? row.querySelector('a'))?.focus({ preventScroll: true });
  }
  chosen = null;
});

// A silence was made: the dialog has nothing more to ask.
document.body.addEventListener('silenced', () => dialog?.close());

document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful && event.detail.elt.matches('form[data-clear]')) event.detail.elt.reset();
});
