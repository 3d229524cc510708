/* The search page: what is typed or stands in the address, and what is found for it. */
(function () {
  'use strict';

  const SHOWN = 10;
  const AROUND = 24;
  const engine = window.ichsiteSearch;

  /* Where in a text the runs stand: [from, to] in the text as it is written. */
  function marks(text, runs) {
    let folded = '';
    const places = [];
    let at = 0;
    for (const char of text) {
      const small = engine.fold(char);
      for (let number = 0; number < small.length; number += 1) places.push(at);
      folded += small;
      at += char.length;
    }
    places.push(at);
    const spans = [];
    runs.forEach(function (run) {
      let from = folded.indexOf(run);
      while (from >= 0) {
        let to = from + run.length;
        while (to < places.length - 1 && places[to] === places[to - 1]) to += 1;
        spans.push([places[from], places[to]]);
        from = folded.indexOf(run, from + run.length);
      }
    });
    return spans.sort(function (one, other) { return one[0] - other[0]; });
  }

  function write(place, text, runs) {
    let done = 0;
    place.textContent = '';
    marks(text, runs).forEach(function (span) {
      if (span[0] < done) return;
      place.appendChild(document.createTextNode(text.slice(done, span[0])));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(span[0], span[1]);
      place.appendChild(mark);
      done = span[1];
    });
    place.appendChild(document.createTextNode(text.slice(done)));
  }

  /* The summary; where the words stand further down, a piece of the text around them. */
  function lineOf(one, runs) {
    if (!one.text || marks(one.title + one.also + one.line, runs).length) return one.line;
    const first = marks(one.text, runs)[0];
    if (!first) return one.line;
    const from = Math.max(0, first[0] - AROUND);
    return (from ? '\u2026' : '') + one.text.slice(from, first[1] + AROUND * 3) + '\u2026';
  }

  function start(place) {
    const index = new engine.Index(place.dataset.index);
    const form = place.querySelector('form');
    const input = form.querySelector('input[type="search"]');
    const part = function (name) { return place.querySelector('[data-' + name + ']'); };
    const results = part('results');
    const status = part('status');
    const more = part('more');
    const pattern = part('result');
    let turn = 0;
    let waiting = 0;
    let current = null;

    function item(one, runs) {
      const row = document.importNode(pattern.content, true);
      const title = row.querySelector('[data-title]');
      title.setAttribute('href', place.dataset.root + one.url.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/'));
      write(title, one.title, runs);
      row.querySelectorAll('[data-kind]').forEach(function (kind) {
        if (kind.dataset.kind !== one.kind) kind.remove();
      });
      write(row.querySelector('[data-also]'), one.also, runs);
      write(row.querySelector('[data-line]'), lineOf(one, runs), runs);
      return row;
    }

    function say(words, values) {
      status.textContent = words.replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
    }

    async function draw(from) {
      const mine = turn;
      const found = current;
      const some = await found.take(from, from + SHOWN);
      if (mine !== turn) return null;
      const rows = document.createDocumentFragment();
      some.forEach(function (one) { rows.appendChild(item(one, found.runs)); });
      if (!from) results.textContent = '';
      const before = results.children.length;
      results.appendChild(rows);
      results.hidden = !found.of;
      more.hidden = results.children.length >= found.of;
      return results.children[before] || null;
    }

    async function run() {
      const query = input.value.trim();
      turn += 1;
      const mine = turn;
      clearTimeout(waiting);
      if (!query) {
        results.hidden = true;
        results.textContent = '';
        more.hidden = true;
        status.textContent = '';
        return;
      }
      const busy = setTimeout(function () { if (mine === turn) say(place.dataset.busy, {}); }, 300);
      try {
        const found = await index.find(query);
        if (mine !== turn) return;
        current = found;
        await draw(0);
        if (mine !== turn) return;
        part('failed').hidden = true;
        say(found.of === 0 ? place.dataset.none : found.of === 1 ? place.dataset.one : place.dataset.many, { count: found.of, query: query });
      } catch (wrong) {
        if (mine !== turn) return;
        results.hidden = true;
        more.hidden = true;
        status.textContent = '';
        part('failed').hidden = false;
      } finally {
        clearTimeout(busy);
      }
    }

    function address() {
      const query = input.value.trim();
      return location.pathname + (query ? '?q=' + encodeURIComponent(query) : '');
    }

    function typed() {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        history.replaceState(null, '', address());
        run();
      }, 160);
    }

    function fromAddress() {
      const asked = new URLSearchParams(location.search).get('q');
      input.value = (asked || '').slice(0, input.maxLength);
      run();
    }

    input.addEventListener('input', function (event) { if (!event.isComposing) typed(); });
    input.addEventListener('compositionend', typed);
    input.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || event.isComposing || !input.value) return;
      event.preventDefault();
      input.value = '';
      typed();
    });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      if (location.pathname + location.search !== address()) history.pushState(null, '', address());
      run();
    });
    more.addEventListener('click', async function () {
      try {
        const first = await draw(results.children.length);
        if (first) first.querySelector('a').focus();
      } catch (wrong) {
        part('failed').hidden = false;
      }
    });
    window.addEventListener('popstate', fromAddress);
    fromAddress();
    place.dataset.ready = '';
  }

  if (!engine || !window.URLSearchParams) return;
  document.querySelectorAll('[data-search]').forEach(start);
})();
