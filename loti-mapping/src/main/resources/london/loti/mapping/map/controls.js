/* Controls: colour by, filters, search, weight sliders. */

// ---------------------------------------------------------------- colour by

function createColourBy(app) {
  const select = byId('colour-by');
  const option = (id, label) => el('option', { value: id, text: label });
  const parts = app.data.components.filter((c) => c.id !== app.model.root);
  select.append(option(app.model.root, app.label(app.model.root)));
  if (parts.length) select.append(el('optgroup', { label: 'Components' }, parts.map((c) => option(c.id, c.label))));
  select.append(el('optgroup', { label: 'Indicators' }, app.data.indicators.map((i) => option(i.id, i.label))));
  select.addEventListener('change', () => {
    app.colour(select.value);
    announce('Coloured by ' + app.scheme.title);
  });
}

// ---------------------------------------------------------------- filters

function createFilters(app) {
  const levels = [...app.data.parents].reverse();       // coarsest first
  const selects = levels.map((level) => {
    const select = el('select', { id: 'filter-' + level.key });
    byId('filters').append(el('div', { class: 'field' }, el('label', { for: select.id, text: level.label }), select));
    return select;
  });
  if (!levels.length) byId('filters').hidden = true;
  const collator = new Intl.Collator('en-GB', { numeric: true });

  /** For each entry of a level the entry of the level above in which its areas lie. */
  const above = levels.map((level, k) => {
    if (k === 0) return null;
    const up = new Int32Array(level.codes.length).fill(-1);
    level.of.forEach((p, a) => { if (p >= 0 && up[p] < 0) up[p] = levels[k - 1].of[a]; });
    return up;
  });

  function entries(k, within) {
    return levels[k].codes.map((_, p) => p)
      .filter((p) => within < 0 || !above[k] || above[k][p] === within)
      .sort((p, q) => collator.compare(levels[k].names[p], levels[k].names[q]));
  }

  function fill(k) {
    const level = levels[k];
    const chosen = app.filter[level.key];
    const within = k > 0 ? app.filter[levels[k - 1].key] : -1;
    const option = (p) => el('option', { value: p, text: level.names[p], selected: p === chosen });
    const all = el('option', { value: -1, text: 'All' });
    const list = entries(k, within);
    if (!above[k] || within >= 0) {
      selects[k].replaceChildren(all, ...list.map(option));
      return;
    }
    const groups = entries(k - 1, -1).map((up) => el('optgroup', { label: levels[k - 1].names[up] },
      list.filter((p) => above[k][p] === up).map(option)));
    selects[k].replaceChildren(all, ...groups, ...list.filter((p) => above[k][p] < 0).map(option));
  }

  /** Chooses entry p of level k; coarser levels follow, finer ones are let go. */
  function choose(k, p) {
    app.filter[levels[k].key] = p;
    if (p >= 0) for (let up = k; up > 0; up--) app.filter[levels[up - 1].key] = above[up][app.filter[levels[up].key]];
    for (let down = k + 1; down < levels.length; down++) app.filter[levels[down].key] = -1;
    levels.forEach((_, i) => { fill(i); selects[i].value = String(app.filter[levels[i].key]); });
    app.applyFilter();
  }

  selects.forEach((select, k) => {
    fill(k);
    select.addEventListener('change', () => choose(k, Number(select.value)));
  });
  return { choose: (key, p) => choose(levels.findIndex((l) => l.key === key), p) };
}

// ---------------------------------------------------------------- search

const SEARCH_ROWS = 12;

/** A combobox after the ARIA authoring pattern: focus stays in the field, arrows move in the list. */
function createSearch(app, filters) {
  const input = byId('search');
  const list = byId('search-list');
  const index = app.names.map((name, a) => ({
    name: searchable(name), code: app.codes[a].toLowerCase(),
    rest: app.data.parents.map((p) => searchable(app.parentName(p, a))).join(' '),
  }));
  const places = app.data.parents.flatMap((p) => p.names.map((name, k) => ({ parent: p, k, text: searchable(name), name })));
  let results = [];
  let active = -1;

  function find(text) {
    const q = searchable(text);
    if (!q) return [];
    const found = places.filter((p) => p.text.startsWith(q)).slice(0, 3)
      .map((p) => ({ label: p.name, detail: 'Show this ' + p.parent.label.toLowerCase(), run: () => filters.choose(p.parent.key, p.k) }));
    const words = q.split(' ');
    const hits = [];
    index.forEach((entry, a) => {
      const score = entry.code === q ? 0 : entry.name.startsWith(q) ? 1 : entry.code.startsWith(q) ? 2
        : words.every((w) => (' ' + entry.name).includes(' ' + w)) ? 3
          : words.every((w) => (' ' + entry.name + ' ' + entry.rest).includes(' ' + w)) ? 4 : -1;
      if (score >= 0) hits.push([score, a]);
    });
    hits.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    for (const [, a] of hits.slice(0, SEARCH_ROWS - found.length)) {
      const where = app.data.parents.map((p) => app.parentName(p, a)).filter(Boolean).join(', ');
      found.push({ label: app.names[a], detail: app.codes[a] + (where ? ' · ' + where : ''), run: () => app.select(a, { from: input, go: true }) });
    }
    found.more = hits.length - Math.min(hits.length, SEARCH_ROWS);
    return found;
  }

  function open() {
    results = find(input.value);
    active = -1;
    list.replaceChildren(...results.map((r, i) => el('li', { role: 'option', id: 'search-' + i, 'aria-selected': 'false' },
      el('span', { class: 'found', text: r.label }), el('span', { class: 'found-detail', text: r.detail }))));
    const some = input.value.trim() !== '';
    list.hidden = results.length === 0;
    input.setAttribute('aria-expanded', String(results.length > 0));
    input.removeAttribute('aria-activedescendant');
    if (some) announce(results.length ? plural(results.length, 'result', 'results') + (results.more > 0 ? ', more with a longer text' : '') : 'Nothing found');
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  }

  function move(step) {
    if (list.hidden) open();
    if (!results.length) return;
    active = (active + step + results.length + (active < 0 && step < 0 ? 1 : 0)) % results.length;
    [...list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', 'search-' + active);
    list.children[active].scrollIntoView({ block: 'nearest' });
  }

  function take(i) {
    const result = results[i];
    if (!result) return;
    input.value = result.label;
    close();
    result.run();
  }

  input.addEventListener('input', open);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      move(e.key === 'ArrowDown' ? 1 : -1);
    } else if (e.key === 'Enter' && results.length && !list.hidden) {
      e.preventDefault();
      take(Math.max(0, active));
    } else if (e.key === 'Escape' && !list.hidden) {
      e.stopPropagation();
      close();
    }
  });
  list.addEventListener('mousedown', (e) => e.preventDefault());       // keeps the focus in the field
  list.addEventListener('click', (e) => {
    const li = e.target.closest('li');
    if (li) take([...list.children].indexOf(li));
  });
}

// ---------------------------------------------------------------- weights

/** A round number at or above x: 1, 2 or 5 times a power of ten. */
function roundUp(x) {
  const power = Math.pow(10, Math.floor(Math.log10(x)));
  return [1, 2, 5, 10].map((k) => k * power).find((v) => v >= x - 1e-12);
}

/** The largest easy step on whose grid all the recipe's weights lie; "any" when there is none. */
function stepFor(weights, top) {
  const fits = (step) => weights.every((w) => Math.abs(w / step - Math.round(w / step)) < 1e-9);
  return [top / 20, top / 100, top / 1000].find(fits) || 'any';
}

function createWeights(app) {
  const panel = byId('weights');
  const toggle = byId('weights-toggle');
  const rows = new Map();
  const labels = new Map([...app.data.indicators, ...app.data.components].map((x) => [x.id, x.label]));
  const root = app.data.components.find((c) => c.id === app.model.root);
  const ordered = [root, ...app.data.components.filter((c) => c !== root)];
  byId('weights-list').append(...ordered.map(fieldset));

  function fieldset(c) {
    const weights = c.parts.map((p) => p.weight);
    const top = roundUp(Math.max(...weights, 0) * 2 || 1);
    const step = stepFor(weights, top);
    return el('fieldset', null,
      el('legend', { text: c === root ? 'Parts of the overall score' : c.label }),
      c.parts.map((p) => row(c, p, top, step)));
  }

  function row(c, part, top, step) {
    const id = 'weight-' + part.of;
    const range = el('input', { type: 'range', id, min: 0, max: top, step, value: part.weight });
    const box = el('input', { type: 'number', min: 0, max: top, step, value: part.weight, 'aria-label': labels.get(part.of) + ', weight as a number' });
    const share = el('span', { class: 'share', id: id + '-share' });
    range.setAttribute('aria-describedby', share.id);
    range.addEventListener('input', () => change(part.of, range.valueAsNumber, range));
    box.addEventListener('input', () => {
      if (box.value === '' || !(box.valueAsNumber >= 0)) return;
      change(part.of, Math.min(box.valueAsNumber, Number(box.max)), box);
    });
    box.addEventListener('change', show);
    rows.set(part.of, { range, box, share, component: c });
    return el('div', { class: 'weight-row' }, el('label', { for: id, text: labels.get(part.of) }), range, box, share);
  }

  let typing = null;
  function change(id, weight, from) {
    typing = from;
    app.setWeights({ [id]: weight });
    typing = null;
  }

  /** Brings all fields in line with the weights (but not the one being typed in). */
  function show() {
    for (const [id, r] of rows) {
      const w = app.weights[id];
      for (const input of [r.range, r.box]) {
        if (w > Number(input.max)) input.max = w;
        if (input !== typing && input.valueAsNumber !== w) input.value = w;
      }
      const total = LotiScore.sum(r.component.parts.map((p) => app.weights[p.of]));
      r.share.textContent = r.component.weighting === 'AS_PUBLISHED' ? (w === 0 ? 'not counted' : 'as published')
        : total === 0 ? 'no weight at all' : number(100 * w / total, 0) + '%';
      r.range.closest('.weight-row').classList.toggle('changed', w !== app.recipeWeights[id]);
    }
    showStatus();
  }

  function showStatus() {
    const status = app.weightsStatus();
    byId('weights-status').textContent = status || 'These are the recipe’s weights.';
    byId('weights-status').classList.toggle('differs', Boolean(status));
    byId('weights-reset').setAttribute('aria-disabled', String(!status));
  }

  toggle.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute('aria-expanded', String(!panel.hidden));
    byId('workspace').classList.toggle('with-weights', !panel.hidden);
    if (!panel.hidden) panel.scrollIntoView({ block: 'nearest' });
  });
  byId('weights-reset').addEventListener('click', () => app.setWeights(app.recipeWeights));
  return { show };
}
