/* A brief that somebody pastes or opens: is it whole, does its code hold, is it within today's thresholds, what has changed.
   Only the site itself is asked, for what it promises. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  const page = document.querySelector('.brief-check')
  if (!page || !brief.refusals) return
  const { add, data, ui } = brief
  const words = data.words.brief
  const box = page.querySelector('textarea')
  const place = page.querySelector('[data-found]')
  let turn = 0

  function say (good, text) {
    const line = add(place, 'p', '', good ? 'found-good' : 'found-wrong')
    add(line, 'span', good ? page.dataset.good : page.dataset.wrong, 'verdict ' + (good ? 'can' : 'cannot'))
    add(line, 'span', ' ' + text)
  }

  /* The lines of a text from its heading to its code, and the code. */
  function textIn (text) {
    const lines = brief.tidy(text.slice(0, 60000))
    const first = lines.findIndex(line => data.thumbs.some(thumb => line.indexOf(thumb) === 0))
    const coded = line => data.codes.filter(code => line.indexOf(code) === 0)[0]
    const last = lines.findIndex((line, at) => at > first && coded(line))
    if (first < 0 && last < 0) return null
    const above = lines.slice(Math.max(first, 0), last < 0 ? undefined : last)
    const code = last < 0 ? '' : lines[last].slice(coded(lines[last]).length).replace(/[\s:\uff1a\-\u2010-\u2015\uff0d]/g, '').toUpperCase()
      .replace(/O/g, '0').replace(/[IL]/g, '1')
    return { above: above, code: code }
  }

  function sayCode (text) {
    if (!text.code) return say(false, ui.codenone)
    if (text.code.length !== 8 || brief.own(text.code.slice(0, 7)) !== text.code[7]) return say(false, ui.codetypo)
    const right = brief.codeFor(text.above).replace('-', '') === text.code
    say(right, right ? ui.coderight : ui.codewrong)
  }

  /* The brief's page is where its address leads, on this site; else where its craft should be. */
  function pageOf (text, one) {
    const found = /(\/[^\s#]*\/)brief\/(?:#|%23)b\d/.exec(text)
    const path = found && found[1].slice(found[1].indexOf('/crafts/'))
    return page.dataset.root + (path && path.indexOf('/crafts/') === 0 ? path.slice(1) : 'crafts/' + encodeURIComponent(one.craft) + '/') + 'brief/'
  }

  function asked (address) {
    return fetch(address, { mode: 'same-origin' }).then(answer => answer.ok ? answer.text() : Promise.reject(answer)).then(text => {
      return JSON.parse(new DOMParser().parseFromString(text, 'text/html').getElementById('brief-terms').textContent)
    })
  }

  function sheet (one, offer) {
    brief.sheet(add(place, 'div', '', 'brief-sheet'), offer ? brief.headingOf(offer.terms) : one.craft + ' ' + one.tier,
      offer ? brief.toldOf(one, { terms: offer.terms, lines: [] }) : Object.keys(one.wish).map(name => [name, one.wish[name].join(words.comma)]))
  }

  function against (one, offer, text) {
    const refused = brief.refusals(offer.terms, one.wish)
    const ticked = ['time', 'revision', 'returns'].concat(offer.terms.randomness.controllability === 'low' ? ['chance'] : []).every(tick => one.ticks.indexOf(tick) >= 0)
    const missing = refused.filter(each => each.missing)
    if (!ticked) say(false, ui.incomplete)
    if (ticked && !missing.length) say(true, ui.complete)
    refused.forEach(each => say(false, each.what + (each.reason ? words.semicolon + each.reason : '')))
    if (!refused.length) say(true, ui.within)
    if (one.version === offer.version) {
      say(true, brief.filled(ui.same, { version: one.version }))
      const lines = brief.linesOf(one, offer)
      if (text && text.above[0] === lines[0]) {
        text.above.slice(0, -1).forEach(line => { if (lines.indexOf(line) < 0) say(false, brief.filled(ui.differs, { line: line })) })
      }
      return
    }
    say(false, brief.filled(ui.older, { day: brief.day(one.made), version: one.version, now: offer.version }))
    const mine = turn
    brief.since(one, offer, page.dataset.promises, place, () => mine === turn)
  }

  function check (given) {
    turn += 1
    const mine = turn
    place.textContent = ''
    place.hidden = !given.trim()
    if (place.hidden) return
    const text = textIn(given)
    const found = brief.readFragment(given)
    if (!text && !found) return say(false, ui.nothing)
    if (text) sayCode(text)
    if (!found || !found.payload) return say(false, found ? ui.unread : ui.linknone)
    const read = brief.readPayload(found.payload)
    const one = read.brief
    const whole = found.intact && read.whole
    say(whole, whole ? ui.linkright : ui.linkwrong)
    asked(pageOf(given, one)).then(there => {
      if (mine !== turn) return
      const offer = there.craft === one.craft && there.offers[one.tier]
      if (offer && whole) against(one, offer, text)
      else if (!offer) say(false, ui.elsewhere)
      sheet(one, offer)
    }, () => {
      if (mine !== turn) return
      say(false, ui.offline)
      sheet(one, null)
    })
  }

  page.querySelector('form').addEventListener('submit', event => {
    event.preventDefault()
    check(box.value)
  })
  box.addEventListener('input', () => check(box.value))
  function opened () {
    if (!/^#b\d/.test(location.hash)) return
    box.value = location.hash
    check(location.hash)
  }
  window.addEventListener('hashchange', opened)
  opened()
})()
