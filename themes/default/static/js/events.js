/* Events, and everything in the calendar, as they stand on the reader's clock. Without this file they stand as on the day of the page. */
(function () {
  'use strict'

  function each (within, selector, work) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), work)
  }

  function isIn (state, states) { return states.split(' ').indexOf(state) >= 0 }

  /* what was cancelled or is reported stays so */
  function stateOf (event, now) {
    const written = event.getAttribute('data-event')
    if (isIn(written, 'cancelled reported')) return written
    if (now < Date.parse(event.getAttribute('data-begins'))) return 'upcoming'
    return now < Date.parse(event.getAttribute('data-ends')) ? 'running' : 'over'
  }

  function show () {
    const now = Date.now()
    each(document, '[data-event]', function (event) {
      const state = stateOf(event, now)
      event.setAttribute('data-event', state)
      if (event.hasAttribute('data-shown')) event.hidden = !isIn(state, event.getAttribute('data-shown'))
      each(event, '[data-while]', function (part) { part.hidden = !isIn(state, part.getAttribute('data-while')) })
    })
    each(document, '[data-events]', function (list) {
      list.hidden = !list.querySelector('[data-event]:not([hidden])')
    })
    each(document, '[data-old]', function (note) { note.hidden = now < Date.parse(note.getAttribute('data-old')) })
  }

  show()
  /* a page that lies open until something begins */
  document.addEventListener('visibilitychange', function () { if (!document.hidden) show() })
})()
