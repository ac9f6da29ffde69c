/* Sources and method: everything that says where the numbers come from. */

function drawMethod(app) {
  const { data } = app;
  const body = byId('method-body');
  const sources = new Map(data.sources.map((s) => [s.id, s]));
  const labels = new Map([...data.indicators, ...data.components].map((x) => [x.id, x.label]));

  const section = (title, ...content) => el('section', null, el('h3', { text: title }), ...content);
  const list = (texts) => el('ul', { class: 'plain-list' }, texts.map((t) => el('li', { text: t })));
  /** Only web addresses become links; anything else stays text. */
  const link = (url, text) => (/^https?:\/\//.test(url || '') ? el('a', { href: url, rel: 'noopener noreferrer', text }) : text);

  const MEANS = { ARITHMETIC_MEAN: 'weighted mean', GEOMETRIC_MEAN: 'weighted geometric mean' };
  const MISSING = {
    REFUSE: 'The recipe does not allow missing values.',
    PROPAGATE: 'Where a value with a weight is missing, the area has no score.',
    RENORMALISE: 'Where a value is missing, the other parts of its component share its weight, as long as at least '
      + number(data.missing.minimumShare * 100, 0) + '% of the weight is there; otherwise there is no score.',
  };

  function recipe() {
    const r = data.recipe;
    return section('The recipe',
      el('p', null, el('strong', { text: r.title }), ' (' + [r.id, r.version, r.date].filter(Boolean).join(', ') + '). ', r.description || ''),
      el('p', { text: 'A higher score means a higher estimated need. Rank 1, decile 1 and fifth 1 are the highest estimated need. ' + (MISSING[data.missing.policy] || '') }),
      el('p', { text: 'Areas are compared with the other areas in this file. Areas a few ranks apart are much alike: read the fifths, not the exact ranks.' }));
  }

  function component(c) {
    const total = LotiScore.sum(c.parts.map((p) => p.weight));
    const share = (w) => (c.weighting === 'AS_PUBLISHED' || !total ? '' : ' (' + number(100 * w / total, 0) + '%)');
    return el('li', null,
      el('strong', { text: c.label }), ': ' + (c.weighting === 'AS_PUBLISHED' && c.aggregation === 'ARITHMETIC_MEAN' ? 'weighted sum' : MEANS[c.aggregation] || c.aggregation) + ' of ',
      c.parts.map((p) => labels.get(p.of) + ' ' + number(p.weight, 4, 0) + share(p.weight)).join(', ') + '. ',
      c.reason || '');
  }

  function indicators() {
    const head = ['Indicator', 'Definition', 'Counts as more need when', 'Scaling', 'Why it is in', 'Source'];
    const rows = data.indicators.map((i) => el('tr', null,
      el('th', { scope: 'row', text: i.label }),
      el('td', { text: i.definition }),
      el('td', { text: i.polarity === 'LOWER_IS_MORE_NEED' ? 'lower' : 'higher' }),
      el('td', { text: i.normalisation }),
      el('td', { text: i.reason }),
      el('td', { text: (sources.get(i.source) || { title: i.source }).title })));
    return section('Indicators', el('div', { class: 'wide', role: 'region', 'aria-label': 'Indicators, definitions and reasons', tabindex: '0' },
      el('table', null, el('thead', null, el('tr', null, head.map((h) => el('th', { scope: 'col', text: h })))), el('tbody', null, rows))));
  }

  function sourceList() {
    return section('Sources and licences', el('ul', { class: 'plain-list' }, data.sources.map((s) => el('li', null,
      link(s.url, s.title), [s.publisher, s.date].filter(Boolean).map((t) => ', ' + t).join('') + '. ',
      s.licence ? 'Licence: ' : '', s.licence ? link(s.licenceUrl, s.licence) : '', s.licence ? '. ' : '', s.note || '')),
    el('li', { text: 'Map drawing: Leaflet 1.9.4, BSD 2-Clause licence.' })));
  }

  function provenance() {
    const p = data.provenance;
    const row = (name, value) => el('div', null, el('dt', { text: name }), el('dd', { text: value }));
    return el('details', null, el('summary', { text: 'Provenance: versions and hashes' }),
      el('dl', { class: 'hashes' },
        row('Library', p.library), row('Manifest', p.manifest), row('Recipe (SHA-256)', p.recipeSha256),
        p.inputs.map((i) => row(i.name + ' (SHA-256)', i.sha256))));
  }

  const findings = app.findings;
  const withheld = data.open ? '' : ' A suppressed number is shown as missing.';
  body.replaceChildren(...[
    recipe(),
    section('Components and weights', el('ul', { class: 'plain-list' }, data.components.map(component))),
    indicators(),
    data.recipe.limits && data.recipe.limits.length ? section('Known limits', list(data.recipe.limits)) : null,
    findings.length ? el('section', { id: 'findings', tabindex: '-1' }, el('h3', { text: 'Findings to keep in mind' }), list(findings)) : null,
    section('Disclosure', el('p', { text: data.disclosure + withheld })),
    sourceList(),
    data.provenance.inputs ? provenance() : null,      // a page may be made without a manifest
  ].filter(Boolean));
}
