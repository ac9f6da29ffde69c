/* The area card: where an area stands, and how its score comes about. */

function createCard(app) {
  const card = byId('card');
  const indicator = new Map(app.data.indicators.map((i) => [i.id, i]));
  const component = new Map(app.data.components.map((c) => [c.id, c]));
  const sortedValues = new Map();

  /** All present values of an indicator or context value, sorted once. */
  function sorted(thing) {
    if (!sortedValues.has(thing.id)) {
      sortedValues.set(thing.id, LotiScore.column(thing.values).filter((v) => v === v).sort());
    }
    return sortedValues.get(thing.id);
  }

  function standing(thing, value) {
    const all = sorted(thing);
    const lower = LotiScore.below(all, value);
    if (lower === 0) return LotiScore.notAbove(all, value) > 1 ? 'the lowest value, shared by several areas' : 'the lowest value of all areas';
    if (all.length < 100) return 'higher than ' + lower + ' of ' + all.length + ' areas';
    const share = Math.floor(100 * lower / all.length);
    return share === 0 ? 'lower than 99 of 100 areas' : 'higher than ' + share + ' of 100 areas';
  }

  function draw(a) {
    sumDigits = app.digits + 1;
    const tree = LotiScore.contributions(app.model, app.weights, app.columns, a);
    card.replaceChildren(
      heading(a),
      place(a),
      el('p', { class: 'small card-note', text: 'This describes an area. It says nothing certain about anyone who lives there.' }),
      ...contextList(a),
      el('h3', { text: 'What the score is made of' }),
      ...makeUp(a, tree),
    );
  }

  function heading(a) {
    const parents = app.data.parents.map((p) => [p.label, app.parentName(p, a)]).filter(([, name]) => name);
    return el('div', { class: 'card-head' },
      el('div', null,
        el('h2', { id: 'card-title', tabindex: '-1', text: app.names[a] }),
        el('p', { class: 'card-where' }, app.codes[a], parents.map(([label, name]) => ' · ' + label + ' ' + name).join(''))),
      el('button', { type: 'button', class: 'button', id: 'card-close', onclick: () => app.close() }, 'Close', el('span', { class: 'hidden-text', text: ' the area card' })));
  }

  function place(a) {
    const r = app.result;
    const out = el('div', { class: 'place' });
    if (!r.ranks[a]) {
      out.append(el('p', { class: 'place-rank', text: 'No score' }), el('p', { text: app.whyNoScore(a) }));
      return out;
    }
    out.append(
      el('p', { class: 'place-rank' }, el('strong', { text: rankWords(r, a) }), ' of ' + whole(r.ranked)),
      el('p', { class: 'place-class' }, swatch(app.overallScheme.colours[app.overallScheme.of[a]]), app.overallScheme.words(a)),
      el('p', { text: groupWords(app, a) + (app.overallScheme.byValue ? '' : ' Score ' + number(r.scores[a], app.digits + 1) + '.') }));
    if (app.changedWeights().length) {
      const was = app.recipeResult.ranks[a];
      out.append(el('p', { class: 'was', text: 'What-if. With the recipe’s weights: ' + (!was ? 'no score'
        : rankWords(app.recipeResult, a) + (app.overallScheme.byValue ? '' : ', fifth ' + app.recipeResult.fifths[a])) + '.' }));
    }
    return out;
  }

  /** Decimals of the contributions shown: one more than for scores, fewer where fewer say it all. */
  let sumDigits = 2;

  function contextList(a) {
    if (!app.data.context.length) return [];
    return [el('dl', { class: 'context' }, app.data.context.map((c) => el('div', null,
      el('dt', { text: c.label }), el('dd', { text: withUnit(c.values[a], c.unit) }))))];
  }

  // ---- contributions

  function makeUp(a, tree) {
    const leaves = [];
    const walk = (node) => { if (node.kind === 'indicator') leaves.push(node); node.parts.forEach(walk); };
    walk(tree);
    sumDigits = Math.min(app.digits + 1, decimalsOf([tree.score, ...leaves.map((l) => l.contribution)], 3));
    const largest = leaves.reduce((top, l) => Math.max(top, Math.abs(l.contribution)), 0) || 1;
    const scale = { largest, signed: leaves.some((l) => l.contribution < 0), scored: tree.counted };
    const out = [sumLine(tree)];
    const direct = tree.parts.filter((p) => p.kind === 'indicator');
    if (direct.length) out.push(barList(a, direct, scale));
    for (const part of tree.parts) if (part.kind === 'component') out.push(...group(a, part, scale, 4));
    return out;
  }

  function sumLine(tree) {
    if (!tree.counted) return el('p', { class: 'small', text: 'There is no score to take apart. The values are below.' });
    const d = sumDigits;
    const counted = tree.parts.filter((p) => p.counted);
    const rounded = decimalsOf([tree.score, ...counted.map((p) => p.contribution)], d + 1) > d;
    const terms = counted.map((p, i) => (i === 0 ? '' : p.contribution < 0 ? ' − ' : ' + ')
      + number(i === 0 ? p.contribution : Math.abs(p.contribution), d));
    return el('p', { class: 'sum' },
      el('span', { class: 'sum-terms', text: terms.join('') + ' = ' }),
      el('strong', { text: number(tree.score, d) }),
      el('span', { class: 'small', text: ' Contributions of ' + counted.map((p) => nameOf(p)).join(', ') + (rounded ? '; rounded.' : '.') }));
  }

  function nameOf(node) {
    return (indicator.get(node.id) || component.get(node.id)).label;
  }

  function group(a, node, scale, level) {
    const d = sumDigits;
    const score = node.score === node.score ? 'its own score is ' + number(node.score, app.digits) : 'it has no score here';
    const says = node.weight === 0 ? 'not counted (weight 0); ' + score
      : !scale.scored ? score
        : (node.counted ? 'adds ' + number(node.contribution, d) : 'not counted') + '; ' + score;
    const out = [el('h' + Math.min(level, 6), { class: 'group-title' }, nameOf(node), el('span', { class: 'group-says', text: says }))];
    const own = node.parts.filter((p) => p.kind === 'indicator');
    if (own.length) out.push(barList(a, own, scale));
    for (const part of node.parts) if (part.kind === 'component') out.push(...group(a, part, scale, level + 1));
    return out;
  }

  function barList(a, nodes, scale) {
    return el('ul', { class: 'bars' + (scale.signed ? ' signed' : '') }, nodes.map((node) => bar(a, node, scale)));
  }

  function bar(a, node, scale) {
    const ind = indicator.get(node.id);
    const value = ind.values[a];
    const missing = value === null || node.score !== node.score;
    const fill = el('span', { class: 'bar-fill' + (node.contribution < 0 ? ' minus' : '') });
    const share = Math.abs(node.contribution) / scale.largest;
    fill.style.width = (scale.signed ? 50 : 100) * share + '%';
    return el('li', { class: missing || !node.counted ? 'uncounted' : null },
      el('span', { class: 'bar-label', text: ind.label }),
      el('span', { class: 'bar-number', text: contributionWords(node, missing, scale) }),
      el('span', { class: 'bar-value', text: valueWords(ind, value, node) }),
      el('span', { class: 'bar-track', 'aria-hidden': 'true' }, missing || !node.counted ? null : fill));
  }

  function contributionWords(node, missing, scale) {
    if (missing) return 'missing';
    if (node.weight === 0) return 'weight 0';
    if (!scale.scored || !node.counted) return 'not counted';
    return (node.contribution > 0 ? '+' : '') + number(node.contribution, sumDigits);
  }

  function valueWords(ind, value, node) {
    if (value === null) {
      const after = node.weight === 0 ? ' It is not counted here.'
        : app.data.missing.policy === 'RENORMALISE' ? ' The other parts share its weight, where enough of them are there.'
          : ' This recipe gives no score where a value is missing.';
      return app.missingWord + '.' + after;
    }
    const turn = ind.polarity === 'LOWER_IS_MORE_NEED' ? ' (a lower value counts as more need)' : '';
    return withUnit(value, ind.unit) + ' · ' + standing(ind, value) + turn;
  }

  return {
    open(a) {
      draw(a);
      card.hidden = false;
    },
    redraw(a) {
      const inside = card.contains(document.activeElement) && document.activeElement.id;
      draw(a);
      if (inside && byId(inside)) byId(inside).focus({ preventScroll: true });
    },
    close() {
      card.hidden = true;
      card.replaceChildren();
    },
  };
}

/** "12th", "Joint 12th". */
function rankWords(result, a) {
  const rank = result.ranks[a];
  return (result.shared(rank) > 1 ? 'Joint ' : '') + ordinal(rank);
}

/** Decile in plain words; for counting recipes the share of areas at or above the score. */
function groupWords(app, a) {
  const r = app.result;
  if (app.overallScheme.byValue) {
    const same = r.shared(r.ranks[a]);
    const higher = r.ranks[a] - 1;
    return plural(same, 'area has', 'areas have') + ' this score (' + number(100 * same / r.ranked, 1) + '%), '
      + (higher ? plural(higher, 'has', 'have') : 'none has') + ' a higher one.';
  }
  const d = r.deciles[a];
  if (d === 1 || d === 10) return 'Among the tenth of areas with the ' + (d === 1 ? 'highest' : 'lowest') + ' estimated need.';
  return 'In the ' + ordinal(d) + ' of ten equal groups of areas, counted from the highest estimated need'
    + '.';
}
