// A combobox for several values, after the ARIA pattern: a text area with one value a line becomes an input with a list to choose from and chips with buttons to
// remove them. The text area stays the truth; it is hidden and tells of changes with an event `input`. Without this module it is filled in by hand.
//   <textarea data-combobox="/api/v1/actors?starts="    address to which what is typed is added; answers [{id, name}], or {items: [...]}
//             data-options='[{"id": ..., "name": ...}]'  or what there is to choose from
//             data-names='{"russia": "Russia"}'          what people call the values
//             data-free="true">                          whether others may be written, too
const WAIT = 150;
const SHOWN = 12;
let count = 0;

const make = (tag, properties = {}, attributes = {}) => {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const parsed = (text, otherwise) => { try { return JSON.parse(text || '') ?? otherwise; } catch { return otherwise; } };
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

class Combobox {
  constructor(area) {
    this.area = area;
    this.source = area.dataset.combobox;
    this.options = parsed(area.dataset.options, []);
    this.names = new Map(Object.entries(parsed(area.dataset.names, {})));
    this.free = area.dataset.free === 'true';
    this.found = [];
    this.at = -1;
    const id = `combobox-${++count}`;
    this.box = make('div', { className: 'combobox' });
    this.chips = make('ul', { className: 'chips' });
    this.input = make('input', { id, autocomplete: 'off', spellcheck: false }, {
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-describedby': area.getAttribute('aria-describedby') ?? '' });
    this.list = make('ul', { id: `${id}-list`, hidden: true }, { role: 'listbox' });
    this.box.append(this.chips, this.input, this.list);
    area.hidden = true;
    area.after(this.box);
    const label = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
    if (label) {
      label.htmlFor = id;
      this.list.setAttribute('aria-label', label.textContent);
      this.chips.setAttribute('aria-label', `${label.textContent}: chosen`);
    }
    this.input.addEventListener('input', event => { event.stopPropagation(); this.look(); });
    this.input.addEventListener('keydown', event => this.key(event));
    this.input.addEventListener('focus', () => { if (!this.source) this.look(); });
    this.input.addEventListener('blur', () => { if (this.free && this.input.value.trim()) this.add(this.input.value.trim()); this.close(); });
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) this.choose(this.found[Number(option.dataset.at)]);
    });
    this.show();
  }

  get values() { return [...new Set(this.area.value.split('\n').map(line => line.trim()).filter(Boolean))]; }

  set(values) {
    this.area.value = values.join('\n');
    this.show();
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  add(value) {
    this.input.value = '';
    this.close();
    if (!this.values.includes(value)) this.set([...this.values, value]);
  }

  remove(value) {
    this.set(this.values.filter(each => each !== value));
    this.input.focus();
  }

  choose({ id, name }) {
    this.names.set(id, name);
    this.add(id);
  }

  show() {
    this.chips.hidden = !this.values.length;
    this.chips.replaceChildren(...this.values.map(value => {
      const name = this.names.get(value) ?? value;
      const button = make('button', { type: 'button', textContent: '×' }, { 'aria-label': `Remove ${name}` });
      button.addEventListener('click', () => this.remove(value));
      const chip = make('li', { className: 'chip', title: value });
      chip.append(make('span', { textContent: name }), button);
      return chip;
    }));
  }

  look() {
    clearTimeout(this.timer);
    this.asked?.abort();
    const typed = this.input.value.trim();
    if (!this.source) {
      const words = plain(typed);
      const fits = this.options.filter(option => !this.values.includes(option.id) && plain(`${option.name} ${option.id}`).includes(words));
      this.offer(fits.sort((a, b) => plain(b.name).startsWith(words) - plain(a.name).startsWith(words)));
    } else if (typed) {
      this.timer = setTimeout(() => this.fetch(typed), WAIT);
    } else {
      this.close();
    }
  }

  async fetch(typed) {
    this.asked = new AbortController();
    try {
      const answer = await fetch(this.source + encodeURIComponent(typed), { signal: this.asked.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const body = await answer.json();
      this.offer((Array.isArray(body) ? body : body.items ?? []).filter(option => !this.values.includes(option.id)));
    } catch (fault) {
      if (fault.name !== 'AbortError') this.close();
    }
  }

  offer(found) {
    if (document.activeElement !== this.input) return;
    this.found = found.slice(0, this.source ? SHOWN : 30);
    this.at = -1;
    this.list.replaceChildren(...this.found.map((option, at) => {
      const item = make('li', { id: `${this.list.id}-${at}` }, { role: 'option', 'aria-selected': 'false', 'data-at': at });
      item.append(make('span', { textContent: option.name }));
      if (option.id !== option.name) item.append(' ', make('span', { className: 'soft', textContent: option.id }));
      return item;
    }));
    this.list.hidden = !this.found.length;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.found = [];
    this.at = -1;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  move(by) {
    if (!this.found.length) { this.look(); return; }
    this.at = this.at < 0 ? (by > 0 ? 0 : this.found.length - 1) : (this.at + by + this.found.length) % this.found.length;
    [...this.list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === this.at)));
    const active = this.list.children[this.at];
    this.input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }

  key(event) {
    const typed = this.input.value.trim();
    switch (event.key) {
      case 'ArrowDown': this.move(1); break;
      case 'ArrowUp': this.move(-1); break;
      case 'Escape':
        if (this.list.hidden && !typed) return;
        if (this.list.hidden) this.input.value = '';
        this.close();
        break;
      case 'Enter':
        if (this.at >= 0) this.choose(this.found[this.at]);
        else if (typed) this.accept(typed);
        break;
      case 'Backspace':
        if (this.input.value || !this.values.length) return;
        this.remove(this.values.at(-1));
        break;
      default: return;
    }
    event.preventDefault();
  }

  /** What was typed and is the one that fits, or is free. */
  accept(typed) {
    const same = this.found.find(option => plain(option.id) === plain(typed) || plain(option.name) === plain(typed)) ?? (this.free ? null : this.found[0]);
    if (same) this.choose(same);
    else if (this.free) this.add(typed);
  }
}

const all = new WeakMap();

/** Makes comboboxes of the text areas in `root` that ask for it. */
export function comboboxes(root = document) {
  for (const area of root.querySelectorAll('textarea[data-combobox]')) {
    if (!all.has(area)) all.set(area, new Combobox(area));
  }
}

/** Shows what stands in the text area now, after it was set by a script. */
export function refresh(area, names = {}) {
  const box = all.get(area);
  if (!box) return;
  for (const [id, name] of Object.entries(names)) box.names.set(id, name);
  box.show();
}

comboboxes();
