'use strict';
// The page of one article works without this; with it, a source lights up all that it
// says, a click on its name shows only that, and the tables can be sorted.
(() => {
  const text = document.getElementById('text');
  const status = document.getElementById('status');
  const all = document.getElementById('all');
  const buttons = [...document.querySelectorAll('.voice')];

  // Elements by voice, made at the first use: a long article has tens of thousands.
  const index = (attribute) => {
    let made;
    return (voice) => {
      if (!made) {
        made = new Map();
        for (const element of text.querySelectorAll(`[data-${attribute}]`)) {
          for (const one of element.dataset[attribute].split(' ')) {
            if (!made.has(one)) made.set(one, []);
            made.get(one).push(element);
          }
        }
      }
      return made.get(voice) || [];
    };
  };
  const pieces = index('v');
  const statements = index('st');

  const voiceOf = (element) => {
    const found = element instanceof Element ? element.closest('[data-voice], [data-v]') : null;
    return found ? found.dataset.voice || found.dataset.v.split(' ').at(-1) : null;
  };

  let lit = null;
  const light = (voice) => {
    if (voice === lit) return;
    if (lit !== null) for (const piece of pieces(lit)) piece.classList.remove('lit');
    if (voice !== null) for (const piece of pieces(voice)) piece.classList.add('lit');
    text.classList.toggle('lighting', voice !== null);
    lit = voice;
  };

  let shown = null;
  const filter = (voice) => {
    for (const element of text.querySelectorAll('.on')) element.classList.remove('on');
    shown = voice;
    text.classList.toggle('filtered', voice !== null);
    if (voice !== null) {
      for (const statement of statements(voice)) {
        statement.classList.add('on');
        statement.closest('.row').classList.add('on');
      }
    }
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.voice === voice));
    all.hidden = voice === null;
    const button = buttons.find((one) => one.dataset.voice === voice);
    status.textContent = button
      ? status.dataset.on.replace('{name}', () => button.dataset.name).replace('{count}', () => button.dataset.said)
      : status.dataset.off;
  };

  document.addEventListener('pointerover', (event) => light(voiceOf(event.target)));
  document.addEventListener('focusin', (event) => light(voiceOf(event.target)));
  document.addEventListener('focusout', () => light(null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown !== null) filter(null);
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button === all) {
      filter(null);
    } else if (button.dataset.voice !== undefined) {
      filter(button.dataset.voice === shown ? null : button.dataset.voice);
      if (button.closest('table')) document.getElementById('article').scrollIntoView();
    } else if (button.closest('table.sortable thead')) {
      sort(button);
    }
  });

  const sort = (button) => {
    const head = button.closest('th');
    const column = [...head.parentNode.children].indexOf(head);
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentNode.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const body = head.closest('table').tBodies[0];
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
    const numbers = 'number' in button.dataset;
    const rows = [...body.rows].map((row) => [numbers ? Number(key(row)) : key(row), row]);
    rows.sort(([a], [b]) => (numbers ? a - b : collator.compare(a, b)) * (down ? -1 : 1));
    body.append(...rows.map(([, row]) => row));
  };
})();
