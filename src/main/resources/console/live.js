// The room Live: what comes is added at the top, unless the reader has paused or scrolled down; then it waits and is counted.
import { say } from './times.js';
import uPlot from './uplot.js';

const MOST = 300;
const list = document.getElementById('live-list');
const state = document.getElementById('live-state');
const more = document.getElementById('live-new');
const pause = document.getElementById('live-pause');
const empty = document.getElementById('live-empty');
const title = document.title;
const filter = location.search.slice(1);

let source = null;
let last = list.dataset.from ?? '';
let paused = false;
let connected = false;
let waiting = [];
let count = 0;
let batch = null;

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Whether it is a path of this console, as a browser reads it, which takes a backslash for a slash and leaves out tabs. Whatever else leads nowhere. */
function isOurs(path) {
  return path.startsWith('/') && URL.canParse(path, location.href) && new URL(path, location.href).origin === location.origin;
}

function link(path, className, text) {
  const element = make('a', className, text);
  element.setAttribute('href', isOurs(path) ? path : '#');
  return element;
}

function look(line) {
  if (line.kind === 'ALERT') return `severity ${line.badge.split(' ')[0].toLowerCase()}`;
  const sides = line.kind === 'STANCE' || line.kind === 'SHIFT';
  return `act${sides && line.polarity > 0 ? ' pro' : sides && line.polarity < 0 ? ' contra' : ''}`;
}

const keyOf = line => `${line.kind} ${line.id} ${line.badge ?? ''}`;

function entry(line) {
  const item = make('li', `live-${line.kind.toLowerCase()}`);
  item.dataset.key = keyOf(line);
  const head = make('div', 'row');
  const time = make('time', '', line.at);
  time.dateTime = line.at;
  head.append(time, line.whoLink ? link(line.whoLink, 'actor', line.who ?? line.actor) : make('span', 'soft', 'somebody'));
  head.append(line.badge ? make('span', look(line), line.badge) : make('span', '', 'says'));
  if (line.targetLink) head.append(make('span', 'soft', 'to'), link(line.targetLink, '', line.target ?? line.targetActor));
  for (const issue of line.issues) head.append(make('span', 'tag', issue));
  item.append(head);
  if (line.sentence.length) {
    const words = make('p', 'evidence');
    for (const piece of line.sentence) words.append(piece.evidence ? make('mark', '', piece.text) : piece.text);
    item.append(words);
  }
  if (line.note) item.append(make('p', 'soft', line.note));
  const foot = make('div', 'row soft');
  if (line.publisher) foot.append(make('span', '', line.publisher));
  foot.append(link(line.link, '', line.title ?? 'read it in its place'));
  item.append(foot);
  say(item);
  return item;
}

function gap(lost) {
  const since = new Date(lost.since);
  const time = at => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const what = lost.missed === null ? 'What came' : `Up to ${lost.missed} records that came`;
  return make('li', 'live-gap', since.getTime() ? `${what} between ${time(since)} and ${time(new Date(lost.until))} cannot be shown here any more; the search has them.`
    : 'What came before cannot be shown here any more; the search has it.');
}

function show() {
  batch = null;
  if (paused || window.scrollY > 240 || list.querySelector('.at')) {
    more.hidden = count === 0;
    more.textContent = `${count} new`;
    document.title = count ? `(${count}) ${title}` : title;
    return;
  }
  const present = new Set([...list.children].map(item => item.dataset.key));
  for (const item of waiting) {
    if (item.dataset.key && present.has(item.dataset.key)) continue;
    list.prepend(item);
  }
  while (list.children.length > MOST) list.lastElementChild.remove();
  waiting = [];
  count = 0;
  more.hidden = true;
  document.title = title;
  empty.hidden = list.children.length > 0;
}

function come(item) {
  waiting.push(item);
  count += 1;
  if (waiting.length > MOST) waiting.shift();
  batch ??= setTimeout(show, 120);
}

function tell() {
  const open = source?.readyState === EventSource.OPEN;
  connected ||= open;
  state.textContent = paused ? 'paused: what comes waits' : open ? 'live: what comes is shown at once' : connected ? 'connecting again' : 'connecting';
}

function connect() {
  source?.close();
  const query = [filter, last ? `from=${encodeURIComponent(last)}` : ''].filter(Boolean).join('&');
  source = new EventSource(`/api/v1/stream${query ? `?${query}` : ''}`);
  const own = source;
  own.onopen = tell;
  own.onerror = () => {
    tell();
    // The browser comes back by itself unless it was refused.
    if (own.readyState === EventSource.CLOSED) setTimeout(() => { if (source === own) connect(); }, 4000 + Math.random() * 4000);
  };
  for (const kind of ['statement', 'stance', 'shift', 'condition', 'alert']) {
    own.addEventListener(kind, event => {
      last = event.lastEventId;
      come(entry(JSON.parse(event.data)));
    });
  }
  own.addEventListener('gap', event => {
    last = event.lastEventId;
    come(gap(JSON.parse(event.data)));
  });
  tell();
}

function toggle() {
  paused = !paused;
  pause.setAttribute('aria-pressed', String(paused));
  tell();
  show();
}

pause.hidden = false;
pause.addEventListener('click', toggle);
more.addEventListener('click', () => {
  list.querySelector('.at')?.classList.remove('at');
  if (paused) toggle();
  window.scrollTo({ top: 0, behavior: 'instant' });
  show();
  list.querySelector('a')?.focus({ preventScroll: true });
});
document.addEventListener('keydown', event => {
  if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, button, summary, dialog[open]')) return;
  event.preventDefault();
  toggle();
});
addEventListener('scroll', () => { if (count && !paused && window.scrollY <= 240) batch ??= setTimeout(show, 120); }, { passive: true });

// A page that nobody sees gives its connection back after a while: browsers have six for all pages of one address.
let hidden = null;
document.addEventListener('visibilitychange', () => {
  clearTimeout(hidden);
  if (document.hidden) hidden = setTimeout(() => { source?.close(); source = null; }, 60_000);
  else if (!source) connect();
});
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', event => { if (event.persisted) connect(); });
connect();

// How much came in the last hour; the words beside it say the same.
const box = document.getElementById('live-plot');
let plot = null;

function draw(minutes) {
  const data = [minutes.map(m => new Date(m.from).getTime() / 1000), minutes.map(m => m.statements), minutes.map(m => m.stances)];
  if (plot) {
    plot.setData(data);
    return;
  }
  const colour = selector => getComputedStyle(document.querySelector(selector)).color;
  const axis = { stroke: colour('#live-words'), grid: { show: false }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
  plot = new uPlot({
    width: box.clientWidth, height: 90, legend: { show: false }, cursor: { show: false }, padding: [12, 6, 0, 0],
    scales: { y: { range: (u, low, high) => [0, Math.max(4, high)] } },
    axes: [{ ...axis, size: 20, space: 90, values: '{HH}:{mm}' }, { ...axis, size: 34, space: 28 }],
    series: [{}, { stroke: colour('.live-said'), width: 1.5, points: { show: false } }, { stroke: colour('.live-done'), width: 1.5, dash: [4, 3], points: { show: false } }],
  }, data, box);
}

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch('/api/v1/live?limit=1');
  if (!answer.ok) return;
  const { hour } = await answer.json();
  document.getElementById('live-words').textContent = hour.words;
  draw(hour.minutes);
}

document.querySelector('.live-key').hidden = false;
box.hidden = false;
draw(JSON.parse(box.dataset.minutes));
setInterval(() => refresh().catch(() => {}), 20_000);
addEventListener('resize', () => plot.setSize({ width: box.clientWidth, height: 90 }));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { const data = plot.data; plot.destroy(); plot = null; draw(data[0].map((s, i) => ({ from: s * 1000, statements: data[1][i], stances: data[2][i] }))); });
