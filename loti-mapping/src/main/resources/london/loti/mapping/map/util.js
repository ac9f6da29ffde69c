'use strict';
/* Helpers shared by all parts of the page: DOM building, numbers and ranks in words, text search. */

/** Short words for the five classes; the legend and the table use the same ones. */
const FIFTH_WORDS = ['highest', 'second', 'middle', 'fourth', 'lowest'];

function byId(id) {
  return document.getElementById(id);
}

/** Makes an element: el('p', {class: 'x', text: '…'}, child, …). Text never goes in as HTML. */
function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'text') node.textContent = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

const formats = new Map();

function number(x, digits, minimum) {
  const key = digits + '/' + minimum;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat('en-GB', {
      maximumFractionDigits: digits,
      minimumFractionDigits: minimum === undefined ? digits : minimum,
    }));
  }
  const text = formats.get(key).format(x).replace('-', '−');
  return /^−[0.,]*$/.test(text) ? text.slice(1) : text;   // no "−0.0"
}

function whole(x) {
  return number(x, 0);
}

/** A value with its unit, in words where it is missing. */
function withUnit(value, unit) {
  if (value === null || value === undefined || value !== value) return 'missing';
  switch (unit) {
    case 'PERCENT': return number(value, 1) + '%';
    case 'PROPORTION': return number(value * 100, 1) + '%';
    case 'PEOPLE':
    case 'HOUSEHOLDS':
    case 'RANK': return whole(value);
    default: return number(value, Math.abs(value) < 10 ? 3 : Math.abs(value) < 100 ? 2 : 1, 0);
  }
}

/** The fewest decimals, up to `most`, with which all the numbers are written exactly. */
function decimalsOf(numbers, most) {
  for (let d = 0; d < most; d++) {
    const power = Math.pow(10, d);
    if (numbers.every((x) => x !== x || Math.abs(x * power - Math.round(x * power)) < 1e-9)) return d;
  }
  return most;
}

/** How many decimals tell scores apart without pretending precision. */
function scoreDigits(scores) {
  let top = 0;
  for (const s of scores) if (Math.abs(s) > top) top = Math.abs(s);
  return decimalsOf(scores, top > 20 ? 1 : top > 1 ? 2 : 3);
}

function ordinal(n) {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] || 'th';
  return whole(n) + suffix;
}

function plural(n, one, many) {
  return whole(n) + ' ' + (n === 1 ? one : many);
}

/** Lower case, without accents and punctuation, for searching. */
function searchable(text) {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/[’'.]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** Runs f at most once a frame, however often it is asked for. */
function oncePerFrame(f) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; f(); });
  };
}

/** Says something to screen readers, politely, and only when things have come to rest. */
const announce = (() => {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => { byId('live').textContent = text; }, 500);
  };
})();

function prefersLessMotion() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
