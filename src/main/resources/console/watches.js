// The editor of a watch: form and YAML are kept alike by the server, which also says what is wrong, while one types.
import './console.js';
import { refresh } from './combobox.js';

const WAIT = 350;
const form = document.getElementById('watch');
const yaml = document.getElementById('yaml');
const save = form?.querySelector('[data-save]');
const checked = document.getElementById('checked');
let timer;
let asked;
let side = 'form';
let dirty = false;
let named = !!form?.elements.id.value;

const inputs = () => [...form.querySelectorAll('[data-side=form] [name]')];

function body() {
  const data = new URLSearchParams(new FormData(form));
  data.set('by', side);
  return data;
}

function fill(values) {
  for (const input of inputs()) {
    const said = values[input.name] ?? [];
    if (input.type === 'checkbox') input.checked = said.some(each => each.toLowerCase() === input.value);
    else if (input.tagName === 'TEXTAREA') { input.value = said.join('\n'); refresh(input); }
    else if (input.tagName === 'SELECT') input.value = (said[0] ?? (input.name === 'trigger' ? 'every' : 'warning')).toLowerCase();
    else input.value = said[0] ?? '';
  }
  for (const details of form.querySelectorAll('details')) {
    if ([...details.querySelectorAll('[name]')].some(input => values[input.name])) details.open = true;
  }
}

const words = flaw => `${flaw.field ? `${flaw.field}: ` : ''}${flaw.error}: ${flaw.mend}`;

function tellOf(flaws, kind) {
  for (const flaw of flaws) {
    const place = form.querySelector(`[data-flaws="${CSS.escape(flaw.input)}"]`) ?? form.querySelector('[data-flaws=""]');
    const line = document.createElement('p');
    line.className = kind;
    line.textContent = place.dataset.flaws === '' ? words(flaw) : `${flaw.error}: ${flaw.mend}`;
    place.append(line);
    const details = place.closest('details');
    if (details) details.open = true;
    if (kind === 'fault') form.querySelector(`[name="${CSS.escape(flaw.input)}"]`)?.setAttribute('aria-invalid', 'true');
  }
}

const wrong = field => !!field.querySelector('.flaws p');

/** Shows what belongs to the kind and the trigger, and what is filled in or wrong all the same. */
function suit() {
  const kind = form.elements.kind.value;
  for (const field of form.querySelectorAll('[data-kinds]')) {
    const kinds = field.dataset.kinds;
    const filled = [...field.querySelectorAll('[name]')].some(input => (input.type === 'checkbox' ? input.checked : input.value));
    field.hidden = kinds !== '' && !kinds.split(' ').includes(kind) && !filled && !wrong(field);
  }
  const trigger = form.elements.trigger.value;
  const uses = { 'trigger.number': trigger !== 'every' && trigger !== 'silence', 'trigger.time': trigger !== 'every', 'trigger.grace': trigger !== 'every' };
  for (const [name, used] of Object.entries(uses)) {
    const field = form.elements[name].closest('.field');
    field.hidden = !used && !wrong(field);
  }
}

async function check() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch('/api/v1/watches/check', { method: 'POST', body: body(), signal: asked.signal });
    if (!answer.ok) return;
    const draft = await answer.json();
    form.querySelectorAll('[data-flaws]').forEach(place => place.replaceChildren());
    form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
    if (side === 'form') yaml.value = draft.yaml;
    else if (draft.form) fill(draft.form.values);
    tellOf(draft.problems, 'fault');
    tellOf(draft.warnings, 'warning');
    suit();
    const flaws = draft.problems.length;
    checked.textContent = flaws ? `${flaws} thing${flaws === 1 ? '' : 's'} to mend. ${words(draft.problems[0])}` : 'Nothing wrong with it.';
    checked.className = flaws ? 'fault' : 'soft';
  } catch (fault) {
    if (fault.name !== 'AbortError') checked.textContent = 'It was not checked: the server does not answer.';
  }
}

function slug(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '');
}

if (form) {
  form.querySelector('[data-plain]')?.remove();
  suit();
  form.addEventListener('input', event => {
    const edited = event.target.closest('[data-side]')?.dataset.side;
    if (!edited || event.target.name === 'days' || !event.target.name) return;
    if (event.target === form.elements.id) named = true;
    if (event.target === form.elements.name && !named) form.elements.id.value = slug(event.target.value);
    side = edited;
    if (save) save.value = side;
    dirty = true;
    suit();
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  });
  form.addEventListener('submit', () => { dirty = false; });
  // Of the two sides the one that was written last is tried.
  form.addEventListener('htmx:configRequest', event => { event.detail.parameters.by = side; });
  addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
}
