/* Design sessions as they stand on the reader's clock, and two versions laid over each other below a slider.
   Without this file a session stands as on the day of the page, and the two versions stand side by side. */
(function () {
  'use strict'

  function each (within, selector, work) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), work)
  }

  /* what was confirmed or given up stays so, and a new version needs a new page */
  function stateOf (session) {
    const now = Date.now()
    const state = session.getAttribute('data-design')
    const begins = session.getAttribute('data-begins')
    const ends = session.getAttribute('data-ends')
    if (state === 'planned' && begins && now >= Date.parse(begins)) return 'sketching'
    return state === 'asking' && ends && now >= Date.parse(ends) ? 'sketching' : state
  }

  function show () {
    each(document, '[data-design]', function (session) {
      const state = stateOf(session)
      if (state === session.getAttribute('data-design')) return
      session.setAttribute('data-design', state)
      each(session, '[data-during]', function (part) { part.hidden = part.getAttribute('data-during') !== state })
    })
  }

  function against (box) {
    const stage = box.querySelector('[data-stage]')
    const layers = box.querySelector('[data-layers]')
    const wipe = box.querySelector('[data-wipe]')
    const laying = box.querySelector('[data-laying]')
    const button = box.querySelector('[data-lay]')
    let over = null
    let edge = null

    function chosen (side) {
      const one = box.querySelector('[data-side="' + side + '"] input:checked')
      return one.parentNode.querySelector('label[for="' + one.id + '"] + figure').querySelector('.frame')
    }

    function shape (frame) {
      const image = frame.querySelector('img')
      return Number(image.getAttribute('width')) / Number(image.getAttribute('height'))
    }

    function move () {
      const seen = Number(wipe.value)
      if (!over) return
      over.style.clipPath = 'inset(0 0 0 ' + seen + '%)'
      edge.style.left = seen + '%'
    }

    /* only pictures of one shape can be held against each other */
    function lay () {
      const before = chosen('before')
      const after = chosen('after')
      const fits = Math.abs(shape(before) / shape(after) - 1) < 0.02
      const laid = fits && button.getAttribute('aria-pressed') === 'true'
      laying.hidden = !fits
      stage.hidden = !laid
      box.classList.toggle('laid', laid)
      layers.textContent = ''
      if (!laid) return
      layers.appendChild(before.cloneNode(true))
      over = after.cloneNode(true)
      over.classList.add('over')
      layers.appendChild(over)
      edge = document.createElement('span')
      edge.className = 'edge'
      layers.appendChild(edge)
      move()
    }

    wipe.addEventListener('input', move)
    box.addEventListener('change', lay)
    button.addEventListener('click', function () {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
      lay()
    })
    lay()
  }

  show()
  each(document, '[data-compare]', against)
  /* a page that lies open over midnight */
  document.addEventListener('visibilitychange', function () { if (!document.hidden) show() })
})()
