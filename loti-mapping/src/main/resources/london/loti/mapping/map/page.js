/*
 * The page: reads the data, holds the state, and tells the parts what has changed.
 * Parts: map.js (with shapes.js and paint.js), table.js, card.js, controls.js, method.js; helpers in util.js.
 */

// ---------------------------------------------------------------- classes (what the colours mean)

/** A scheme says for the chosen column: which class each area is in, its colour and its words. */
function makeScheme(app, id) {
  const indicator = app.data.indicators.find((i) => i.id === id);
  const scores = app.columns.get(id);
  const overall = id === app.model.root;
  const { ranks, n } = overall ? { ranks: app.result.ranks, n: app.result.ranked } : LotiScore.rank(scores);
  const values = classValues(app, overall, scores, indicator);
  const scheme = values ? valueClasses(scores, values) : fifthClasses(LotiScore.groups(ranks, n, 5));
  const shownValues = indicator ? app.values(indicator) : scores;
  const digits = overall ? app.digits : scoreDigits(scores);
  const say = indicator ? (v) => withUnit(v, indicator.unit) : (v) => number(v, digits);
  const what = app.label(id);
  Object.assign(scheme, classRanges(scheme, shownValues, say));
  return Object.assign(scheme, {
    id,
    title: what,
    how: scheme.byValue ? '' : indicator ? ': in fifths of all areas' : ': score, in fifths of all areas',
    none: indicator ? app.missingWord : 'No score',
    colours: classColours(scheme.labels.length),
    note: indicator && indicator.polarity === 'LOWER_IS_MORE_NEED' ? 'A lower value counts as more need.' : '',
    words: (a) => scheme.labels[scheme.of[a]],
    columnLabel: overall ? (values ? 'Class' : 'Fifth') : what,
    sortBy: overall ? ranks : shownValues,
    sortDown: !overall && !(indicator && indicator.polarity === 'LOWER_IS_MORE_NEED'),
    zeroIsMissing: overall,
    cell: (a) => {
      if (scheme.of[a] === 255) return [indicator ? app.missingWord.toLowerCase() : 'no score'];
      const word = scheme.short[scheme.of[a]];
      return overall ? [word] : [say(shownValues[a]), scheme.byValue ? word : 'fifth ' + (scheme.of[a] + 1)];
    },
  });
}

/** Distinct scores as classes: for counting recipes and yes/no indicators; null = use fifths. */
function classValues(app, overall, scores, indicator) {
  const counting = app.data.classes.kind === 'VALUES';
  if (overall && counting && !app.changedWeights().length) {
    const listed = app.data.classes.values;
    const found = LotiScore.distinct(scores, Math.max(9, listed.length));       // a score off the list is shown, too
    return found && [...listed, ...found.filter((v) => !listed.some((w) => Math.abs(v - w) < 1e-6))].sort((a, b) => b - a);
  }
  if (counting) return LotiScore.distinct(scores, 9);
  return indicator ? LotiScore.distinct(scores, 2) : null;
}

function fifthClasses(fifths) {
  const labels = ['Fifth 1, highest estimated need', 'Fifth 2', 'Fifth 3, middle', 'Fifth 4', 'Fifth 5, lowest estimated need'];
  return {
    byValue: false,
    of: fifths.map((f) => (f === 0 ? 255 : f - 1)),
    labels,
    legend: labels,
    short: FIFTH_WORDS.map((word, k) => (k + 1) + ', ' + word),
  };
}

function valueClasses(scores, values) {
  const of = new Uint8Array(scores.length).fill(255);
  for (let a = 0; a < scores.length; a++) {
    if (scores[a] !== scores[a]) continue;
    const c = values.findIndex((v) => Math.abs(v - scores[a]) <= 1e-9 * Math.max(1, Math.abs(v)));
    if (c >= 0) of[a] = c;
  }
  const say = (v) => 'Score ' + number(v, 3, 0);
  const end = (c) => (values.length < 2 ? '' : c === 0 ? ', highest' : c === values.length - 1 ? ', lowest' : '');
  const legend = values.map((v, c) => say(v) + end(c));
  return { byValue: true, of, legend, labels: legend.map((l, c) => l + (end(c) ? ' estimated need' : '')), short: values.map(say) };
}

/** How many areas a class has, and from which to which value it goes. */
function classRanges(scheme, values, say) {
  const k = scheme.labels.length;
  const low = new Array(k).fill(Infinity);
  const high = new Array(k).fill(-Infinity);
  const counts = new Array(k + 1).fill(0);
  for (let a = 0; a < values.length; a++) {
    const c = scheme.of[a] === 255 ? k : scheme.of[a];
    counts[c]++;
    if (c === k || values[a] !== values[a]) continue;
    if (values[a] < low[c]) low[c] = values[a];
    if (values[a] > high[c]) high[c] = values[a];
  }
  const ranges = low.map((_, c) => (counts[c] === 0 ? 'no areas'
    : scheme.byValue ? plural(counts[c], 'area', 'areas')
      : say(low[c]) === say(high[c]) ? say(low[c]) : say(low[c]) + ' to ' + say(high[c])));
  return { counts, ranges };
}

// ---------------------------------------------------------------- state

function createApp(data) {
  const n = data.areas.codes.length;
  const model = LotiScore.buildModel(data);
  const recipeWeights = LotiScore.recipeWeights(model);
  const valueColumns = new Map();
  const labels = new Map([...data.indicators, ...data.components].map((x) => [x.id, x.label]));
  const app = {
    data, n, model, recipeWeights,
    codes: data.areas.codes,
    names: data.areas.names,
    topParent: data.parents[data.parents.length - 1] || null,
    weights: Object.assign({}, recipeWeights),
    filter: Object.fromEntries(data.parents.map((p) => [p.key, -1])),
    shown: new Uint8Array(n).fill(1),
    selected: -1,
    colourId: model.root,
    findings: [...data.findings],
    /** A number that is not there; where numbers are not published openly, it may have been withheld. */
    missingWord: data.open ? 'Missing' : 'Missing or suppressed',
    label: (id) => (id === model.root && labels.get(id) === 'Overall' ? 'Overall score' : labels.get(id)),
    parentName: (p, a) => (p.of[a] < 0 ? '' : p.names[p.of[a]]),
    values(indicator) {
      if (!valueColumns.has(indicator.id)) valueColumns.set(indicator.id, LotiScore.column(indicator.values));
      return valueColumns.get(indicator.id);
    },
    changedWeights: () => Object.keys(recipeWeights).filter((id) => app.weights[id] !== recipeWeights[id]),
  };
  return app;
}

/** Ranks, deciles and fifths for a column of overall scores. */
function resultOf(scores) {
  const { ranks, n } = LotiScore.rank(scores);
  let counts = null;
  return {
    scores, ranks, ranked: n,
    deciles: LotiScore.groups(ranks, n, 10),
    fifths: LotiScore.groups(ranks, n, 5),
    /** How many areas share a rank; counted when first asked for. */
    shared(rank) {
      if (!counts) {
        counts = new Uint32Array(n + 2);
        for (const r of ranks) counts[r]++;
      }
      return counts[rank];
    },
  };
}

/** Works the scores out; with the recipe's own weights the published numbers stand. */
function recompute(app) {
  app.columns = LotiScore.scoreAll(app.model, app.weights);
  if (app.changedWeights().length === 0) {
    app.columns.set(app.model.root, app.recipeResult.scores);
    app.result = app.recipeResult;
  } else {
    app.result = resultOf(app.columns.get(app.model.root));
  }
  app.digits = scoreDigits(app.result.scores);
  app.overallScheme = makeScheme(app, app.model.root);
  app.scheme = app.colourId === app.model.root ? app.overallScheme : makeScheme(app, app.colourId);
}

/** The page and the library must agree; if they do not, the reader is told. */
function checkAgainstPublished(app) {
  const own = LotiScore.scoreAll(app.model, app.recipeWeights).get(app.model.root);
  const published = app.recipeResult.scores;
  let different = 0;
  for (let a = 0; a < app.n; a++) {
    const both = own[a] === own[a] && published[a] === published[a];
    if (both ? Math.abs(own[a] - published[a]) > 1e-9 * Math.max(1, Math.abs(published[a])) : own[a] === own[a] || published[a] === published[a]) different++;
  }
  if (different) app.findings.push('This page’s own calculation differs from the published scores in ' + plural(different, 'area', 'areas') + '; do not rely on the what-if weights.');
}

// ---------------------------------------------------------------- words

function addWords(app) {
  app.areaInWords = (a) => {
    const score = app.result.ranks[a] ? app.overallScheme.words(a) + ', ' + ordinal(app.result.ranks[a]) + ' of ' + whole(app.result.ranked) : 'no score';
    const coloured = app.scheme === app.overallScheme ? '' : ' · ' + app.scheme.title + ': ' + app.scheme.cell(a).join(', ');
    return app.names[a] + ': ' + score + coloured;
  };

  app.filterName = () => {
    const finest = app.data.parents.find((p) => app.filter[p.key] >= 0);
    return finest ? finest.names[app.filter[finest.key]] : '';
  };

  /** Components whose weights are all zero. */
  app.emptyComponents = () => app.data.components.filter((c) => c.parts.every((p) => app.weights[p.of] === 0));

  app.whyNoScore = () => {
    const empty = app.emptyComponents();
    if (empty.length) return 'All weights of ' + empty.map((c) => c.label).join(' and ') + ' are 0.';
    const missing = app.missingWord.toLowerCase();
    if (app.data.missing.policy !== 'RENORMALISE') return 'A value that this recipe needs is ' + missing + '.';
    return 'Too many values are ' + missing + ' for a score under this recipe’s rule.';
  };

  /** What the weights have done; '' with the recipe's own weights. */
  app.weightsStatus = () => {
    if (!app.changedWeights().length) return '';
    const empty = app.emptyComponents();
    if (empty.some((c) => c.id === app.model.root)) return 'All weights of the overall score are 0, so no area has a score. Raise at least one.';
    const before = app.recipeResult;
    const byRank = app.data.classes.kind === 'VALUES';
    const changes = byRank ? LotiScore.countChanges(app.result.ranks, before.ranks) : LotiScore.countChanges(app.result.fifths, before.fifths);
    const lost = app.result.ranked === 0 ? ' No area has a score.' : app.result.ranked < before.ranked ? ' ' + plural(before.ranked - app.result.ranked, 'area has', 'areas have') + ' no score now.' : '';
    const zero = empty.length ? ' All weights of ' + empty.map((c) => c.label).join(' and ') + ' are 0, so it has no score; raise one of them, or set its own weight to 0.' : '';
    return 'With these weights ' + whole(changes) + ' of ' + whole(app.n) + ' areas ' + (changes === 1 ? 'changes' : 'change') + (byRank ? ' rank.' : ' fifth.') + lost + zero;
  };
}

// ---------------------------------------------------------------- changes

function addActions(app) {
  const refresh = oncePerFrame(() => {
    recompute(app);
    app.map.recolour(app.scheme);
    drawLegend(app);
    app.table.redraw();
    if (app.selected >= 0) app.card.redraw(app.selected);
    app.weightsPanel.show();
    showWhatIf(app);
  });

  app.setWeights = (changes) => {
    for (const [id, w] of Object.entries(changes)) {
      if (!(id in app.recipeWeights) || !(w >= 0) || w === Infinity) throw new Error('No such weight: ' + id + ' = ' + w);
      app.weights[id] = w;
    }
    refresh();
  };

  app.colour = (id) => {
    app.colourId = id;
    app.scheme = id === app.model.root ? app.overallScheme : makeScheme(app, id);
    app.map.recolour(app.scheme);
    drawLegend(app);
    app.table.redraw();
  };

  app.applyFilter = () => {
    const active = app.data.parents.filter((p) => app.filter[p.key] >= 0);
    let count = 0;
    for (let a = 0; a < app.n; a++) {
      app.shown[a] = active.every((p) => p.of[a] === app.filter[p.key]) ? 1 : 0;
      count += app.shown[a];
    }
    app.map.filter(active.length > 0);
    app.table.restart();
    byId('table-title').textContent = active.length ? 'Areas in ' + app.filterName() : 'Areas';
    announce('Showing ' + plural(count, 'area', 'areas') + (active.length ? ' in ' + app.filterName() : ''));
  };

  let opener = null;
  app.select = (a, { from, go } = {}) => {
    app.selected = a;
    opener = from || null;
    app.map.select(a, go);
    app.card.open(a);
    app.table.select();
    byId('side').scrollTop = 0;
    byId('card-title').focus();
  };

  app.close = () => {
    const a = app.selected;
    if (a < 0) return;
    app.selected = -1;
    app.map.select(-1);
    app.card.close();
    app.table.select();
    const row = opener && opener.classList.contains('area-button');      // rows are drawn anew
    if (!(row && app.table.focusRow(a))) (row || !opener ? byId('table-region') : opener).focus();
  };
}

/** The banner over the map: nobody must take a what-if map for the published index. */
function showWhatIf(app) {
  const banner = byId('what-if');
  const status = app.weightsStatus();
  banner.hidden = !status;
  banner.replaceChildren(...(status ? [el('strong', { text: 'What-if, not the published index. ' }), status] : []));
  announce(status ? 'What-if. ' + status : 'These are the recipe’s weights.');
}

function listenPage(app) {
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && app.selected >= 0 && !e.defaultPrevented) app.close();
  });
  byId('print').addEventListener('click', () => window.print());
  window.addEventListener('beforeprint', () => {
    app.map.paintForPrint();
    byId('print-line').textContent = 'Coloured by: ' + app.scheme.title + '. ' + (app.filterName() ? 'Areas in ' + app.filterName() + '; others are paler.' : 'All areas.');
  });
}

// ---------------------------------------------------------------- start

/** The way to the warnings, where there are any. */
function linkFindings(count) {
  byId('findings-link').hidden = count === 0;
  byId('findings-link').textContent = 'Findings (' + count + ')';
}

function start() {
  const data = JSON.parse(byId('loti-data').textContent);
  byId('subtitle').textContent = data.subtitle;
  linkFindings(data.findings.length);
  const app = createApp(data);
  addWords(app);
  addActions(app);
  app.recipeResult = resultOf(LotiScore.column(data.overall.scores));
  recompute(app);
  app.map = createMap(app);
  app.map.recolour(app.scheme);
  app.map.start();
  drawLegend(app);
  app.table = createTable(app);
  app.table.redraw();
  createColourBy(app);
  const filters = createFilters(app);
  return { app, filters };
}

/** What can wait until the map has been seen. */
function startRest({ app, filters }) {
  app.card = createCard(app);
  app.weightsPanel = createWeights(app);
  app.weightsPanel.show();
  createSearch(app, filters);
  listenPage(app);
  app.map.addOrientation();
  checkAgainstPublished(app);
  drawMethod(app);
}

/*
 * A small hook for tests (not an interface for pages):
 *   loti.ready          resolves when the first map has been drawn and all controls work
 *   loti.result()       {codes, scores, ranks} with the present weights; null = no score
 *   loti.setWeights(w)  {partId: weight}; result() has the new numbers at once
 *   loti.select(code)   opens the card of an area
 */
window.loti = (() => {
  let app = null;
  const frame = () => new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go, 0));
    setTimeout(go, 300);         // a tab in the background has no frames
  });
  const ready = (async () => {
    await frame();                 // the header is painted before any work starts
    const started = start();
    performance.mark('loti-map');
    await frame();                 // the map is painted
    startRest(started);
    app = started.app;
    performance.mark('loti-ready');
  })();
  ready.catch((e) => { byId('subtitle').textContent = 'This page could not be drawn: ' + e.message; });
  return {
    ready,
    result() {
      const blank = (list, is) => Array.from(list, (x) => (is(x) ? null : x));
      return {
        codes: app.codes.slice(),
        scores: blank(app.result.scores, (s) => s !== s),
        ranks: blank(app.result.ranks, (r) => r === 0),
      };
    },
    setWeights(weights) {
      app.setWeights(weights);
      recompute(app);
    },
    select(code) {
      const a = app.codes.indexOf(code);
      if (a < 0) throw new Error('No such area: ' + code);
      app.select(a, { go: true });
    },
  };
})();
