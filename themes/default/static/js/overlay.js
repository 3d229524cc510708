/* The overlay: chosen by the page's address, filled from a small file that is asked for again and again.
   What is on the air stays there: nothing is taken away when the network or a file fails, and nothing flickers. */
(function () {
  'use strict'

  var FORMAT = 1
  var EVERY = 5000
  var SLOWEST = 60000
  var PATIENCE = 8000
  var body = document.body
  var home = body.getAttribute('data-home')
  var plate = part('plate')
  var said = part('said')
  var query = asked(location.search)
  var side = query.side === 'right' ? 'right' : 'left'
  var turn = Math.max(5, Math.min(3600, Number(query.every) || 20)) * 1000
  var shown = ''
  var waits = EVERY
  var round = []
  var at = 0
  var clock = 0

  function part (id) { return document.getElementById(id) }

  function asked (search) {
    var found = {}
    search.slice(1).split('&').forEach(function (pair) {
      var cut = pair.indexOf('=')
      if (cut < 1) return
      try {
        found[pair.slice(0, cut)] = decodeURIComponent(pair.slice(cut + 1).replace(/\+/g, ' '))
      } catch (broken) { /* half an escape: as if it were not there */ }
    })
    return found
  }

  /* Streaming programs keep what they once loaded: the address is another each time, and no cache is asked. */
  function get (folder, id, done) {
    var over = false
    function once (state, data) {
      if (over) return
      over = true
      clearTimeout(late)
      done(state, data)
    }
    var late = setTimeout(function () { once('failed') }, PATIENCE)
    fetch(folder + encodeURIComponent(id) + '.json?t=' + Date.now(), { cache: 'no-store' }).then(function (answer) {
      if (answer.status === 404) return once('unknown')
      if (!answer.ok) return once('failed')
      return answer.json().then(function (data) {
        once(data && data.gone ? 'unknown' : data && data.format === FORMAT && typeof data.version === 'string' ? 'ok' : 'failed', data)
      })
    }).catch(function () { once('failed') })
  }

  function text (value) { return typeof value === 'string' ? value : '' }

  function line (tier) {
    var item = document.createElement('li')
    ;[['tier', tier.name], ['days', tier.days], ['note', tier.note]].forEach(function (pair) {
      if (!text(pair[1])) return
      var word = document.createElement('span')
      word.className = pair[0]
      word.textContent = pair[1]
      item.appendChild(word)
    })
    return item
  }

  /* Only a picture of this site: the data name a path below its home, and what is more than a path is none. */
  function picture (path) { return /^\/[^/\\]/.test(text(path)) ? home + path.slice(1) : '' }

  /* Where the code is typed, as one would say it: `example.com/s`. */
  function where (address, code) {
    var end = '/' + code + '/'
    var folder = code && address.slice(-end.length) === end ? address.slice(0, -end.length) : address
    return folder.replace(/^https?:\/\//, '').replace(/\/$/, '')
  }

  function write (data, wanted) {
    var tiers = Array.isArray(data.tiers) ? data.tiers.filter(Boolean) : []
    var some = tiers.filter(function (one) { return wanted.indexOf(one.tier) >= 0 })
    var list = part('tiers')
    part('name').textContent = text(data.craft && data.craft.name)
    list.textContent = ''
    ;(some.length ? some : tiers).forEach(function (one) { list.appendChild(line(one)) })
    part('notice').textContent = text(data.notice)
    part('letters').textContent = text(data.code)
    part('address').textContent = where(text(data.address), text(data.code))
    part('qr').alt = text(data.address)
    part('scan').hidden = !text(data.code)
    plate.hidden = false
    said.hidden = true
    /* one frame later, or the first sight of it would not be faded in */
    requestAnimationFrame(function () { plate.className = 'plate shown ' + side })
  }

  /* The picture first: words and code change in one and the same frame. */
  function show (data, wanted) {
    var mark = data.version + ' ' + wanted.join()
    if (mark === shown) return
    shown = mark
    var path = picture(data.qr)
    if (!path || part('qr').getAttribute('src') === path) return write(data, wanted)
    var loaded = new Image()
    loaded.onload = loaded.onerror = function () {
      if (mark !== shown) return
      part('qr').src = path
      write(data, wanted)
    }
    loaded.src = path
  }

  function say (words) {
    if (shown) return
    said.textContent = words
    said.hidden = false
  }

  function again (state) {
    waits = state === 'ok' ? EVERY : Math.min(SLOWEST, waits * 2)
    clearTimeout(clock)
    clock = setTimeout(poll, round.length > 1 && state === 'ok' ? Math.min(waits, turn) : waits)
  }

  function tiers (list) {
    return (Array.isArray(list) ? list : String(list || '').split(',')).filter(Boolean)
  }

  function craft (id, wanted) {
    get(body.getAttribute('data-crafts'), id, function (state, data) {
      if (state === 'ok') show(data, wanted)
      if (state === 'unknown') say(said.getAttribute('data-unknown') + id)
      again(state)
    })
  }

  function poll () {
    if (query.craft) return craft(query.craft, tiers(query.tier))
    get(body.getAttribute('data-streams'), query.stream, function (state, data) {
      if (state === 'ok' && Array.isArray(data.crafts)) round = data.crafts.filter(Boolean)
      if (state === 'unknown') say(said.getAttribute('data-unknown') + query.stream)
      if (!round.length) return again(state)
      var now = round[at % round.length]
      craft(text(now.id), query.tier ? tiers(query.tier) : tiers(now.tiers))
    })
  }

  if (!query.craft && !query.stream) {
    say(said.getAttribute('data-choose'))
    return
  }
  poll()
  if (query.stream) {
    setInterval(function () {
      at += 1
      if (round.length > 1) poll()
    }, turn)
  }
  /* a source that is shown again, a network that is back: at once, not at the end of a long wait */
  ;['visibilitychange', 'online'].forEach(function (event) {
    (event === 'online' ? window : document).addEventListener(event, function () {
      if (document.hidden) return
      waits = EVERY
      clearTimeout(clock)
      poll()
    })
  })
})()
