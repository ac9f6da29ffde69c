/* The map: view, hovering, choosing, controls and legend. Shapes come from shapes.js, the picture from paint.js. */

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
    zoomControl: false, attributionControl: false, wheelPxPerZoomLevel: 110,
    zoomSnap: 0,                              // no tiles: a fitted map fills its pane, rounded to no level
    maxZoom: 17,
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
      if (keep && !keep(a)) continue;
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
    map.fitBounds(bounds, { padding: [12, 12], animate: animate && !calm });
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
    const reset = L.control({ position: 'bottomleft' });
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
    look.edges = sharedEdges(g);
    let total = 0;
    for (let a = 0; a < g.n; a++) total += g.size[a];
    look.typical = Math.sqrt(total / g.n);
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
  if (everything) {
    fit(everything, false);
    map.setMinZoom(Math.max(1, map.getZoom() - 1));
    map.setMaxBounds(everything.pad(0.5));
  }

  return {
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
      if (a < 0) return;
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
  byId('legend-title').textContent = s.title + s.how;
  const rows = s.legend.map((label, c) => el('li', null,
    swatch(s.colours[c]),
    el('span', { class: 'legend-label', text: label }),
    el('span', { class: 'legend-range', text: s.ranges[c] })));
  const blank = s.counts[s.labels.length];
  if (blank) {
    rows.push(el('li', null, swatch(null), el('span', { class: 'legend-label', text: s.none }),
      el('span', { class: 'legend-range', text: plural(blank, 'area', 'areas') })));
  }
  byId('legend-list').classList.toggle('by-value', s.byValue);
  byId('legend-list').replaceChildren(...rows);
  byId('legend-note').textContent = s.note;
}

/** A little square in a class's colour (hatched when there is no class); never the only sign. */
function swatch(colour) {
  const box = el('span', { class: colour ? 'swatch' : 'swatch swatch-none', 'aria-hidden': 'true' });
  if (colour) box.style.backgroundColor = colour;
  return box;
}
