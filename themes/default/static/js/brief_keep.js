/* A confirmation to keep: as text, as an address, as a QR code, on paper, as a picture; and one that is opened again. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  if (!brief.page) return
  const { add, all, data, page, ui } = brief
  const words = data.words.brief
  const place = name => page.querySelector('[data-' + name + ']')
  const kept = place('kept')
  const sheet = place('sheet')
  const news = place('news')
  const text = place('copied=text')
  const address = place('copied=address')
  const paper = document.querySelector('[data-paper]')
  const FACE = '"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif'
  const PAPER = '#fffdf8'
  const WIDE = 750
  const EDGE = 44
  const QUIET = 4
  let heading, told, qr

  function tell (...lines) {
    news.hidden = !lines.length
    news.textContent = ''
    lines.forEach(line => add(news, 'p', line))
  }

  function canvasOf (width, height, paint) {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    pen.fillStyle = paint
    pen.fillRect(0, 0, width, height)
    return [canvas, pen]
  }

  /* The code, four pixels a module at least: black on white in every light. */
  function painted (rows) {
    const scale = Math.max(4, Math.ceil(360 / rows.length))
    const edge = (rows.length + 2 * QUIET) * scale
    const [canvas, pen] = canvasOf(edge, edge, '#fff')
    pen.fillStyle = '#000'
    rows.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale) }))
    return canvas
  }

  /* An <img>, which a long press takes hold of; where the host's policy allows no data: in it, the canvas itself. */
  function shown (canvas, alt, kind) {
    const image = new Image()
    image.alt = alt
    canvas.className = image.className = kind
    image.onerror = () => {
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', alt)
      image.replaceWith(canvas)
    }
    image.src = canvas.toDataURL()
    return image
  }

  /* The drawings of the preview as they stand; none where the host's policy allows no data: in an <img>. */
  function drawings (figure) {
    return Promise.all(all(figure, '.see-plates svg').map(svg => new Promise(then => {
      const copy = svg.cloneNode(true)
      const image = new Image()
      const box = svg.viewBox.baseVal
      ;['width', 'height'].forEach(side => copy.setAttribute(side, box[side]))
      copy.setAttribute('font-family', FACE)
      image.onload = () => then(image)
      image.onerror = () => then()
      image.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(copy))
    }))).then(images => images.filter(Boolean))
  }

  /* `figure` is where the preview stands, `images` what is drawn in it. What is too long is written nowhere: the code and the address
     have it. */
  function picture (figure, images) {
    const [tall, pen] = canvasOf(WIDE, 6000, PAPER)
    let down = EDGE
    function write (size, colour, text) {
      let line = ''
      pen.font = size + FACE
      pen.fillStyle = colour
      Array.from(text + '\n').forEach(char => {
        if (char === '\n' || pen.measureText(line + char).width > WIDE - 2 * EDGE) {
          pen.fillText(line, EDGE, down)
          down += 42
          line = ''
        }
        if (char !== '\n') line += char
      })
    }
    pen.textBaseline = 'top'
    write('700 34px ', '#9e2b20', heading)
    const top = down
    const wide = (WIDE - 2 * EDGE) / images.length
    images.forEach((image, at) => {
      const scale = Math.min(wide / image.width, 450 / image.height)
      pen.drawImage(image, EDGE + wide * (at + 0.5) - image.width * scale / 2, top, image.width * scale, image.height * scale)
      down = Math.max(down, top + image.height * scale + 10)
    })
    if (images.length) all(figure, '.see-head, .see-plates p').forEach(one => write('23px ', '#635a4d', one.textContent.replace(/\s+/g, ' ').trim()))
    told.forEach(line => {
      down += 10
      write('23px ', '#635a4d', line[0])
      write('28px ', '#211d18', line[1])
    })
    write('700 28px ', '#211d18', words.code + ' ' + text.value.slice(-9))
    const [canvas, last] = canvasOf(WIDE, Math.min(down, 6000) + EDGE + (qr ? qr.width : 0), PAPER)
    last.drawImage(tall, 0, 0)
    if (qr) last.drawImage(qr, (WIDE - qr.width) >> 1, canvas.height - EDGE / 2 - qr.width)
    return canvas
  }

  all(page, '[data-copy]').forEach(button => button.addEventListener('click', () => {
    const box = place('copied=' + button.dataset.copy)
    box.focus({ preventScroll: true })
    box.select()
    /* the old way: shells of apps know it, and the page need not be secure */
    button.nextElementSibling.textContent = document.execCommand('copy') ? ui.copied : ui.selected
  }))
  place('print').addEventListener('click', () => window.print())
  place('draw').addEventListener('click', () => {
    const figure = page.querySelector('form:not([hidden])')
    drawings(figure).then(images => {
      place('drawn').textContent = ''
      place('drawn').appendChild(shown(picture(figure, images), ui.pictureof + heading, 'way-picture'))
      place('press').hidden = false
    })
  })

  /* Shows the confirmation of a brief, with every way to keep it. */
  brief.keep = function (one, opened) {
    const offer = data.offers[one.tier]
    const fragment = '#' + brief.fragmentOf(brief.payloadOf(one, brief.names(offer.terms)))
    heading = brief.headingOf(offer.terms)
    told = brief.toldOf(one, offer)
    address.value = page.dataset.home + fragment
    text.value = brief.textOf(one, offer, address.value)
    const rows = brief.qr(address.value)
    qr = rows && painted(rows)
    try {
      if (!('here' in page.dataset)) history.replaceState(history.state, '', fragment)
    } catch (refused) { /* some shells of apps refuse it; the address stands below */ }
    sheet.textContent = place('code-picture').textContent = place('drawn').textContent = ''
    brief.sheet(sheet, heading, told)
    if (qr) place('code-picture').appendChild(shown(qr, ui.qr, 'sheet-qr'))
    place('code').textContent = text.value.slice(-9)
    place('long').hidden = qr
    place('press').hidden = true
    place('kept-said').textContent = opened || ui.send
    stands(true)
    if (!opened) {
      tell()
      kept.focus({ preventScroll: true })
      kept.scrollIntoView()
    }
  }

  function stands (is) {
    kept.hidden = !is
    page.classList.toggle('is-kept', is)
    paper.media = is ? 'print' : 'not all'
  }

  /* What has changed since a confirmation stands beside it no more: it is made anew. */
  all(page, 'form[data-offer], [data-tiers]').forEach(one => one.addEventListener('input', () => stands(false)))

  /* Opens a brief from the address, as far as it can be read. */
  function open () {
    if (!/^#(b|%62)\d/.test(location.hash)) return
    const found = brief.readFragment(location.hash)
    const read = brief.readPayload(found ? found.payload : '')
    const one = read.brief
    const form = brief.formOf(one.tier)
    const offer = data.offers[one.tier]
    stands(false)
    if (!found || !found.payload) return tell(ui.unread)
    const elsewhere = one.craft && one.craft !== data.craft
    if (elsewhere || !form) {
      tell(elsewhere ? ui.elsewhere : ui.notier)
      add(add(news, 'p', ''), 'a', ui.checkit).href = page.dataset.check + location.hash
      return
    }
    brief.show(one.tier)
    brief.setWish(form, one.wish, true)
    all(form, '[data-alternative] input').forEach(box => { box.checked = box.value === one.alternative })
    form.querySelector('[data-note] textarea').value = one.note
    const duties = all(form, '[data-duty] input')
    duties.forEach(box => { box.checked = false })
    const refused = brief.update(form)
    const parts = { day: brief.day(one.made), version: one.version, now: offer.version }
    if (!found.intact || !read.whole) return tell(ui.damaged)
    if (!duties.every(box => one.ticks.indexOf(box.value) >= 0)) return tell(brief.filled(ui.unconfirmed, parts))
    if (one.version === offer.version) {
      tell(brief.filled(ui.opened, parts))
      return brief.keep(one, news.textContent)
    }
    tell(brief.filled(ui.older, parts), refused.length ? ui.nolonger : ui.still)
    brief.since(one, offer, page.dataset.promises, news, () => true)
  }
  window.addEventListener('hashchange', open)
  open()
})()
