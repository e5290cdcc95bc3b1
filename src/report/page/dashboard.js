// Each number of the dashboard is a link "#q=CONDITION,CONDITION": the claims that meet all
// of them are listed. The claims stand in the page as JSON and are read when first asked for.
(() => {
  const list = document.getElementById('list');
  const status = document.getElementById('status');
  const title = document.getElementById('claims');
  const more = document.getElementById('more');
  const page_size = 100;

  let data;
  const read = () => (data ??= JSON.parse(document.getElementById('data').textContent));

  // A caption may have several credits.
  const sources_of = ([, source, , , , ...credits]) => (source < 0 ? credits : [source, ...credits]);

  const conditions = {
    all: () => () => true,
    named: () => ([, source]) => source >= 0,
    anonymous: () => ([, , anonymous]) => anonymous === 1,
    nobody: () => ([, source]) => source < 0,
    agency: () => ([article]) => data.articles[article][3] === 1,
    single: () => ([article]) => data.articles[article][4] === 1,
    kind: (kind) => (claim) => sources_of(claim).some((source) => data.sources[source][1] === Number(kind)),
    source: (wanted) => (claim) => sources_of(claim).includes(Number(wanted)),
    article: (wanted) => ([article]) => article === Number(wanted),
    at: (when) => ([article]) => data.articles[article][2].startsWith(when),
  };

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  const line_of = (claim) => {
    const [article, , , line, content] = claim;
    const names = sources_of(claim).map((source) => data.sources[source][0]).join(', ');
    const [headline, key, at] = data.articles[article];
    const item = element('li');
    const head = element('p', undefined, 'small');
    head.append(element('b', names || list.dataset.nobody), ' ');
    const link = element('a', headline);
    link.href = `#q=article:${article}`;
    const place = key === headline ? '' : ` · ${key}`;
    head.append(element('span', `${at.slice(0, 10)} · `, 'soft'), link,
      element('span', `${place} · ${list.dataset.line.replace('{line}', line)}`, 'soft'));
    item.append(element('p', content), head);
    return item;
  };

  let found = [];
  const show_more = () => {
    const from = list.children.length;
    list.append(...found.slice(from, from + page_size).map(line_of));
    more.hidden = list.children.length >= found.length;
    return list.children[from];
  };

  const show = () => {
    const asked = decodeURIComponent(location.hash).match(/^#q=(.+)$/);
    if (!asked) return;
    read();
    const tests = asked[1].split(',').map((one) => {
      const [name, value] = one.split(':');
      return Object.hasOwn(conditions, name) ? conditions[name](value ?? '') : () => false;
    });
    found = data.claims.filter((claim) => tests.every((test) => test(claim)));
    list.replaceChildren();
    const { none, one, many } = title.dataset;
    status.textContent = [none, one][found.length] ?? many.replace('{count}', found.length);
    show_more();
    title.scrollIntoView();
    title.focus({ preventScroll: true });
  };

  more.addEventListener('click', () => {
    const first = show_more();
    first.tabIndex = -1;
    first.focus();
  });
  window.addEventListener('hashchange', show);
  show();
})();
