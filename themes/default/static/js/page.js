/* The craft's page: one tier at a time, long tables folded on a phone, everything open on paper. */
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

  function wanted () {
    var match = /^#[a-z]+-(element|function|deep)\b/.exec(location.hash)
    return match ? match[1] : null
  }

  /* A link to one tier's part shows that tier; the browser then finds the part in its place. */
  function follow () {
    var tier = wanted()
    if (!tier) return
    show(tier)
    var part = document.getElementById(location.hash.slice(1))
    if (part) part.scrollIntoView()
  }

  if (craft && choices.length) {
    document.querySelector('.switch').hidden = false
    choices.forEach(function (choice) {
      choice.addEventListener('click', function () {
        show(choice.getAttribute('data-tier'))
      })
    })
    show(wanted() || choices[0].getAttribute('data-tier'))
    follow()
    window.addEventListener('hashchange', follow)
  }

  if (window.matchMedia && window.matchMedia('(max-width: 47.99em)').matches) {
    folds.forEach(function (fold) { fold.open = false })
  }
  window.addEventListener('beforeprint', function () {
    folds.forEach(function (fold) { fold.open = true })
  })
})()
