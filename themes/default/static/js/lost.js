/* The page that is not there: what was glued to a link is taken off, and where the rest answers, it leads there.
   Only below the site's own home, only where a page answers, and never to where we are already. */
(function () {
  'use strict'

  var MOST = 6
  var home = document.querySelector('script[data-home]').getAttribute('data-home')
  /* what ends an address wherever it stands: blanks, marks, brackets, whatever begins a query */
  var ENDS = /[\s\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\ufeff?&#,;:!"'`<>()[\]{}|^*\u3000-\u301f\u2018-\u201f\u2026\u00b7\uff01-\uff0c\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/
  var FOREIGN = /[^\u0000-\u007f]/

  /* Decoded as far as it goes, also what was encoded twice; half an escape ends the address. */
  function decoded (path) {
    for (var times = 0; times < 3 && path.indexOf('%') >= 0; times++) {
      try {
        path = decodeURIComponent(path)
      } catch (broken) {
        var whole = path.replace(/%(?![0-9a-f]{2})[\s\S]*$/i, '')
        try { path = decodeURIComponent(whole) } catch (worse) { return whole.replace(/%[89a-f][\s\S]*$/i, '') }
      }
    }
    return path
  }

  function folded (path) { return path.normalize('NFKC') }

  /* The steps of a path; no dots, nothing empty: whatever becomes of them stays below home. */
  function steps (path) {
    return path.replace(/\\/g, '/').split('/').map(function (step) {
      return step.replace(/[.\u3002\uff0e]+$/, '')
    }).filter(Boolean)
  }

  function finished (path) {
    var end = path.search(ENDS)
    return end < 0 ? path : path.slice(0, end)
  }

  function whole (parts) {
    var last = parts[parts.length - 1]
    if (last && /^index\.html?$/i.test(last)) parts = parts.slice(0, -1)
    var file = parts.length && /\.(html|xml|json|txt|ics|png|svg|jpg|webp)$/i.test(parts[parts.length - 1])
    return home + parts.map(encodeURIComponent).join('/') + (parts.length && !file ? '/' : '')
  }

  function candidates (pathname) {
    var found = []
    var lists = []
    function add (parts) {
      lists.push(parts)
      var address = whole(parts)
      if (address !== pathname && found.indexOf(address) < 0) found.push(address)
    }
    var inner = pathname.slice(0, home.length).toLowerCase() === home.toLowerCase() ? pathname.slice(home.length) : pathname
    var raw = decoded(inner)
    var plain = steps(finished(raw))
    var parts = steps(finished(folded(raw.replace(/[\u3002\uff0c\uff1b\uff1a\uff1f\uff01\u3001\u2026]/g, ' '))))
    add(plain)
    add(parts)
    /* a spoken code, and whatever was said behind it; short addresses are the same in every language */
    var code = /(?:^|\/)s\/([a-z0-9]{4})(?![a-z0-9-])/i.exec(parts.join('/'))
    if (code) add(['s', code[1].toLowerCase()])
    /* words in another script behind a finished address: glued to its last step, or a step of their own */
    var at = parts.length - 1
    if (at >= 0 && FOREIGN.test(parts[at])) {
      var latin = parts[at].slice(0, parts[at].search(FOREIGN)).replace(/[-_.]+$/, '')
      if (latin) add(parts.slice(0, at).concat(latin))
      else add(parts.slice(0, at))
    }
    lists.slice().forEach(function (list) {
      add(list.map(function (step) { return step.toLowerCase() }))
    })
    return found.slice(0, MOST)
  }

  function answers (address) {
    return fetch(address, { method: 'HEAD', mode: 'same-origin' }).then(function (answer) {
      return answer.ok && answer.url.split(/[?#]/)[0].slice(-'/404.html'.length) !== '/404.html'
    })
  }

  /* A host that calls every page found would send us on for ever: one lead, then no more. */
  function led () {
    try {
      var before = sessionStorage.getItem('led')
      sessionStorage.removeItem('led')
      return before === location.pathname
    } catch (refused) { return false }
  }

  function lead (list) {
    if (!list.length) return
    answers(list[0]).catch(function () { return false }).then(function (there) {
      if (!there) return lead(list.slice(1))
      try { sessionStorage.setItem('led', list[0]) } catch (refused) { /* then without */ }
      location.replace(list[0] + location.search + location.hash)
    })
  }

  if (!led() && location.pathname !== home + '404.html') lead(candidates(location.pathname))
})()
