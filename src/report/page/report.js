// The page of one article works without this; with it, a source lights up all that it
// says, and a click on its name shows only that.
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
    }
  });
})();
