/* The order brief within the craft's page: its link opens it there, and nothing of it is loaded before. Where that fails, the link
   leads to the brief's own page, as it does without this file. */
(function () {
  'use strict'

  const link = document.querySelector('[data-brief]')
  if (!link || !window.fetch || !window.DOMParser || !history.pushState) return
  const bar = document.querySelector('.order-bar')
  let brief = null
  let coming = false

  function all (within, selector) { return Array.prototype.slice.call(within.querySelectorAll(selector)) }

  function marked (is) { return Object.assign({}, history.state, { brief: is }) }

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

  function close () {
    if (history.state && history.state.brief) history.back()
    else show(false)
  }

  /* Each stylesheet and script once; to `then` when all of one kind are there. */
  function loaded (places) {
    return Promise.all(places.map(place => new Promise((then, refuse) => {
      const script = place.tagName === 'SCRIPT'
      const made = document.createElement(place.tagName)
      Array.prototype.forEach.call(place.attributes, one => made.setAttribute(one.name, one.value))
      made.onload = then
      made.onerror = refuse
      const known = all(document, place.tagName).some(one => one.getAttribute('src') === place.getAttribute('src') && one.getAttribute('href') === place.getAttribute('href'))
      if (known) then()
      else document.head.appendChild(made)
      if (!script && made.media) then()
    })))
  }

  function put (found) {
    brief = document.importNode(found.querySelector('article.brief'), true)
    /* what the craft's page has as well, with the same ids */
    all(brief, '#clock, #clock-stopped, noscript').forEach(one => one.parentNode.removeChild(one))
    const title = brief.querySelector('h1')
    const heading = document.createElement('h2')
    heading.id = 'brief-heading'
    while (title.firstChild) heading.appendChild(title.firstChild)
    title.parentNode.replaceChild(heading, title)
    brief.id = 'brief'
    brief.tabIndex = -1
    brief.dataset.here = ''
    brief.setAttribute('role', 'region')
    brief.setAttribute('aria-labelledby', heading.id)
    const line = brief.querySelector('.meta')
    const button = document.createElement('button')
    const whole = document.createElement('a')
    button.type = 'button'
    button.className = 'button plain'
    button.textContent = link.dataset.close
    button.addEventListener('click', close)
    whole.href = link.href
    whole.textContent = link.dataset.whole
    line.textContent = ''
    line.appendChild(button)
    line.appendChild(document.createTextNode(' '))
    line.appendChild(whole)
    brief.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) close()
    })
    const place = link.closest('section')
    place.classList.add('brief-place')
    place.insertBefore(brief, link.closest('p').nextSibling)
    link.setAttribute('aria-controls', 'brief')
    window.ichsiteDates.begin()
  }

  function open (then) {
    if (coming) return
    if (brief) return then()
    coming = true
    link.setAttribute('aria-busy', 'true')
    fetch(link.href, { mode: 'same-origin' }).then(answer => answer.ok ? answer.text() : Promise.reject(answer)).then(text => {
      const found = new DOMParser().parseFromString(text, 'text/html')
      return loaded(all(found.head, 'link[rel=stylesheet]')).then(() => {
        put(found)
        return loaded(all(found.head, 'script[src]'))
      })
    }).then(() => {
      link.removeAttribute('aria-busy')
      coming = false
      then()
    }).catch(() => { location.href = link.href })
  }

  link.addEventListener('click', event => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open(() => {
      try {
        if (!(history.state && history.state.brief)) {
          history.replaceState(marked(false), '')
          history.pushState(marked(true), '')
        }
      } catch (refused) { /* some shells of apps refuse it; there the button closes it */ }
      show(true, true)
    })
  })
  window.addEventListener('popstate', event => {
    const is = event.state && event.state.brief
    if (is) open(() => show(true))
    else if (is === false && brief && !brief.hidden) show(false)
  })
  if (history.state && history.state.brief) open(() => show(true))
})()
