'use strict';
/*
 * Scoring in the page: pure functions, no DOM.
 *
 * The operations and their order are those of the Java library, so that the recipe's own
 * weights give the published scores again, bit for bit where exp and log allow it.
 * A missing number is NaN in every column: it takes no part in a sum and never turns into 0.
 */
const LotiScore = (() => {

  /** A JSON column (null = missing) as doubles (NaN = missing). */
  function column(values) {
    const out = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++) {
      const v = values[i];
      out[i] = v === null || v === undefined ? NaN : v;
    }
    return out;
  }

  /** Components in an order in which every component comes after the components it is made of. */
  function childrenFirst(components) {
    const byId = new Map(components.map((c) => [c.id, c]));
    const order = [];
    const state = new Map();
    const visit = (c) => {
      if (state.get(c.id) === 'done') return;
      if (state.get(c.id) === 'open') throw new Error('Component contains itself: ' + c.id);
      state.set(c.id, 'open');
      for (const p of c.parts) if (byId.has(p.of)) visit(byId.get(p.of));
      state.set(c.id, 'done');
      order.push(c);
    };
    components.forEach(visit);
    return order;
  }

  /** Everything that stays the same while weights change. */
  function buildModel(data) {
    const indicators = new Map();
    for (const ind of data.indicators) indicators.set(ind.id, column(ind.scores));
    const components = new Map();
    for (const c of childrenFirst(data.components)) {
      components.set(c.id, {
        id: c.id,
        geometric: c.aggregation === 'GEOMETRIC_MEAN',
        normalised: c.weighting !== 'AS_PUBLISHED',
        parts: c.parts.map((p) => p.of),
        weights: c.parts.map((p) => p.weight),
      });
    }
    return { n: data.areas.codes.length, indicators, components, missing: data.missing, root: 'overall' };
  }

  /** The weights the recipe itself uses, by part id. */
  function recipeWeights(model) {
    const weights = {};
    for (const c of model.components.values()) {
      c.parts.forEach((id, k) => { weights[id] = c.weights[k]; });
    }
    return weights;
  }

  function weightsOf(component, weights) {
    return component.parts.map((id) => weights[id]);
  }

  function sum(numbers) {
    let total = 0;
    for (const x of numbers) total += x;
    return total;
  }

  /** Is there too much missing for a score? A = weight that is present, W = all the weight. */
  function tooMuchMissing(missing, A, W) {
    return missing.policy !== 'RENORMALISE' || A === 0 || A < missing.minimumShare * W;
  }

  /** Score of one component in one area; cols = its parts' columns, w = its weights, W = their sum. */
  function combine(component, cols, w, W, i, missing) {
    if (W === 0) return NaN;
    const geometric = component.geometric;
    let A = 0;
    let total = 0;
    let gap = false;
    let zero = false;
    for (let p = 0; p < cols.length; p++) {
      const wp = w[p];
      if (wp === 0) continue;                 // not asked for: a gap in it does not matter
      const s = cols[p][i];
      if (s !== s) { gap = true; continue; }  // NaN = missing
      A += wp;
      if (!geometric) total += wp * s;
      else if (s === 0) zero = true;
      else total += wp * Math.log(s);
    }
    if (gap && tooMuchMissing(missing, A, W)) return NaN;
    if (geometric && zero) return 0;
    if (component.normalised) total = total / A;
    else if (gap) total = total * (W / A);
    return geometric ? Math.exp(total) : total;
  }

  /** Scores of every component: Map of id to column. Indicator columns are in the Map too. */
  function scoreAll(model, weights) {
    const columns = new Map(model.indicators);
    for (const c of model.components.values()) {
      const cols = c.parts.map((id) => columns.get(id));
      const w = weightsOf(c, weights);
      const W = sum(w);
      const out = new Float64Array(model.n);
      for (let i = 0; i < model.n; i++) out[i] = combine(c, cols, w, W, i, model.missing);
      columns.set(c.id, out);
    }
    return columns;
  }

  /** Competition ranks, 1 = highest score, 0 = no score. One sort, then a binary search an area. */
  function rank(scores) {
    const sorted = scores.filter((s) => s === s).sort();
    const n = sorted.length;
    const ranks = new Uint32Array(scores.length);
    for (let i = 0; i < scores.length; i++) {
      const s = scores[i];
      if (s === s) ranks[i] = 1 + n - notAbove(sorted, s);
    }
    return { ranks, n };
  }

  /** How many of the sorted numbers are <= x. */
  function notAbove(sorted, x) {
    let lo = 0;
    let hi = sorted.length;
    while (lo < hi) {
      const mid = (lo + hi) >>> 1;
      if (sorted[mid] <= x) lo = mid + 1; else hi = mid;
    }
    return lo;
  }

  /** How many of the sorted numbers are < x. */
  function below(sorted, x) {
    let lo = 0;
    let hi = sorted.length;
    while (lo < hi) {
      const mid = (lo + hi) >>> 1;
      if (sorted[mid] < x) lo = mid + 1; else hi = mid;
    }
    return lo;
  }

  /** Equal groups by rank: k = 10 for deciles, 5 for fifths; 0 = no score. */
  function groups(ranks, n, k) {
    const out = new Uint8Array(ranks.length);
    for (let i = 0; i < ranks.length; i++) {
      if (ranks[i] > 0) out[i] = Math.ceil(k * ranks[i] / n);
    }
    return out;
  }

  /** What one point of a part's score is worth in its component's score (0 where it is not counted). */
  function multipliers(component, weights, columns, i) {
    const w = weightsOf(component, weights);
    const s = component.parts.map((id) => columns.get(id)[i]);
    const counted = w.map((wp, p) => wp !== 0 && s[p] === s[p]);
    const W = sum(w);
    let A = 0;
    let product = 0;
    let gap = false;
    w.forEach((wp, p) => {
      if (counted[p]) { A += wp; product += wp * s[p]; } else if (wp !== 0) gap = true;
    });
    const G = columns.get(component.id)[i];
    return w.map((wp, p) => {
      if (!counted[p] || G !== G) return 0;
      if (component.geometric) return product === 0 ? 0 : G * wp / product;
      if (component.normalised) return wp / A;
      return gap ? wp * (W / A) : wp;
    });
  }

  /**
   * How one area's overall score comes about, as a tree: each node has its id, kind, weight, score,
   * and contribution to the overall score. The indicators' contributions add up to that score.
   */
  function contributions(model, weights, columns, i) {
    const node = (id, weight, factor, counted) => {
      const score = columns.get(id)[i];
      const component = model.components.get(id);
      const out = {
        id,
        kind: component ? 'component' : 'indicator',
        weight,
        score,
        contribution: counted ? factor * score : 0,
        counted,
        parts: [],
      };
      if (component) {
        const m = multipliers(component, weights, columns, i);
        out.parts = component.parts.map((part, p) => {
          const s = columns.get(part)[i];
          return node(part, weights[part], factor * m[p], counted && weights[part] !== 0 && s === s);
        });
      }
      return out;
    };
    const total = columns.get(model.root)[i];
    return node(model.root, null, 1, total === total);
  }

  /** How many entries differ between two group columns. */
  function countChanges(a, b) {
    let changes = 0;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) changes++;
    return changes;
  }

  /** The distinct scores, highest first; null when there are more than `limit`. */
  function distinct(scores, limit) {
    const found = new Set();
    for (let i = 0; i < scores.length; i++) {
      if (scores[i] !== scores[i]) continue;
      found.add(Math.round(scores[i] * 1e9) / 1e9);
      if (found.size > limit) return null;
    }
    return [...found].sort((a, b) => b - a);
  }

  return {
    column, buildModel, recipeWeights, scoreAll, rank, groups, contributions,
    countChanges, distinct, below, notAbove, sum,
  };
})();
