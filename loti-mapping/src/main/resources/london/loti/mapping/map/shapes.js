/* Shapes: boundaries as typed arrays, their measures, and the edges that neighbours share. No drawing. */

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
  const { shapes, scale } = boundaries;
  let points = 0;
  let rings = 0;
  for (const shape of shapes) for (const polygon of shape) for (const ring of polygon) { points += ring.length / 2; rings++; }
  const g = {
    n,
    scale,
    firstRing: new Int32Array(n + 1),
    ringStart: new Int32Array(rings + 1),
    qx: new Int32Array(points), qy: new Int32Array(points),       // quantised, for shared edges
    x: new Float64Array(points), y: new Float64Array(points),     // Mercator
    box: new Float64Array(4 * n), cx: new Float64Array(n), cy: new Float64Array(n), size: new Float64Array(n),
  };
  let at = 0;
  let ringAt = 0;
  for (let a = 0; a < n; a++) {
    g.firstRing[a] = ringAt;
    for (const polygon of shapes[a]) {
      polygon.forEach((ring, k) => {
        g.ringStart[ringAt++] = at;
        at = decodeRing(g, ring, at, k === 0);
      });
    }
    g.ringStart[ringAt] = at;
    measureArea(g, a, ringAt);
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

/** The area at a Mercator point, or -1. */
function areaAt(g, x, y) {
  for (let a = 0; a < g.n; a++) {
    const b = 4 * a;
    if (x < g.box[b] || x > g.box[b + 2] || y < g.box[b + 1] || y > g.box[b + 3]) continue;
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
  edges.usable = edges.shared > 0.6 * edges.count || g.n < 100;      // few areas: mostly outer edge
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
    if (p < 0) continue;
    labels[p].x += g.cx[a] * g.size[a];
    labels[p].y += g.cy[a] * g.size[a];
    labels[p].size += g.size[a];
  }
  return labels.filter((l) => l.size > 0)
    .map((l) => ({ name: l.name, x: l.x / l.size, y: l.y / l.size, size: l.size }))
    .sort((a, b) => b.size - a.size);
}
