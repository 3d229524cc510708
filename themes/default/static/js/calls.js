/* Calls for ideas, polls and the parts of a stream's page as they stand on the reader's clock. Without this file they stand as on the day of the page. */
(function () {
  'use strict'

  function each (within, selector, work) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), work)
  }

  /* what was answered stays so */
  function stateOf (call) {
    const now = Date.now()
    if (call.getAttribute('data-call') === 'answered') return 'answered'
    if (now < Date.parse(call.getAttribute('data-begins'))) return 'upcoming'
    /* a poll may have been counted by then */
    return now < Date.parse(call.getAttribute('data-ends')) ? 'open' : call.getAttribute('data-over') || 'closed'
  }

  function isIn (state, states) { return states.split(' ').indexOf(state) >= 0 }

  function show () {
    each(document, '[data-call]', function (call) {
      const state = stateOf(call)
      call.setAttribute('data-call', state)
      if (call.hasAttribute('data-shown')) call.hidden = !isIn(state, call.getAttribute('data-shown'))
      each(call, '[data-while]', function (part) { part.hidden = !isIn(state, part.getAttribute('data-while')) })
    })
    each(document, '[data-calls]', function (list) {
      list.hidden = !list.querySelector('[data-call]:not([hidden])')
    })
    each(document, '[data-stream]', function (stream) {
      const begins = Date.parse(stream.getAttribute('data-begins'))
      const ends = begins + 60000 * stream.getAttribute('data-minutes')
      const now = Date.now()
      const part = now < begins ? 'before' : now < ends ? 'during' : 'after'
      each(stream, '[data-part]', function (mark) { mark.hidden = mark.getAttribute('data-part') !== part })
    })
  }

  show()
  /* a page that lies open over midnight */
  document.addEventListener('visibilitychange', function () { if (!document.hidden) show() })
})()
