/* A spoken code, however it was typed: `W-3-K-A`, `ｗ３ｋａ`, `w 3 k a。` lead to /s/w3ka/. */
(function () {
  'use strict'

  var form = document.querySelector('.code-box')
  if (!form) return
  var field = form.querySelector('input')
  var said = form.querySelector('.said')
  var home = form.getAttribute('data-short')

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
    var address = home + code + '/'
    fetch(address, { method: 'HEAD' }).then(function (answer) {
      if (answer.ok) location.assign(address)
      else say(answer.status === 404 ? 'unknown' : 'offline')
    }).catch(function () { say('offline') })
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault()
    go(meant(field.value))
  })

  /* a form that was sent without script, or an address that somebody made */
  var sent = /[?&]code=([^&]*)/.exec(location.search)
  if (!sent || location.pathname.slice(-home.length) !== home) return
  try {
    field.value = decodeURIComponent(sent[1].replace(/\+/g, ' ')).slice(0, 24)
  } catch (broken) { return }
  if (field.value) go(meant(field.value))
})()
