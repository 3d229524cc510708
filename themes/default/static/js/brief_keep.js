/* A confirmation to keep: as text, as an address, as a QR code, on paper, as a picture; and one that is opened again. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  if (!brief || !brief.page) return
  const page = brief.page
  const ui = brief.ui
  const words = brief.data.words.brief
  const kept = page.querySelector('[data-kept]')
  const sheet = page.querySelector('[data-sheet]')
  const ways = page.querySelector('[data-ways]')
  const news = page.querySelector('[data-news]')
  const paper = document.querySelector('[data-paper]')
  const QUIET = 4

  function tell (...lines) {
    news.hidden = !lines.length
    news.textContent = ''
    lines.forEach(line => brief.add(news, 'p', line))
  }

  /* The code, four pixels a module at least: black on white in every light. */
  function painted (rows) {
    const scale = Math.max(4, Math.ceil(360 / rows.length))
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = (rows.length + 2 * QUIET) * scale
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.width)
    pen.fillStyle = '#000'
    rows.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale) }))
    return canvas
  }

  /* An <img>, which a long press takes hold of; where the host's policy allows no data: in it, the canvas itself. */
  function shown (canvas, alt, kind) {
    const image = document.createElement('img')
    image.alt = alt
    image.className = kind
    image.onerror = () => {
      canvas.className = kind
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', alt)
      if (image.parentNode) image.parentNode.replaceChild(canvas, image)
    }
    image.src = canvas.toDataURL('image/png')
    return image
  }

  function broken (pen, text, wide) {
    const lines = ['']
    Array.from(text).forEach(char => {
      if (char !== '\n' && pen.measureText(lines[lines.length - 1] + char).width <= wide) lines[lines.length - 1] += char
      else lines.push(char === '\n' ? '' : char)
    })
    return lines
  }

  function picture (heading, told, code, qr) {
    const wide = 750
    const edge = 44
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')
    const face = '"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif'
    const rows = []
    let down = edge
    function write (font, colour, text, high, before) {
      pen.font = font + face
      down += before
      broken(pen, text, wide - 2 * edge).forEach(line => {
        rows.push([font, colour, line, down])
        down += high
      })
    }
    write('700 34px ', '#9e2b20', heading, 46, 0)
    told.forEach(line => {
      write('23px ', '#635a4d', line[0], 32, 14)
      write('28px ', '#211d18', line[1], 40, 0)
    })
    write('700 28px ', '#211d18', words.code + ' ' + code, 40, 20)
    canvas.width = wide
    canvas.height = down + edge + (qr ? qr.width : 0)
    pen.fillStyle = '#fffdf8'
    pen.fillRect(0, 0, wide, canvas.height)
    pen.textBaseline = 'top'
    rows.forEach(row => {
      pen.font = row[0] + face
      pen.fillStyle = row[1]
      pen.fillText(row[2], edge, row[3])
    })
    if (qr) pen.drawImage(qr, Math.floor((wide - qr.width) / 2), down + edge / 2)
    return canvas
  }

  function copied (box, place) {
    function old () {
      box.focus({ preventScroll: true })
      box.select()
      try {
        return document.execCommand('copy')
      } catch (refused) { return false }
    }
    function say (done) { place.textContent = done ? ui.copied : ui.selected }
    if (!navigator.clipboard || !navigator.clipboard.writeText) return say(old())
    navigator.clipboard.writeText(box.value).then(() => say(true), () => say(old()))
  }

  function copying (title, text, rows) {
    const label = brief.add(ways, 'label', '', 'way-text')
    brief.add(label, 'span', title)
    const box = brief.add(label, 'textarea', text)
    box.readOnly = true
    box.rows = rows
    const line = brief.add(ways, 'p', '', 'way-do')
    const button = brief.add(line, 'button', ui.copy + title, 'button plain')
    button.type = 'button'
    brief.add(line, 'span', ' ').setAttribute('role', 'status')
    button.addEventListener('click', () => copied(box, line.lastChild))
  }

  function pressing (title, act) {
    const button = brief.add(brief.add(ways, 'p', '', 'way-do'), 'button', title, 'button plain')
    button.type = 'button'
    button.addEventListener('click', () => act(button))
  }

  /* Shows the confirmation of a brief, with every way to keep it. */
  brief.keep = function (one, opened) {
    const offer = brief.data.offers[one.tier]
    const fragment = brief.fragmentOf(brief.payloadOf(one, brief.names(offer.terms)))
    const address = page.dataset.home + '#' + fragment
    const text = brief.textOf(one, offer, words, address)
    const code = text.slice(-9)
    const heading = brief.headingOf(offer.terms, words)
    const told = brief.toldOf(one, offer, words)
    const rows = brief.qr(address)
    const qr = rows && painted(rows)
    try {
      history.replaceState(history.state, '', '#' + fragment)
    } catch (refused) { /* some shells of apps refuse it; the address stands below */ }
    sheet.textContent = ways.textContent = ''
    brief.add(sheet, 'h3', heading)
    const list = brief.add(sheet, 'dl', '')
    told.forEach(line => {
      brief.add(list, 'dt', line[0])
      brief.add(list, 'dd', line[1])
    })
    const foot = brief.add(sheet, 'div', '', 'sheet-foot')
    if (qr) foot.appendChild(shown(qr, ui.qr, 'sheet-qr'))
    const last = brief.add(foot, 'p', words.code + ' ')
    brief.add(last, 'strong', code, 'letters')
    brief.add(foot, 'p', ui.check, 'fine')
    copying(ui.text, text, 8)
    copying(ui.address, address, 3)
    if (!qr) brief.add(ways, 'p', ui.long, 'notice')
    pressing(ui.print, () => window.print())
    pressing(ui.picture, button => {
      const made = shown(picture(heading, told, code, qr), ui.pictureof + heading, 'way-picture')
      button.parentNode.parentNode.insertBefore(made, button.parentNode.nextSibling)
      button.parentNode.replaceChild(Object.assign(document.createElement('span'), { textContent: ui.press, className: 'note' }), button)
    })
    page.querySelector('[data-kept-said]').textContent = opened || ui.send
    page.classList.add('is-kept')
    paper.media = 'print'
    kept.hidden = false
    if (!opened) {
      tell()
      kept.focus({ preventScroll: true })
      kept.scrollIntoView()
    }
  }

  function leave () {
    kept.hidden = true
    page.classList.remove('is-kept')
    paper.media = 'not all'
  }

  /* What has changed since a confirmation stands beside it no more: it is made anew. */
  Array.from(page.querySelectorAll('form[data-offer]')).forEach(form => form.addEventListener('input', leave))
  Array.from(page.querySelectorAll('[data-tiers]')).forEach(tiers => tiers.addEventListener('change', leave))

  function link (text, href) {
    const made = brief.add(brief.add(news, 'p', ''), 'a', text)
    made.setAttribute('href', href)
  }

  /* Opens a brief from an address, as far as it can be read. */
  brief.open = function (hash) {
    const found = brief.readFragment(hash)
    const read = brief.readPayload(found ? found.payload : '')
    const one = read.brief
    leave()
    if (!found || !found.payload) return tell(ui.unread)
    if (one.craft && one.craft !== brief.data.craft) {
      tell(ui.elsewhere)
      return link(ui.checkit, page.dataset.check + hash)
    }
    const form = brief.formOf(one.tier)
    if (!form) {
      tell(ui.notier)
      return link(ui.checkit, page.dataset.check + hash)
    }
    const offer = brief.data.offers[one.tier]
    brief.show(one.tier)
    Array.from(form.querySelectorAll('[data-name]')).forEach(field => brief.setValues(field, one.wish[field.dataset.name] || []))
    const instead = form.querySelector('[data-alternative]')
    if (instead) Array.from(instead.querySelectorAll('input')).forEach(box => { box.checked = box.value === one.alternative })
    form.querySelector('[data-note] textarea').value = one.note
    Array.from(form.querySelectorAll('[data-duty] input')).forEach(box => { box.checked = false })
    const refused = brief.update(form)
    const duties = Array.from(form.querySelectorAll('[data-duty]'), duty => duty.dataset.duty)
    const made = one.made ? brief.day(one.made, words) : ''
    const whole = found.intact && read.whole
    if (!whole) return tell(ui.damaged)
    if (!duties.every(duty => one.ticks.indexOf(duty) >= 0)) return tell(brief.filled(ui.unconfirmed, { day: made }))
    if (one.version === offer.version) {
      tell(brief.filled(ui.opened, { day: made }))
      return brief.keep(one, brief.filled(ui.opened, { day: made }))
    }
    tell(brief.filled(ui.older, { day: made, version: one.version, now: offer.version }), refused.length ? ui.nolonger : ui.still)
    link(brief.filled(ui.then, { version: one.version }), page.dataset.top + 'promises/' + one.version + '/')
    brief.since(page.dataset.top + 'promises/', one.version, offer.version, words, ui, changed => {
      if (changed) changed.forEach(line => brief.add(news, 'p', line, 'change'))
    })
  }
})()
