/* A spoken code, however it was typed: `W-3-K-A`, `ｗ３ｋａ`, `w 3 k a。` lead to /s/w3ka/. */
(function () {
  'use strict'

  var form = document.querySelector('.code-box')
  if (!form) return
  var field = form.querySelector('input')
  var said = form.querySelector('.said')
  var home = form.getAttribute('data-home')
  var tree = form.getAttribute('data-tree')

  function meant (typed) {
    var plain = typed.normalize('NFKC').toLowerCase()
    /* somebody pastes the whole address */
    var pasted = /\/s\/([a-z0-9]{4})(?![a-z0-9])/.exec(plain)
    return pasted ? pasted[1] : plain.replace(/[^a-z0-9]/g, '')
  }

  function say (words) { said.textContent = said.getAttribute('data-' + words) }

  function go (code) {
    if (code.length !== 4) return say('short')
    said.textContent = ''
    var address = home + 's/' + code + '/'
    fetch(address, { mode: 'same-origin' }).then(function (answer) {
      if (!answer.ok) return say(answer.status === 404 ? 'unknown' : 'offline')
      return answer.text().then(function (page) { return spoken(page, address) }).then(function (found) {
        location.assign(found)
      })
    }).catch(function () { say('offline') })
  }

  /* A code leads to the page in the site's main language. Who asks in another one is led to the same page there. */
  function spoken (page, address) {
    if (tree === home) return address
    var link = new DOMParser().parseFromString(page, 'text/html').querySelector('link[rel="canonical"]')
    var path = link ? link.getAttribute('href').replace(/^https?:\/\/[^/]*/, '') : ''
    if (path.slice(0, home.length) !== home) return address
    var own = tree + path.slice(home.length)
    return fetch(own, { method: 'HEAD', mode: 'same-origin' }).then(function (answer) {
      return answer.ok ? own : address
    }).catch(function () { return address })
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault()
    go(meant(field.value))
  })

  /* a form that was sent without script, or an address that somebody made */
  var sent = /[?&]code=([^&]*)/.exec(location.search)
  if (!sent || location.pathname !== tree + 's/') return
  try {
    field.value = decodeURIComponent(sent[1].replace(/\+/g, ' ')).slice(0, 24)
  } catch (broken) { return }
  if (field.value) go(meant(field.value))
})()
