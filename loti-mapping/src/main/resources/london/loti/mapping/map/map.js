/* The map: shapes as typed arrays, one canvas layer on Leaflet, outlines, labels, legend. */

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

// ---------------------------------------------------------------- shapes

/** Longitude and latitude in degrees to the Mercator plane of Leaflet's zoom 0 (256 x 256). */
function mercatorX(lon) {
  return (lon + 180) / 360 * 256;
}
function mercatorY(lat) {
  const s = Math.sin(lat * Math.PI / 180);
  return 256 * (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI));
}

/** Decodes the delta-coded rings into flat arrays; outer rings all turn one way, holes the other. */
function decodeShapes(boundaries, n) {
  const shapes = (boundaries && boundaries.shapes) || [];
  const scale = (boundaries && boundaries.scale) || 1;
  let points = 0;
  let rings = 0;
  for (const shape of shapes) for (const polygon of shape || []) for (const ring of polygon) { points += ring.length / 2; rings++; }
  const g = {
    n,
    scale,
    firstRing: new Int32Array(n + 1),
    ringStart: new Int32Array(rings + 1),
    qx: new Int32Array(points), qy: new Int32Array(points),       // quantised, for shared edges
    x: new Float64Array(points), y: new Float64Array(points),     // Mercator
    box: new Float64Array(4 * n), cx: new Float64Array(n), cy: new Float64Array(n), size: new Float64Array(n),
    drawn: 0,
  };
  let at = 0;
  let ringAt = 0;
  for (let a = 0; a < n; a++) {
    g.firstRing[a] = ringAt;
    for (const polygon of shapes[a] || []) {
      polygon.forEach((ring, k) => {
        g.ringStart[ringAt++] = at;
        at = decodeRing(g, ring, at, k === 0);
      });
    }
    g.ringStart[ringAt] = at;
    if (ringAt > g.firstRing[a]) { g.drawn++; measureArea(g, a, ringAt); }
  }
  g.firstRing[n] = ringAt;
  return g;
}

function decodeRing(g, ring, start, outer) {
  let x = 0;
  let y = 0;
  let twiceArea = 0;
  const count = ring.length / 2;
  for (let k = 0; k < count; k++) {
    const px = x;
    const py = y;
    x += ring[2 * k];
    y += ring[2 * k + 1];
    if (k > 0) twiceArea += (px - ring[0]) * (y - ring[1]) - (x - ring[0]) * (py - ring[1]);
    g.qx[start + k] = x;
    g.qy[start + k] = y;
  }
  if ((twiceArea > 0) !== outer) {
    g.qx.subarray(start, start + count).reverse();
    g.qy.subarray(start, start + count).reverse();
  }
  for (let k = start; k < start + count; k++) {
    g.x[k] = mercatorX(g.qx[k] / g.scale);
    g.y[k] = mercatorY(g.qy[k] / g.scale);
  }
  return start + count;
}

/** Box, area and centroid of one area (holes count with the opposite sign by their direction). */
function measureArea(g, a, ringEnd) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity, area = 0, mx = 0, my = 0;
  for (let r = g.firstRing[a]; r < ringEnd; r++) {
    const start = g.ringStart[r];
    const end = g.ringStart[r + 1];
    for (let k = start, j = end - 1; k < end; j = k++) {
      const cross = g.x[j] * g.y[k] - g.x[k] * g.y[j];
      area += cross;
      mx += (g.x[j] + g.x[k]) * cross;
      my += (g.y[j] + g.y[k]) * cross;
      if (g.x[k] < x0) x0 = g.x[k];
      if (g.x[k] > x1) x1 = g.x[k];
      if (g.y[k] < y0) y0 = g.y[k];
      if (g.y[k] > y1) y1 = g.y[k];
    }
  }
  g.box.set([x0, y0, x1, y1], 4 * a);
  g.size[a] = Math.abs(area) / 2;
  g.cx[a] = area === 0 ? (x0 + x1) / 2 : mx / (3 * area);
  g.cy[a] = area === 0 ? (y0 + y1) / 2 : my / (3 * area);
}

function hasShape(g, a) {
  return g.firstRing[a + 1] > g.firstRing[a];
}

/** The area at a Mercator point, or -1. */
function areaAt(g, x, y) {
  for (let a = 0; a < g.n; a++) {
    const b = 4 * a;
    if (!hasShape(g, a) || x < g.box[b] || x > g.box[b + 2] || y < g.box[b + 1] || y > g.box[b + 3]) continue;
    let inside = false;
    for (let r = g.firstRing[a]; r < g.firstRing[a + 1]; r++) {
      const end = g.ringStart[r + 1];
      for (let k = g.ringStart[r], j = end - 1; k < end; j = k++) {
        if ((g.y[k] > y) !== (g.y[j] > y) && x < (g.x[j] - g.x[k]) * (y - g.y[k]) / (g.y[j] - g.y[k]) + g.x[k]) inside = !inside;
      }
    }
    if (inside) return a;
  }
  return -1;
}

/**
 * Every edge once, with the areas on its two sides (-1 = outside). Neighbours share their corner
 * points exactly after quantising, so equal pairs of points are one edge. Where they do not
 * (boundaries generalised one by one), `shared` comes out low and no outlines are drawn.
 */
function sharedEdges(g) {
  const total = g.x.length;
  let minX = Infinity, minY = Infinity, maxY = -Infinity;
  for (let k = 0; k < total; k++) {
    if (g.qx[k] < minX) minX = g.qx[k];
    if (g.qy[k] < minY) minY = g.qy[k];
    if (g.qy[k] > maxY) maxY = g.qy[k];
  }
  const ids = new Map();
  const id = new Int32Array(total);
  for (let k = 0; k < total; k++) {
    const key = (g.qx[k] - minX) * (maxY - minY + 1) + g.qy[k] - minY;
    let v = ids.get(key);
    if (v === undefined) { v = ids.size; ids.set(key, v); }
    id[k] = v;
  }
  const points = ids.size;
  const seen = new Map();
  const edges = { from: new Int32Array(total), to: new Int32Array(total), left: new Int32Array(total), right: new Int32Array(total).fill(-1), count: 0, shared: 0 };
  for (let a = 0; a < g.n; a++) {
    for (let r = g.firstRing[a]; r < g.firstRing[a + 1]; r++) {
      const end = g.ringStart[r + 1];
      for (let k = g.ringStart[r], j = end - 1; k < end; j = k++) {
        if (id[j] === id[k]) continue;
        const key = id[j] < id[k] ? id[j] * points + id[k] : id[k] * points + id[j];
        const e = seen.get(key);
        if (e === undefined) {
          seen.set(key, edges.count);
          edges.from[edges.count] = j;
          edges.to[edges.count] = k;
          edges.left[edges.count++] = a;
        } else if (edges.right[e] === -1) {
          edges.right[e] = a;
          edges.shared++;
        }
      }
    }
  }
  edges.usable = edges.shared > 0.6 * edges.count || g.drawn < 100;      // few areas: mostly outer edge
  return edges;
}

/** Edges between areas of different parents, and the outer edge. */
function parentEdges(edges, of) {
  const out = [];
  for (let e = 0; e < edges.count; e++) {
    const b = edges.right[e];
    if (b === -1 || of[edges.left[e]] !== of[b]) out.push(e);
  }
  return out;
}

/** Where the names of a parent level go, with the size of each parent. */
function parentLabels(g, parent) {
  const k = parent.codes.length;
  const labels = Array.from({ length: k }, (_, p) => ({ name: parent.names[p], x: 0, y: 0, size: 0 }));
  for (let a = 0; a < g.n; a++) {
    const p = parent.of[a];
    if (p < 0 || !hasShape(g, a)) continue;
    labels[p].x += g.cx[a] * g.size[a];
    labels[p].y += g.cy[a] * g.size[a];
    labels[p].size += g.size[a];
  }
  return labels.filter((l) => l.size > 0)
    .map((l) => ({ name: l.name, x: l.x / l.size, y: l.y / l.size, size: l.size }))
    .sort((a, b) => b.size - a.size);
}

// ---------------------------------------------------------------- painting

/** view = {scale, left, top, width, height, ratio}: Mercator times scale, minus left/top, in CSS pixels. */
function paintMap(ctx, g, view, look) {
  ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  ctx.clearRect(0, 0, view.width, view.height);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  const seen = areasInView(g, view);
  paintFills(ctx, g, view, look, seen);
  if (look.edges && look.edges.usable) paintEdges(ctx, g, view, look);
  if (view.paper && look.selected >= 0 && hasShape(g, look.selected)) paintSelected(ctx, g, view, look.selected);
  paintLabels(ctx, view, look);
}

function areasInView(g, view) {
  const x0 = view.left / view.scale, x1 = (view.left + view.width) / view.scale;
  const y0 = view.top / view.scale, y1 = (view.top + view.height) / view.scale;
  const seen = [];
  for (let a = 0; a < g.n; a++) {
    const b = 4 * a;
    if (hasShape(g, a) && g.box[b] <= x1 && g.box[b + 2] >= x0 && g.box[b + 1] <= y1 && g.box[b + 3] >= y0) seen.push(a);
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

// ---------------------------------------------------------------- Leaflet

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

/**
 * The map view. app gives it the data and hears of choices: app.select(area, from).
 */
function createMap(app) {
  const L = window.L;
  const g = decodeShapes(app.data.boundaries, app.n);
  const look = {
    colours: [], classOf: new Uint8Array(app.n), shown: app.shown, selected: -1,
    edges: null, parentEdges: null, fineEdges: null, labels: [], typical: 0, parentTypical: 0,
  };
  const container = byId('map');
  const calm = prefersLessMotion();
  const map = L.map(container, {
    zoomControl: false, attributionControl: false, zoomSnap: 0.25, wheelPxPerZoomLevel: 110, maxZoom: 17,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
    maxBoundsViscosity: 0.6, doubleClickZoom: false,          // the first click already opens a card
  });
  const areaCanvas = new AreaCanvas((ctx, view) => paintMap(ctx, g, view, look));
  const outlines = L.layerGroup();
  const everything = boundsOf(null);
  let moved = false;       // has the reader moved the map? then a resize leaves it where it is
  let fitted = everything;

  /** Leaflet bounds of the areas for which keep(a) holds (all when null); null when none is drawn. */
  function boundsOf(keep) {
    let west = 180, east = -180, south = 90, north = -90;
    for (let a = 0; a < g.n; a++) {
      if (!hasShape(g, a) || (keep && !keep(a))) continue;
      for (let k = g.ringStart[g.firstRing[a]]; k < g.ringStart[g.firstRing[a + 1]]; k++) {
        const lon = g.qx[k] / g.scale, lat = g.qy[k] / g.scale;
        if (lon < west) west = lon;
        if (lon > east) east = lon;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      }
    }
    return west > east ? null : L.latLngBounds([south, west], [north, east]);
  }

  function fit(bounds, animate) {
    if (!bounds) return;
    fitted = bounds;
    map.fitBounds(bounds, { padding: [14, 14], animate: animate && !calm });
    moved = false;
  }

  function areaAtLatLng(latlng) {
    return areaAt(g, mercatorX(latlng.lng), mercatorY(latlng.lat));
  }

  function rings(a) {
    const out = [];
    for (let r = g.firstRing[a]; r < g.firstRing[a + 1]; r++) {
      const ring = [];
      for (let k = g.ringStart[r]; k < g.ringStart[r + 1]; k++) ring.push([g.qy[k] / g.scale, g.qx[k] / g.scale]);
      out.push(ring);
    }
    return out;
  }

  const hovered = L.layerGroup();
  let hoverArea = -1;
  function hover(a) {
    if (a === hoverArea) return;
    hoverArea = a;
    hovered.clearLayers();
    const readout = byId('readout');
    readout.hidden = a < 0;
    if (a < 0) return;
    L.polygon(rings(a), { className: 'hover-outline', fill: false, interactive: false, weight: 2, color: '#000' }).addTo(hovered);
    readout.textContent = app.areaInWords(a);
  }

  function addControls() {
    L.control.zoom({ position: 'topleft', zoomInTitle: 'Zoom in', zoomOutTitle: 'Zoom out' }).addTo(map);
    const reset = L.control({ position: 'topleft' });
    reset.onAdd = () => {
      const button = el('button', { type: 'button', class: 'map-button', text: 'Whole map', onclick: () => fit(everything, true) });
      L.DomEvent.disableClickPropagation(button);
      return button;
    };
    reset.addTo(map);
    L.control.scale({ position: 'bottomright', imperial: false }).addTo(map);
  }

  function listen() {
    map.on('click', (e) => {
      const a = areaAtLatLng(e.latlng);
      if (a >= 0) app.select(a, { from: container });
    });
    map.on('mousemove', (e) => hover(areaAtLatLng(e.latlng)));
    map.on('mouseout dragstart', () => hover(-1));
    map.on('zoomend', fitOutline);
    map.on('dragstart', () => { moved = true; });
    container.addEventListener('wheel', () => { moved = true; }, { passive: true });
    container.querySelector('.leaflet-control-zoom').addEventListener('click', () => { moved = true; });
    map.on('moveend', () => {
      if (!container.matches(':focus-visible')) return;
      const a = areaAtLatLng(map.getCenter());
      hover(a);
      announce(a >= 0 ? 'Middle of the map: ' + app.areaInWords(a) : 'No area in the middle of the map');
    });
    container.addEventListener('keydown', keyOnMap, true);
    container.addEventListener('blur', () => hover(-1));
    new ResizeObserver(oncePerFrame(() => {
      if (!container.clientWidth) return;              // hidden, as on paper: keep the view
      map.invalidateSize({ animate: false });
      if (!moved) fit(fitted, false);
    })).observe(container);
  }

  /** Enter opens the area in the middle; plus zooms one step even where it needs Shift (Leaflet: three). */
  function keyOnMap(e) {
    if (e.target !== container) return;
    moved = true;
    if (e.key === 'Enter') {
      const a = areaAtLatLng(map.getCenter());
      if (a >= 0) app.select(a, { from: container });
    } else if (e.key === '+' || e.key === '-') {
      e.preventDefault();
      e.stopImmediatePropagation();
      map.setZoom(map.getZoom() + (e.key === '+' ? 1 : -1));
    }
  }

  /** Outlines and names need the shared edges: worked out after the first picture is there. */
  function addOrientation() {
    if (!g.drawn) return;
    look.edges = sharedEdges(g);
    let total = 0;
    for (let a = 0; a < g.n; a++) total += g.size[a];
    look.typical = Math.sqrt(total / g.drawn);
    const levels = app.data.parents;
    const coarse = levels[levels.length - 1];
    look.parentEdges = parentEdges(look.edges, coarse ? coarse.of : new Int8Array(app.n));
    if (coarse) {
      look.parentTypical = Math.sqrt(total / coarse.codes.length);
      look.labels.push({ names: parentLabels(g, coarse), font: '600 12.5px system-ui, sans-serif', tooLarge: 900, typical: look.parentTypical, from: 0 });
    }
    if (levels.length > 1) {
      look.fineEdges = parentEdges(look.edges, levels[0].of);
      look.labels.push({ names: parentLabels(g, levels[0]), font: '500 11.5px system-ui, sans-serif', tooLarge: 1400, typical: Math.sqrt(total / levels[0].codes.length), from: 50 });
    }
    areaCanvas.repaint();
  }

  /** The whole picture for paper, in its own canvas: the screen's one has the screen's size. */
  function paintForPrint() {
    const canvas = byId('print-map');
    const bounds = moved ? map.getBounds() : fitted;
    if (!bounds) return;
    const x0 = mercatorX(bounds.getWest()), x1 = mercatorX(bounds.getEast());
    const y0 = mercatorY(bounds.getNorth()), y1 = mercatorY(bounds.getSouth());
    const width = 800;
    const height = 560;
    const scale = Math.min((width - 16) / (x1 - x0), (height - 16) / (y1 - y0));
    paintMap(canvas.getContext('2d'), g, {
      scale, width, height, ratio: 2, paper: true,   // on screen the selected outline is a layer of its own
      left: (x0 + x1) / 2 * scale - width / 2, top: (y0 + y1) / 2 * scale - height / 2,
    }, look);
  }

  map.setView([0, 0], 2);
  if (!g.drawn) byId('map').after(el('p', { class: 'map-empty', text: 'This file has no boundaries. All areas are in the table.' }));
  if (everything) {
    fit(everything, false);
    map.setMinZoom(Math.max(1, map.getZoom() - 1));
    map.setMaxBounds(everything.pad(0.5));
  }

  return {
    missingShapes: app.n - g.drawn,
    hasShape: (a) => hasShape(g, a),
    start() {
      areaCanvas.addTo(map);
      hovered.addTo(map);
      outlines.addTo(map);
      addControls();
      listen();
    },
    addOrientation,
    recolour(scheme) {
      look.colours = scheme.colours;
      look.classOf = scheme.of;
      if (areaCanvas._map) areaCanvas.repaint();
    },
    filter(active) {
      if (areaCanvas._map) areaCanvas.repaint();
      fit(active ? boundsOf((a) => app.shown[a]) || everything : everything, true);
    },
    select(a, go) {
      look.selected = a;
      outlines.clearLayers();
      if (a < 0 || !hasShape(g, a)) return;
      const shape = rings(a);
      const middle = boundsOf((b) => b === a).getCenter();
      for (const color of ['#fff', MAP_STYLE.selected]) {
        L.polygon(shape, { fill: false, interactive: false, color }).addTo(outlines);
        L.circleMarker(middle, { fill: false, interactive: false, color, radius: 13 }).addTo(outlines);
      }
      fitOutline();
      if (go) goTo(a);
    },
    paintForPrint,
  };

  /** White under black; while the area is tiny the line is thin and a ring shows the place. */
  function fitOutline() {
    if (look.selected < 0) return;
    const pixels = Math.sqrt(g.size[look.selected]) * Math.pow(2, map.getZoom());
    const weight = Math.max(1.5, Math.min(3.5, pixels / 7));
    outlines.eachLayer((line) => {
      const under = line.options.color === '#fff' ? 2 : 1;
      if (line instanceof L.CircleMarker) line.setStyle({ weight: 2.5 * under, opacity: pixels < 14 ? 1 : 0 });
      else line.setStyle({ weight: weight * under });
    });
  }

  function goTo(a) {
    const bounds = boundsOf((b) => b === a);
    const zoom = Math.min(map.getBoundsZoom(bounds) - 3, 13.5);
    if (map.getBounds().contains(bounds) && map.getZoom() >= zoom - 1) return;
    moved = true;
    map.setView(bounds.getCenter(), Math.max(map.getZoom(), zoom), { animate: !calm });
  }
}

// ---------------------------------------------------------------- legend

function drawLegend(app) {
  const s = app.scheme;
  byId('legend-title').textContent = s.title;
  const rows = s.labels.map((label, c) => el('li', { class: s.counts[c] ? null : 'empty' },
    swatch(s.colours[c]),
    el('span', { class: 'legend-label', text: label }),
    el('span', { class: 'legend-range', text: s.ranges[c] })));
  const blank = s.counts[s.labels.length];
  if (blank) {
    rows.push(el('li', null, swatch(null), el('span', { class: 'legend-label', text: 'No score' }),
      el('span', { class: 'legend-range', text: plural(blank, 'area', 'areas') })));
  }
  byId('legend-list').replaceChildren(...rows);
  byId('legend-note').textContent = s.note;
}

/** A little square in a class's colour (hatched when there is no class); never the only sign. */
function swatch(colour) {
  const box = el('span', { class: colour ? 'swatch' : 'swatch swatch-none', 'aria-hidden': 'true' });
  if (colour) box.style.backgroundColor = colour;
  return box;
}
