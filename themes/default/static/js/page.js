/* The craft's page: one tier at a time, long tables folded on a phone, everything open on paper. Streams that are over. */
(function () {
  'use strict'

  var craft = document.querySelector('.craft')
  var choices = Array.prototype.slice.call(document.querySelectorAll('.switch [data-tier]'))
  var parts = Array.prototype.slice.call(document.querySelectorAll('.offer[data-tier], .order-bar [data-tier]'))
  var folds = Array.prototype.slice.call(document.querySelectorAll('.fold'))

  function show (tier) {
    parts.forEach(function (part) {
      part.hidden = tier !== 'all' && part.getAttribute('data-tier') !== tier
    })
    choices.forEach(function (choice) {
      choice.setAttribute('aria-pressed', String(choice.getAttribute('data-tier') === tier))
    })
  }

  /* Only a tier that can be chosen here: an old link, or a page that was made anew since, may name another. */
  function offered (tier) {
    return choices.some(function (choice) { return choice.getAttribute('data-tier') === tier }) ? tier : null
  }

  function wanted () {
    var match = /^#[a-z]+-(element|function|deep)\b/.exec(location.hash)
    return match ? offered(match[1]) : null
  }

  /* The tier that was chosen stands with the page's entry in the history: who comes back finds it. */
  function kept () {
    return history.state && offered(history.state.tier)
  }

  function keep (tier) {
    if (history.state && !history.state.tier) return
    try {
      history.replaceState(Object.assign({}, history.state, { tier: tier }), '')
    } catch (refused) { /* some shells of apps refuse it; the first tier is shown again then */ }
  }

  function chosen () {
    var pressed = choices.filter(function (choice) { return choice.getAttribute('aria-pressed') === 'true' })[0]
    return pressed.getAttribute('data-tier')
  }

  /* A link to one tier's part shows that tier; the browser then finds the part in its place. */
  function follow () {
    var tier = kept() || wanted()
    if (!tier) {
      keep(chosen())
      return
    }
    show(tier)
    if (kept()) return
    keep(tier)
    var part = document.getElementById(location.hash.slice(1))
    if (part) part.scrollIntoView()
  }

  /* folded first: a part is then found where it stays */
  if (window.matchMedia && window.matchMedia('(max-width: 47.99em)').matches) {
    folds.forEach(function (fold) { fold.open = false })
  }

  if (craft && choices.length) {
    document.querySelector('.switch').hidden = false
    choices.forEach(function (choice) {
      choice.addEventListener('click', function () {
        show(choice.getAttribute('data-tier'))
        keep(choice.getAttribute('data-tier'))
      })
    })
    show(kept() || wanted() || choices[0].getAttribute('data-tier'))
    follow()
    window.addEventListener('hashchange', follow)
    /* a link to where the page already stands changes no hash */
    document.addEventListener('click', function (event) {
      var link = event.target.closest('a[href^="#"]')
      if (!link || link.hash !== location.hash || !wanted()) return
      show(wanted())
      keep(wanted())
    })
  }

  /* a stream that was to come when the page was made may be over by now */
  Array.prototype.forEach.call(document.querySelectorAll('[data-over]'), function (mark) {
    mark.hidden = Date.now() < Date.parse(mark.getAttribute('data-over')) + mark.getAttribute('data-minutes') * 6e4
  })

  window.addEventListener('beforeprint', function () {
    folds.forEach(function (fold) { fold.open = true })
  })
})()
