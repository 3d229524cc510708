/* The search: an index that was made with the site, read as far as a query needs it. docs/content/pages/finding.md has the format. */
(function () {
  'use strict';

  const HAN = '\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
  const LETTERS = '0-9a-z\\u00df-\\u00f6\\u00f8-\\u024f\\u0370-\\u1fff';
  const RUN = new RegExp('([' + HAN + ']+)|[' + LETTERS + ']+', 'gu');
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const WEIGHTS = [9, 4, 1];
  const MOST_NEEDS = 24;
  const MOST_SHARDS = 3;
  const NEAR = 10;

  /* The same as `folded` in ichsite/plan/search_words.py. */
  function fold(text) {
    return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/\u03c2/g, '\u03c3')
      .normalize('NFKC');
  }

  /* What a query asks for: needs, each a list of terms or beginnings of terms of which one must be there;
     and the runs as they were typed, to be marked and looked for side by side. */
  function parse(query) {
    const needs = [];
    const runs = [];
    let found;
    const folded = fold(query);
    RUN.lastIndex = 0;
    while ((found = RUN.exec(folded)) !== null) {
      const run = found[0];
      runs.push(run);
      if (!found[1]) {
        needs.push(run.length > 1 ? [{ begins: run }, { begins: "'" + run }] : [{ term: run }]);
        continue;
      }
      const chars = Array.from(run);
      if (chars.length === 1) needs.push([{ begins: run }]);
      for (let at = 1; at < chars.length; at += 1) needs.push([{ term: chars[at - 1] + chars[at] }]);
    }
    return { needs: needs.slice(0, MOST_NEEDS), runs: runs };
  }

  function decode(text, use) {
    let number = 0;
    let shift = 0;
    let at = -1;
    for (let place = 0; place < text.length; place += 1) {
      const digit = DIGITS.indexOf(text[place]);
      number += (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        at += number + 1;
        use(at);
        number = 0;
        shift = 0;
      }
    }
  }

  function Index(address) {
    const loaded = new Map();

    function load(name) {
      const url = new URL(name, new URL(address, document.baseURI)).href;
      if (!loaded.has(url)) {
        const going = fetch(url, { credentials: 'same-origin' }).then(function (answer) {
          if (!answer.ok) throw new Error(answer.status + ' ' + url);
          return answer.json();
        });
        going.catch(function () { loaded.delete(url); });
        loaded.set(url, going);
      }
      return loaded.get(url);
    }

    /* The shards that may hold a term, or terms with that beginning. */
    async function shards(head, want) {
      if (head.terms) return [head.terms];
      const key = want.term || want.begins;
      let first = 0;
      while (first + 1 < head.cuts.length && head.cuts[first + 1] <= key) first += 1;
      let last = first;
      if (want.begins) {
        while (last + 1 < head.cuts.length && last - first + 1 < MOST_SHARDS && head.cuts[last + 1].startsWith(key)) last += 1;
      }
      return Promise.all(head.shards.slice(first, last + 1).map(load));
    }

    async function hits(head, need) {
      const scores = new Map();
      const tables = await Promise.all(need.map(function (want) { return shards(head, want); }));
      need.forEach(function (want, number) {
        tables[number].forEach(function (table) {
          if (want.term) {
            if (Object.prototype.hasOwnProperty.call(table, want.term)) count(scores, table[want.term], 1);
            return;
          }
          Object.keys(table).forEach(function (term) {
            if (term.startsWith(want.begins)) count(scores, table[term], term === want.begins ? 1 : 0);
          });
        });
      });
      return scores;
    }

    function count(scores, lists, more) {
      lists.split('.').forEach(function (list, weight) {
        decode(list, function (at) {
          const score = WEIGHTS[weight] + more;
          if (!(scores.get(at) >= score)) scores.set(at, score);
        });
      });
    }

    async function read(head, at) {
      const row = head.documents ? head.documents[at] : (await load(head.pages[Math.floor(at / head.per)]))[at % head.per];
      return { at: at, url: row[0], kind: head.kinds[row[1]], title: row[2], line: row[3], also: row[4], text: row[5] || '' };
    }

    /* How well the runs stand side by side in a document; 0 where one does not, though its pairs are all there. */
    function together(one, runs) {
      const places = [[one.title, 9], [one.also, 4], [one.line, 2], [one.text, 1]].map(function (pair) { return [fold(pair[0]), pair[1]]; });
      let sum = 0;
      for (const run of runs) {
        const place = places.find(function (pair) { return pair[0].includes(run); });
        if (!place) return 0;
        sum += place[1];
      }
      return sum;
    }

    /* Everything that is found, the best first: `of` how many, `take(from, to)` the documents of that part. */
    this.find = async function (query) {
      const asked = parse(query);
      const head = await load(address);
      if (!asked.needs.length) return { of: 0, runs: [], take: function () { return Promise.resolve([]); } };
      const all = await Promise.all(asked.needs.map(function (need) { return hits(head, need); }));
      all.sort(function (one, other) { return one.size - other.size; });
      let found = [];
      all[0].forEach(function (score, at) {
        let sum = score;
        for (let number = 1; number < all.length; number += 1) {
          if (!all[number].has(at)) return;
          sum += all[number].get(at);
        }
        found.push({ at: at, score: sum });
      });
      const han = asked.runs.filter(function (run) { return Array.from(run).length > 2 && /[^0-9a-z]/.test(run); });
      if (han.length) {
        found.sort(better);
        const near = await Promise.all(found.slice(0, head.documents ? found.length : NEAR).map(function (one) { return read(head, one.at); }));
        found = found.filter(function (one, number) {
          if (number >= near.length) return true;
          const sum = together(near[number], han);
          one.score += sum * 4;
          return sum > 0 || !head.documents;
        });
      }
      found.sort(better);
      return {
        of: found.length,
        runs: asked.runs,
        take: function (from, to) {
          return Promise.all(found.slice(from, to).map(function (one) { return read(head, one.at); }));
        }
      };
    };
  }

  function better(one, other) {
    return other.score - one.score || one.at - other.at;
  }

  if (!window.fetch || !String.prototype.normalize) return;
  window.ichsiteSearch = { fold: fold, parse: parse, Index: Index };
})();
