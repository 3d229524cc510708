/* The order brief within the craft's page: its link opens it there, and nothing of it is loaded before. Where that fails, the link
   leads to the brief's own page, as it does without this file. */
(function () {
  'use strict'

  const link = document.querySelector('[data-brief]')
  if (!link || !window.fetch) return
  const bar = document.querySelector('.order-bar')
  let brief = null
  let coming = false

  function all (within, selector) { return Array.prototype.slice.call(within.querySelectorAll(selector)) }

  function show (is, moved) {
    brief.hidden = !is
    if (bar) bar.hidden = is
    link.setAttribute('aria-expanded', is)
    if (!is) link.focus()
    else if (moved) {
      brief.focus({ preventScroll: true })
      brief.scrollIntoView()
    }
  }

  function inState () { return history.state && history.state.brief }

  function close () {
    if (inState()) history.back()
    else show(false)
  }

  /* What the brief's page loads and this one does not; what is not in force yet keeps nobody waiting. */
  function loaded (found, selector) {
    const here = all(document.head, selector)
    const lacking = all(found.head, selector).filter(one => !here.some(known => known.isEqualNode(one)))
    return Promise.all(lacking.map(one => new Promise((then, refuse) => {
      const made = document.createElement(one.tagName)
      Array.from(one.attributes).forEach(each => made.setAttribute(each.name, each.value))
      made.onload = then
      made.onerror = refuse
      document.head.appendChild(made)
      if (made.media) then()
    })))
  }

  function put (found) {
    const place = link.closest('section')
    brief = document.importNode(found.getElementById('brief'), true)
    /* the craft's page has its own clock */
    all(brief, '#clock, #clock-stopped, .back, noscript').forEach(one => one.parentNode.removeChild(one))
    brief.tabIndex = -1
    brief.dataset.here = ''
    brief.querySelector('h1').setAttribute('aria-level', 2)
    brief.querySelector('[data-where]').hidden = false
    brief.querySelector('[data-close]').addEventListener('click', close)
    brief.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.isComposing) close()
    })
    place.classList.add('brief-place')
    place.insertBefore(brief, link.parentNode.nextSibling)
    window.ichsiteDates.begin()
  }

  function open (moved) {
    if (coming) return
    if (brief) return show(true, moved)
    coming = true
    fetch(link.href, { mode: 'same-origin' }).then(answer => answer.ok ? answer.text() : Promise.reject(answer)).then(text => {
      const found = new DOMParser().parseFromString(text, 'text/html')
      return loaded(found, 'link[rel=stylesheet]').then(() => {
        put(found)
        return loaded(found, 'script[src]')
      })
    }).then(() => {
      coming = false
      show(true, moved)
    }).catch(() => { location.href = link.href })
  }

  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    try {
      if (!inState()) {
        history.replaceState(Object.assign({}, history.state, { brief: false }), '')
        history.pushState(Object.assign({}, history.state, { brief: true }), '')
      }
    } catch (refused) { /* some shells of apps refuse it; there the button closes it */ }
    open(true)
  })
  window.addEventListener('popstate', () => {
    if (inState()) open()
    else if (inState() === false && brief) show(false)
  })
  if (inState()) open()
})()
