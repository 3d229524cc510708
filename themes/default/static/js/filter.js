/* Filters of a list that has pages: the facts of the whole list are loaded when a filter is used,
   and the cards are taken from the list's own pages. The conditions live in the address. */
(function () {
  'use strict';

  const SHOWN = 24;

  async function json(address) {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status + ' ' + address);
    return answer.json();
  }

  /* Whether a row matches; what belongs to one offer must hold for one and the same offer. */
  function matcher(facts, wanted) {
    const whole = [];
    const each = [];
    function test(field, list, place) {
      const asked = wanted.getAll(field[0]).filter(Boolean);
      if (!asked.length) return;
      if (field[1]) {
        const places = asked.map(function (value) { return field[1].indexOf(value); });
        list.push(function (values) { return [].concat(values[place]).some(function (one) { return places.includes(one); }); });
      } else {
        const most = Number(asked[0]);
        list.push(function (values) { return values[place] !== null && values[place] <= most; });
      }
    }
    facts.whole.forEach(function (field, place) { test(field, whole, place + 1); });
    facts.each.forEach(function (field, place) { test(field, each, place); });
    const offers = facts.whole.length + 1;
    return function (row) {
      return whole.every(function (holds) { return holds(row); })
        && (!each.length || row[offers].some(function (offer) { return each.every(function (holds) { return holds(offer); }); }));
    };
  }

  function start(place) {
    const form = place.querySelector('form');
    const main = place.closest('main') || document;
    const listed = main.querySelector('[data-cards]');
    const part = function (name) { return main.querySelector('[data-' + name + ']'); };
    if (!listed || !form) return;
    const status = part('status');
    const found = part('found');
    const shown = part('shown');
    const more = part('more');
    const pager = main.querySelector('.pager');
    const known = new Map([[1, Promise.resolve(Array.from(listed.children))]]);
    let facts = null;
    let turn = 0;
    let hits = [];

    part('plain').hidden = true;
    form.hidden = false;

    function wanted() {
      const asked = new URLSearchParams();
      new FormData(form).forEach(function (value, name) { if (value) asked.append(name, value); });
      return asked;
    }

    /* The conditions in the words of the form. */
    function words() {
      return Array.from(form.querySelectorAll('input:checked, option:checked')).filter(function (one) { return one.value; })
        .map(function (one) { return one.dataset.words || one.textContent; }).join(status.dataset.joint);
    }

    function load() {
      if (!facts) {
        facts = json(place.dataset.facts);
        facts.catch(function () { facts = null; });
      }
      return facts;
    }

    async function rowsOf(head, number) {
      if (head.rows) return head.rows;
      head.loaded = head.loaded || [];
      if (!head.loaded[number]) {
        head.loaded[number] = await json(new URL(head.files[number], new URL(place.dataset.facts, document.baseURI)).href);
      }
      return head.loaded[number];
    }

    function page(number) {
      if (!known.has(number)) {
        const going = fetch(place.dataset.pages + number + '/', { credentials: 'same-origin' }).then(function (answer) {
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.text();
        }).then(function (text) {
          const cards = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-cards]');
          return cards ? Array.from(cards.children) : [];
        });
        going.catch(function () { known.delete(number); });
        known.set(number, going);
      }
      return known.get(number);
    }

    async function card(hit, per) {
      const cards = await page(Math.floor(hit.at / per) + 1);
      const node = cards[hit.at % per];
      const link = node && Array.from(node.querySelectorAll('a[href]')).find(function (one) {
        /* both read back: what is written as %28 on one side may be plain on the other */
        return decodeURIComponent(one.getAttribute('href')).endsWith('/' + hit.slug + '/');
      });
      return link ? document.importNode(node, true) : null;
    }

    async function draw(head, mine) {
      const from = Number(shown.dataset.drawn || 0);
      const some = hits.slice(from, from + SHOWN);
      const cards = await Promise.all(some.map(function (hit) { return card(hit, head.per); }));
      if (mine !== turn) return null;
      const before = shown.children.length;
      cards.filter(Boolean).forEach(function (one) { shown.appendChild(one); });
      shown.dataset.drawn = from + some.length;
      more.hidden = from + some.length >= hits.length;
      return shown.children[before] || null;
    }

    function plain() {
      found.hidden = true;
      shown.textContent = '';
      status.textContent = '';
      listed.hidden = false;
      if (pager) pager.hidden = false;
    }

    function say(words, values) {
      status.textContent = words.replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
    }

    async function apply() {
      const asked = wanted();
      turn += 1;
      const mine = turn;
      part('failed').hidden = true;
      if (!asked.toString()) {
        plain();
        return;
      }
      try {
        const head = await load();
        const matches = matcher(head, asked);
        const files = head.rows ? 1 : head.files.length;
        let total = 0;
        if (mine !== turn) return;
        hits = [];
        shown.textContent = '';
        shown.dataset.drawn = 0;
        for (let number = 0; number < files; number += 1) {
          const rows = await rowsOf(head, number);
          if (mine !== turn) return;
          rows.forEach(function (row, at) { if (matches(row)) hits.push({ at: total + at, slug: row[0] }); });
          total += rows.length;
          if (Number(shown.dataset.drawn) < SHOWN) await draw(head, mine);
          if (mine !== turn) return;
          listed.hidden = true;
          if (pager) pager.hidden = true;
          found.hidden = !hits.length;
        }
        more.hidden = Number(shown.dataset.drawn) >= hits.length;
        say(hits.length ? status.dataset.some : status.dataset.none, { wanted: words(), count: hits.length, total: total });
      } catch (wrong) {
        if (mine !== turn) return;
        plain();
        part('failed').hidden = false;
        part('plain').hidden = false;
        place.open = true;
      }
    }

    function fromAddress() {
      const asked = new URLSearchParams(location.search);
      form.querySelectorAll('input[type="checkbox"]').forEach(function (box) {
        box.checked = asked.getAll(box.name).includes(box.value);
      });
      form.querySelectorAll('select').forEach(function (list) {
        const value = asked.get(list.name) || '';
        list.value = value;
        if (list.selectedIndex < 0) offer(list, value);
      });
      apply();
    }

    /* A value of the address that is not among the offered ones, such as 45 days or a rare place, works as well. */
    function offer(list, value) {
      const option = document.createElement('option');
      option.value = value.slice(0, 60);
      option.textContent = option.value;
      list.appendChild(option);
      list.value = option.value;
    }

    function changed(event) {
      if (event) event.preventDefault();
      const asked = wanted().toString();
      const address = location.pathname + (asked ? '?' + asked : '');
      if (location.pathname + location.search !== address) history.pushState(null, '', address);
      apply();
    }

    form.addEventListener('change', function () { changed(null); });
    form.addEventListener('submit', changed);
    place.querySelector('[data-reset]').addEventListener('click', function (event) {
      form.querySelectorAll('input[type="checkbox"]').forEach(function (box) { box.checked = false; });
      form.querySelectorAll('select').forEach(function (list) { list.value = ''; });
      changed(event);
    });
    more.addEventListener('click', async function () {
      try {
        const first = await draw(await load(), turn);
        const link = first && first.querySelector('a[href]');
        if (link) link.focus();
      } catch (wrong) {
        part('failed').hidden = false;
      }
    });
    window.addEventListener('popstate', fromAddress);
    fromAddress();
    place.dataset.ready = '';
  }

  if (!window.fetch || !window.URLSearchParams || !window.FormData || !FormData.prototype.forEach) return;
  document.querySelectorAll('[data-filters]').forEach(start);
})();
