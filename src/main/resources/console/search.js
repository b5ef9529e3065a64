// Completes the names of actors and issues while they are typed, from the catalogues.
let last = 0;

async function complete(input) {
  const list = document.getElementById(input.getAttribute('list'));
  const typed = input.value.trim();
  if (typed.length < 1) { list.replaceChildren(); return; }
  const asked = ++last;
  const answer = await fetch(input.dataset.complete + encodeURIComponent(typed), { headers: { Accept: 'application/json' } });
  if (!answer.ok || asked !== last) return;
  const { items } = await answer.json();
  list.replaceChildren(...items.map(({ id, name }) => {
    const option = document.createElement('option');
    option.value = name;
    option.label = id;
    return option;
  }));
}

for (const input of document.querySelectorAll('[data-complete]')) {
  let waiting;
  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => complete(input).catch(() => {}), 120); });
}

// What is left open stays out of the address.
document.querySelector('form.search')?.addEventListener('submit', event => {
  for (const field of event.target.elements) if (field.name && (!field.value || field.value === 'newest')) field.disabled = true;
});
addEventListener('pageshow', () => document.querySelectorAll('form.search [disabled]').forEach(field => { field.disabled = false; }));
