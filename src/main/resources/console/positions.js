// The evidence of a cell opens over the matrix; the arrow keys go from cell to cell.
import { say } from './times.js';
import { tell } from './console.js';

const dialog = document.getElementById('evidence');
const body = document.getElementById('evidence-body');

async function open(link) {
  try {
    const answer = await fetch(link.href, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok && answer.status !== 404) throw new Error(answer.status);
    body.innerHTML = await answer.text();
    say(body);
    dialog.showModal();
    dialog.scrollTop = 0;
  } catch (fault) {
    tell(`The evidence cannot be shown (${fault.message}).`);
  }
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-evidence]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link);
});

// A click beside the dialog closes it, as Esc does.
dialog?.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

document.addEventListener('keydown', event => {
  const step = STEPS[event.key];
  const link = step && !event.altKey && !event.ctrlKey && !event.metaKey && event.target.closest('a[data-evidence]');
  if (!link) return;
  event.preventDefault();
  const cell = link.closest('td');
  const rows = cell.closest('tbody').rows;
  let row = cell.parentElement.sectionRowIndex;
  let column = cell.cellIndex;
  do {
    row += step[0];
    column += step[1];
  } while (rows[row]?.cells[column] && !rows[row].cells[column].querySelector('a[data-evidence]'));
  rows[row]?.cells[column]?.querySelector('a[data-evidence]')?.focus();
});
