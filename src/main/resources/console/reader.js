// The article reader: layers that are switched by classes, the words about what is under the pointer or in focus, and the line that joins a condition's parts.
import './console.js';

const text = document.querySelector('[data-text]');
const form = document.querySelector('.layers');
const about = document.getElementById('about');
const joins = text.querySelector('.joins');
const KEPT = 'demarche.layers';
const SVG = 'http://www.w3.org/2000/svg';
const WHAT = { statements: 'Statement', stances: 'Stance', conditions: 'Condition' };
let hiding;

const boxes = [...form.querySelectorAll('[type=checkbox]')];
const parts = of => of ? [...text.querySelectorAll(`[data-of="${CSS.escape(of)}"]`)] : [];
const LAYERS = { actors: '.l-entity', statements: '.l-content, .l-source, .l-cue, .h-said', stances: '.l-stance, .h-sign',
  conditions: '.l-antecedent, .l-consequence, .l-marker, .h-number' };
const layerOf = mark => Object.keys(LAYERS).find(name => mark.matches(LAYERS[name]));
const shown = mark => text.classList.contains(`on-${layerOf(mark)}`);

function show() {
  for (const box of boxes) text.classList.toggle(`on-${box.value}`, box.checked);
  // What is not marked is text, and no stop on the way through it.
  for (const link of text.querySelectorAll('a[data-card]')) link.tabIndex = shown(link) ? 0 : -1;
}

form.addEventListener('change', () => {
  const on = boxes.filter(box => box.checked).map(box => box.value);
  const address = new URL(location.href);
  address.searchParams.delete('layers');
  if (on.length < boxes.length) address.searchParams.set('layers', on.join('.'));
  history.replaceState(null, '', address);
  try { localStorage.setItem(KEPT, on.join('.')); } catch { /* it is kept in the address alone */ }
  show();
});

function remembered() {
  if (new URL(location.href).searchParams.has('layers')) return;
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept !== null) boxes.forEach(box => { box.checked = kept.split('.').includes(box.value); });
  } catch { /* as the server says */ }
}

function join(of) {
  joins.replaceChildren();
  const box = text.getBoundingClientRect();
  const ends = parts(of).filter(part => part.matches('.l-antecedent, .l-consequence')).map(part => part.getClientRects()[0]).filter(Boolean);
  if (ends.length < 2) return;
  const heights = ends.map(rect => rect.top + rect.height / 2 - box.top);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', bottom - top < 6 ? `M2 ${top}h10` : `M12 ${top}h-4q-6 0 -6 6V${bottom - 6}q0 6 6 6h4`);
  joins.append(path);
}

function light(of, lit) {
  for (const part of text.querySelectorAll('.lit')) part.classList.remove('lit');
  if (lit) for (const part of parts(of)) part.classList.add('lit');
  join(lit ? of : null);
}

function hide() {
  about.hidden = true;
  light(null, false);
  for (const mark of text.querySelectorAll('[aria-describedby]')) mark.removeAttribute('aria-describedby');
}

function tellOf(mark) {
  clearTimeout(hiding);
  const marks = [];
  for (let each = mark; each && each !== text; each = each.parentElement.closest('[data-card]')) {
    if (shown(each) && !marks.some(other => other.dataset.card === each.dataset.card)) marks.push(each);
  }
  if (!marks.length) { hide(); return; }
  about.replaceChildren(...marks.slice(0, 4).flatMap(each => {
    const card = document.getElementById(each.dataset.card);
    if (!card) return [];
    const part = document.createElement('div');
    const what = document.createElement('p');
    what.className = 'what';
    what.textContent = each.matches('.l-entity') ? each.dataset.note : WHAT[layerOf(each)];
    part.append(what, ...[...card.cloneNode(true).childNodes].filter(node => !node.matches?.('.quote')));
    return [part];
  }));
  about.hidden = !about.childElementCount;
  hideDescriptions(mark);
  light((marks.find(each => each.dataset.of && !each.matches('.l-entity')) ?? marks[0]).dataset.of, true);
  place(mark);
}

function hideDescriptions(mark) {
  for (const other of text.querySelectorAll('[aria-describedby]')) other.removeAttribute('aria-describedby');
  if (mark.matches('a')) mark.setAttribute('aria-describedby', 'about');
}

function place(mark) {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { width, height } = about.getBoundingClientRect();
  const below = at.bottom + 6 + height < innerHeight;
  about.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8)) + scrollX}px`;
  about.style.top = `${(below ? at.bottom + 6 : Math.max(8, at.top - height - 6)) + scrollY}px`;
}

const later = () => { clearTimeout(hiding); hiding = setTimeout(hide, 250); };

text.addEventListener('pointerover', event => {
  const mark = event.target.closest('[data-card]');
  if (mark) tellOf(mark); else later();
});
text.addEventListener('pointerleave', later);
about.addEventListener('pointerenter', () => clearTimeout(hiding));
about.addEventListener('pointerleave', later);
text.addEventListener('focusin', event => {
  if (event.target.matches('[data-card]')) tellOf(event.target);
});
text.addEventListener('focusout', later);
document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });

// A link to a finding shows all of its parts, and opens what it is told of beside the text.
function arrive() {
  for (const part of text.querySelectorAll('.here')) part.classList.remove('here');
  let of;
  try {
    of = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // an address that somebody cut
  }
  const found = parts(of);
  if (!found.length) return;
  for (const part of found) part.classList.add('here');
  const layer = boxes.find(box => box.value === layerOf(found[0]));
  if (layer && !layer.checked) { layer.checked = true; show(); }
  const card = document.getElementById(`on-${of}`);
  if (card?.closest('details')) card.closest('details').open = true;
}

remembered();
show();
arrive();
addEventListener('hashchange', arrive);
