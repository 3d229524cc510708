/* The link kit: a click selects a text, a button copies it. Without script the text is selected by hand. */
(function () {
  'use strict'

  var kit = document.querySelector('.kit')
  if (!kit) return

  function select (box) {
    box.focus({ preventScroll: true })
    box.select()
    /* some shells of apps select nothing without it */
    try {
      box.setSelectionRange(0, box.value.length)
    } catch (refused) { /* then it stays as it is */ }
  }

  function copiedTheOldWay (box) {
    select(box)
    try {
      return document.execCommand('copy')
    } catch (refused) {
      return false
    }
  }

  function tell (button, done) {
    var told = button.parentNode.querySelector('[role="status"]')
    told.textContent = kit.getAttribute(done ? 'data-copied' : 'data-selected')
    setTimeout(function () { told.textContent = '' }, 4000)
  }

  Array.prototype.forEach.call(kit.querySelectorAll('textarea'), function (box) {
    box.addEventListener('click', function () { select(box) })
    /* as high as its text: the rows that it came with are those of a phone */
    box.rows = 1
    box.style.height = box.scrollHeight + 2 + 'px'
  })

  Array.prototype.forEach.call(kit.querySelectorAll('[data-copy]'), function (button) {
    var box = document.getElementById(button.getAttribute('data-copy'))
    button.hidden = false
    button.addEventListener('click', function () {
      if (!navigator.clipboard || !navigator.clipboard.writeText) {
        tell(button, copiedTheOldWay(box))
        return
      }
      navigator.clipboard.writeText(box.value).then(
        function () { tell(button, true) },
        function () { tell(button, copiedTheOldWay(box)) }
      )
    })
  })
})()
