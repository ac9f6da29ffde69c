/* The table: sorting, pages, rows, and the CSV file of the rows that the filters leave. */

const PAGE_ROWS = 50;

function createTable(app) {
  const view = { key: 'rank', down: false, page: 0, order: new Int32Array(0) };
  const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
  const textOrders = new Map();

  /** Place of every area when sorted by a text: worked out once, then compared as numbers. */
  function textOrder(key, textOf) {
    if (!textOrders.has(key)) {
      const order = Array.from({ length: app.n }, (_, i) => i).sort((a, b) => collator.compare(textOf(a), textOf(b)) || a - b);
      const place = new Float64Array(app.n);
      order.forEach((a, k) => { place[a] = k; });
      textOrders.set(key, place);
    }
    return textOrders.get(key);
  }

  function columns() {
    const s = app.scheme;
    const list = [
      { key: 'name', label: 'Area', by: () => textOrder('name', (a) => app.names[a]) },
      { key: 'code', label: 'Code', by: () => textOrder('code', (a) => app.codes[a]) },
    ];
    if (app.topParent) {
      list.push({ key: 'parent', label: app.topParent.label, by: () => textOrder('parent', (a) => app.parentName(app.topParent, a)) });
    }
    list.push(
      { key: 'score', label: 'Score', number: true, by: () => app.result.scores, down: true },
      { key: 'rank', label: 'Rank', number: true, by: () => app.result.ranks },
      { key: 'decile', label: 'Decile', number: true, by: () => app.result.deciles },
      { key: 'colour', label: s.columnLabel, by: () => s.sortBy, down: s.sortDown },
    );
    return list;
  }

  /** Rows that the filters leave, sorted; areas without the sorted-by value come last either way. */
  function sort() {
    const column = columns().find((c) => c.key === view.key) || columns()[0];
    const by = column.by();
    const ranks = column.key === 'rank' || column.key === 'decile' || (column.key === 'colour' && app.scheme.zeroIsMissing);
    const has = (a) => by[a] === by[a] && !(ranks && by[a] === 0);
    const kept = [];
    const blank = [];
    for (let a = 0; a < app.n; a++) if (app.shown[a]) (has(a) ? kept : blank).push(a);
    const sign = view.down ? -1 : 1;
    kept.sort((a, b) => sign * (by[a] - by[b]) || app.result.ranks[a] - app.result.ranks[b] || a - b);
    view.order = kept.concat(blank);
  }

  function drawHeaders() {
    const cells = columns().map((c) => {
      const active = c.key === view.key;
      const arrow = active ? (view.down ? '▼' : '▲') : '';
      return el('th', { scope: 'col', class: 'col-' + c.key + (c.number ? ' num' : ''), 'aria-sort': active ? (view.down ? 'descending' : 'ascending') : null },
        el('button', { type: 'button', 'data-key': c.key, title: 'Sort by ' + c.label, onclick: () => sortBy(c) },
          c.label, el('span', { class: 'arrow', 'aria-hidden': 'true', text: arrow })));
    });
    const focused = document.activeElement && document.activeElement.dataset.key;
    byId('table-headers').replaceChildren(el('tr', null, ...cells));
    if (focused) {
      const again = byId('table-headers').querySelector('[data-key="' + focused + '"]');
      if (again) again.focus();
    }
  }

  function sortBy(column) {
    view.down = view.key === column.key ? !view.down : Boolean(column.down);
    view.key = column.key;
    view.page = 0;
    redraw();
    announce('Sorted by ' + column.label + (view.down ? ', descending' : ', ascending'));
  }

  function drawRows() {
    const from = view.page * PAGE_ROWS;
    const areas = Array.from(view.order.slice(from, from + PAGE_ROWS));
    byId('table-rows').replaceChildren(...areas.map(row));
  }

  function row(a) {
    const r = app.result;
    const dash = () => el('span', null, el('span', { 'aria-hidden': 'true', text: '–' }), el('span', { class: 'hidden-text', text: 'none' }));
    const small = app.data.parents.length > 1 ? app.parentName(app.data.parents[0], a) : '';
    const top = app.topParent ? app.parentName(app.topParent, a) : '';
    const c = app.scheme.of[a];
    return el('tr', { class: a === app.selected ? 'selected' : null },
      el('th', { scope: 'row', class: 'col-name' },
        el('button', { type: 'button', class: 'area-button', 'data-area': a, 'aria-current': a === app.selected ? 'true' : null,
          onclick: (e) => app.select(a, { from: e.currentTarget, go: true }) }, app.names[a]),
        small ? el('span', { class: 'ward', text: small }) : null,
        el('span', { class: 'ward narrow-only', text: app.codes[a] + (top ? ' · ' + top : '') })),
      el('td', { class: 'col-code', text: app.codes[a] }),
      app.topParent ? el('td', { class: 'col-parent', text: top || '–' }) : null,
      el('td', { class: 'num' }, r.ranks[a] ? number(r.scores[a], app.digits) : dash()),
      el('td', { class: 'num' }, r.ranks[a] ? whole(r.ranks[a]) : dash()),
      el('td', { class: 'num' }, r.deciles[a] ? String(r.deciles[a]) : dash()),
      el('td', { class: 'col-colour' }, swatch(c === 255 ? null : app.scheme.colours[c]),
        el('span', { class: 'cell-words' }, app.scheme.cell(a).map((t, i) => el('span', { class: i ? 'cell-small' : null, text: t })))));
  }

  function drawPager() {
    const total = view.order.length;
    const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
    const from = view.page * PAGE_ROWS;
    byId('page-rows').textContent = total === 0 ? 'No rows'
      : 'Rows ' + whole(from + 1) + '–' + whole(Math.min(total, from + PAGE_ROWS)) + ' of ' + whole(total);
    byId('page-previous').setAttribute('aria-disabled', String(view.page === 0));
    byId('page-next').setAttribute('aria-disabled', String(view.page >= pages - 1));
  }

  function turn(step) {
    const pages = Math.ceil(view.order.length / PAGE_ROWS);
    const page = view.page + step;
    if (page < 0 || page >= pages) return;
    view.page = page;
    drawRows();
    drawPager();
    byId('table-scroll').scrollTop = 0;
    announce(byId('page-rows').textContent);
  }

  function redraw() {
    sort();
    drawHeaders();
    drawRows();
    drawPager();
  }

  byId('page-previous').addEventListener('click', () => turn(-1));
  byId('page-next').addEventListener('click', () => turn(1));
  byId('csv').addEventListener('click', () => saveCsv(app, view.order));

  return {
    /** Same rows, new numbers. */
    redraw,
    /** Other rows: back to the first page. */
    restart() {
      view.page = 0;
      redraw();
    },
    select: drawRows,
    focusRow(a) {
      const button = byId('table-rows').querySelector('[data-area="' + a + '"]');
      if (button) button.focus();
      return Boolean(button);
    },
  };
}

// ---------------------------------------------------------------- CSV

/** RFC 4180; a text that a spreadsheet would take for a formula gets a leading apostrophe. */
function csvText(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
}

function csvNumber(x) {
  return x === null || x === undefined || x !== x ? '' : String(x);
}

function csvColumns(app) {
  const { data, result, columns } = app;
  const list = [['code', (a) => csvText(app.codes[a])], ['name', (a) => csvText(app.names[a])]];
  for (const p of data.parents) {
    list.push([p.key + '_code', (a) => csvText(p.of[a] < 0 ? '' : p.codes[p.of[a]])]);
    list.push([p.key + '_name', (a) => csvText(app.parentName(p, a))]);
  }
  for (const c of data.context) list.push([c.id, (a) => csvNumber(c.values[a])]);
  for (const ind of data.indicators) {
    list.push([ind.id + '_value', (a) => csvNumber(ind.values[a])]);
    list.push([ind.id + '_score', (a) => csvNumber(ind.scores[a])]);
  }
  for (const c of data.components) {
    if (c.id !== app.model.root) list.push([c.id + '_score', (a) => csvNumber(columns.get(c.id)[a])]);
  }
  list.push(['overall_score', (a) => csvNumber(result.scores[a])]);
  list.push(['rank', (a) => csvNumber(result.ranks[a] || null)]);
  list.push(['decile', (a) => csvNumber(result.deciles[a] || null)]);
  list.push(['fifth', (a) => csvNumber(result.fifths[a] || null)]);
  return list;
}

function csvFile(app, areas) {
  const list = csvColumns(app);
  const lines = [list.map(([head]) => csvText(head)).join(',')];
  for (const a of areas) lines.push(list.map(([, cell]) => cell(a)).join(','));
  return lines.join('\r\n') + '\r\n';
}

/** recipe-version[_filter][_what-if_part-weight…].csv */
function csvName(app) {
  const tidy = (s) => searchable(s).replace(/ /g, '-');
  const recipe = app.data.recipe;
  const parts = [tidy(recipe.id || 'areas') + '-' + recipe.version];
  const filter = app.filterName();
  if (filter) parts.push(tidy(filter));
  if (app.changedWeights().length) {
    parts.push('what-if', app.changedWeights().map((id) => id + '-' + app.weights[id]).join('_').slice(0, 110));
  }
  return parts.join('_').replace(/[^A-Za-z0-9._-]/g, '-') + '.csv';
}

function saveCsv(app, areas) {
  const url = URL.createObjectURL(new Blob([csvFile(app, areas)], { type: 'text/csv;charset=utf-8' }));
  const link = el('a', { href: url, download: csvName(app) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  announce('File ' + csvName(app) + ' with ' + plural(areas.length, 'area', 'areas'));
}
