'use strict';
// A click on a column's head sorts its table by it: one way, then the other.
document.addEventListener('click', (event) => {
  const button = event.target.closest('table.sortable thead button');
  if (!button) return;
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
});
