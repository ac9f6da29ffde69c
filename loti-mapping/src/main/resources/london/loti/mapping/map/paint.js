/* Painting: colours, fills, outlines and names of all areas on one canvas, for the screen and for paper. */

const MAP_STYLE = {
  // ColorBrewer YlGnBu, five steps, darkest first: safe for colour-blind readers, even in lightness.
  ramp: ['#253494', '#2c7fb8', '#41b6c4', '#a1dab4', '#fbf6cc'],
  hatch: '#8a8f98',
  hatchGround: '#ffffff',
  dimmed: 0.2,
  areaLine: 'rgba(140,151,171,0.75)',         // seen on the darkest and on the lightest class
  parentLine: '#1b2330',
  label: '#10151d',
  labelHalo: 'rgba(255,255,255,0.9)',
  selected: '#000',
};

/** Colours for k classes, darkest first, taken evenly from the ramp. */
function classColours(k) {
  const ramp = MAP_STYLE.ramp;
  if (k === 1) return [ramp[2]];
  const channels = ramp.map((c) => [1, 3, 5].map((at) => parseInt(c.slice(at, at + 2), 16)));
  return Array.from({ length: k }, (_, i) => {
    const t = i * (ramp.length - 1) / (k - 1);
    const low = Math.min(Math.floor(t), ramp.length - 2);
    const mix = channels[low].map((c, j) => Math.round(c + (channels[low + 1][j] - c) * (t - low)));
    return '#' + mix.map((c) => c.toString(16).padStart(2, '0')).join('');
  });
}

/** view = {scale, left, top, width, height, ratio}: Mercator times scale, minus left/top, in CSS pixels. */
function paintMap(ctx, g, view, look) {
  ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  ctx.clearRect(0, 0, view.width, view.height);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  const seen = areasInView(g, view);
  paintFills(ctx, g, view, look, seen);
  if (look.edges && look.edges.usable) paintEdges(ctx, g, view, look);
  if (view.paper && look.selected >= 0) paintSelected(ctx, g, view, look.selected);
  paintLabels(ctx, view, look);
}

function areasInView(g, view) {
  const x0 = view.left / view.scale, x1 = (view.left + view.width) / view.scale;
  const y0 = view.top / view.scale, y1 = (view.top + view.height) / view.scale;
  const seen = [];
  for (let a = 0; a < g.n; a++) {
    const b = 4 * a;
    if (g.box[b] <= x1 && g.box[b + 2] >= x0 && g.box[b + 1] <= y1 && g.box[b + 3] >= y0) seen.push(a);
  }
  return seen;
}

/** One path a class (in portions, which canvases fill faster): neighbours of a class leave no seam. */
function paintFills(ctx, g, view, look, seen) {
  const k = look.colours.length;
  const buckets = Array.from({ length: 2 * (k + 1) }, () => []);
  for (const a of seen) {
    const c = look.classOf[a] === 255 ? k : look.classOf[a];
    buckets[look.shown[a] ? c : c + k + 1].push(a);
  }
  buckets.forEach((areas, i) => {
    if (!areas.length) return;
    const c = i % (k + 1);
    ctx.globalAlpha = i > k ? MAP_STYLE.dimmed : 1;
    ctx.fillStyle = c === k ? hatchPattern(ctx, view.ratio) : look.colours[c];
    for (let from = 0; from < areas.length; from += 400) {
      ctx.beginPath();
      for (const a of areas.slice(from, from + 400)) tracePath(ctx, g, view, a);
      ctx.fill();
    }
  });
  ctx.globalAlpha = 1;
}

function tracePath(ctx, g, view, a) {
  const { scale, left, top } = view;
  for (let r = g.firstRing[a]; r < g.firstRing[a + 1]; r++) {
    const start = g.ringStart[r];
    const end = g.ringStart[r + 1];
    ctx.moveTo(g.x[start] * scale - left, g.y[start] * scale - top);
    for (let k = start + 1; k < end; k++) ctx.lineTo(g.x[k] * scale - left, g.y[k] * scale - top);
    ctx.closePath();
  }
}

/** Grey diagonal lines for "no score": told apart from every class without colour. */
function hatchPattern(ctx, ratio) {
  const tile = document.createElement('canvas');
  const size = Math.round(6 * ratio);
  tile.width = tile.height = size;
  const t = tile.getContext('2d');
  t.fillStyle = MAP_STYLE.hatchGround;
  t.fillRect(0, 0, size, size);
  t.strokeStyle = MAP_STYLE.hatch;
  t.lineWidth = 1.2 * ratio;
  t.beginPath();
  for (const d of [-size, 0, size]) { t.moveTo(d, size); t.lineTo(d + size, 0); }
  t.stroke();
  const pattern = ctx.createPattern(tile, 'repeat');
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

function strokeEdges(ctx, g, view, edges, list, colour, width) {
  const { scale, left, top } = view;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  const count = list ? list.length : edges.count;
  for (let start = 0; start < count; start += 500) {
    let any = false;
    ctx.beginPath();
    for (let i = start; i < Math.min(start + 500, count); i++) {
      const e = list ? list[i] : i;
      const ax = g.x[edges.from[e]] * scale - left, ay = g.y[edges.from[e]] * scale - top;
      const bx = g.x[edges.to[e]] * scale - left, by = g.y[edges.to[e]] * scale - top;
      if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > view.width && bx > view.width) || (ay > view.height && by > view.height)) continue;
      ctx.moveTo(ax, ay);
      ctx.lineTo(bx, by);
      any = true;
    }
    if (any) ctx.stroke();
  }
}

function paintEdges(ctx, g, view, look) {
  const pixels = look.typical * view.scale;      // width of a typical area on the screen
  if (pixels > 7) strokeEdges(ctx, g, view, look.edges, null, MAP_STYLE.areaLine, Math.min(1.2, 0.25 + pixels / 60));
  const parents = look.parentTypical * view.scale;
  if (look.fineEdges && pixels > 24) strokeEdges(ctx, g, view, look.edges, look.fineEdges, 'rgba(27,35,48,0.55)', 0.9);
  if (parents > 14 || !look.parentTypical) strokeEdges(ctx, g, view, look.edges, look.parentEdges, MAP_STYLE.parentLine, parents > 300 ? 2.2 : parents > 60 ? 1.2 : 0.6);
}

function paintSelected(ctx, g, view, a) {
  for (const [colour, width] of [['#fff', 6], [MAP_STYLE.selected, 3]]) {
    ctx.beginPath();
    tracePath(ctx, g, view, a);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

/** Names where they fit: the coarse level first, the finer one once it is large enough. */
function paintLabels(ctx, view, look) {
  const taken = [];
  look.labels.forEach((level) => {
    if (level.typical * view.scale < level.from) return;
    ctx.font = level.font;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const label of level.names) {
      const room = Math.sqrt(label.size) * view.scale;
      if (room < 56 || room > level.tooLarge) continue;
      const x = label.x * view.scale - view.left;
      const y = label.y * view.scale - view.top;
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      placeLabel(ctx, label.name, x, y, room, taken);
    }
  });
}

function placeLabel(ctx, name, x, y, room, taken) {
  const lines = wrapLabel(ctx, name, room * 1.05);
  const width = Math.max(...lines.map((l) => ctx.measureText(l).width));
  if (width > room * 1.35) return;
  const box = [x - width / 2 - 2, y - lines.length * 7 - 1, x + width / 2 + 2, y + lines.length * 7 + 1];
  if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) return;
  taken.push(box);
  lines.forEach((line, i) => {
    const ly = y + (i - (lines.length - 1) / 2) * 14;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = MAP_STYLE.labelHalo;
    ctx.strokeText(line, x, ly);
    ctx.fillStyle = MAP_STYLE.label;
    ctx.fillText(line, x, ly);
  });
}

function wrapLabel(ctx, name, room) {
  const lines = [];
  for (const word of name.split(' ')) {
    const last = lines.length - 1;
    if (last >= 0 && ctx.measureText(lines[last] + ' ' + word).width <= room) lines[last] += ' ' + word;
    else lines.push(word);
  }
  return lines;
}

// ---------------------------------------------------------------- on the screen

/** A Leaflet canvas renderer that paints all areas at once from the typed arrays. */
const AreaCanvas = window.L.Renderer.extend({
  options: { padding: 0.15, pane: 'overlayPane' },
  initialize(paint, options) {
    window.L.Renderer.prototype.initialize.call(this, options);
    this._paint = paint;
  },
  _initContainer() {
    this._container = document.createElement('canvas');
    this._container.setAttribute('aria-hidden', 'true');
  },
  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    window.L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const canvas = this._container;
    window.L.DomUtil.setPosition(canvas, this._bounds.min);
    const width = Math.round(size.x * ratio);
    const height = Math.round(size.y * ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = size.x + 'px';
      canvas.style.height = size.y + 'px';
    }
    this.repaint();
  },
  _reset() {
    this._update();          // not the transform after it: that would put the canvas between pixels
  },
  repaint() {
    if (!this._bounds) return;
    const origin = this._map.getPixelOrigin().add(this._bounds.min);
    const size = this._bounds.getSize();
    this._paint(this._container.getContext('2d'), {
      scale: Math.pow(2, this._map.getZoom()),
      left: origin.x, top: origin.y, width: size.x, height: size.y,
      ratio: Math.min(2, window.devicePixelRatio || 1),
    });
  },
});
