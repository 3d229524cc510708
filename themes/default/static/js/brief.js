/* The order brief: what is chosen is held against the thresholds at once, seen, priced, and confirmed. Without this file the page
   is a form to print. Nothing is stored, nothing is sent. */
(function () {
  'use strict'

  const brief = window.ichsiteBrief
  const page = document.querySelector('article.brief')
  if (!page || !brief.refusals) return
  const { add, data, ui } = brief
  const forms = all(page, 'form[data-offer]')
  let saying

  function all (within, selector) { return Array.from(within.querySelectorAll(selector)) }

  function tierOf (form) { return form.dataset.offer }

  function termsOf (form) { return data.offers[tierOf(form)].terms }

  function formOf (tier) { return forms.find(form => tierOf(form) === tier) }

  /* What stands in a form */

  function inputs (field) { return all(field, 'input, select, textarea') }

  function ticked (box) { return /radio|checkbox/.test(box.type) }

  function valuesOf (field) {
    const box = inputs(field)[0]
    if (field.dataset.kind === 'picture') return Array.from({ length: +box.value }, (_, at) => String(at + 1))
    if (ticked(box)) return inputs(field).filter(one => one.checked && one.value).map(one => one.value)
    const text = brief.carried(box.value)
    return text ? [field.dataset.kind === 'number' ? text.normalize('NFKC') : text] : []
  }

  function setValues (field, values) {
    const box = inputs(field)[0]
    if (field.dataset.kind === 'picture') box.value = Math.min(values.length, box.options.length - 1)
    else if (ticked(box)) {
      inputs(field).forEach(one => { one.checked = one.value ? values.indexOf(one.value) >= 0 : !values.length })
    } else box.value = values[0] || ''
  }

  function fields (form) { return all(form, '[data-name]') }

  function wishOf (form) {
    const wish = Object.create(null)
    fields(form).forEach(field => {
      const values = valuesOf(field)
      if (values.length) wish[field.dataset.name] = values
    })
    return wish
  }

  /* What the wish says nothing of stays as it is, or is emptied. */
  function setWish (form, wish, emptied) {
    return fields(form).filter(field => {
      const values = wish[field.dataset.name]
      if (values || emptied) setValues(field, values || [])
      return values
    })
  }

  /* What is said of it */

  function refused (terms, wish) {
    const found = brief.refusals(terms, wish)
    return found.every(one => one.missing) ? found.concat(found.length ? brief.brokenLimits(terms, wish) : []) : found
  }

  function follow (form, way) {
    if (way.tier) return show(way.tier, true)
    const first = setWish(form, Object.assign(Object.create(null), Object.fromEntries(way.changes)))[0]
    update(form)
    if (first) (inputs(first).find(one => one.checked) || inputs(first)[0]).focus()
  }

  function told (form, place, one, wish) {
    const box = add(place, 'div', '', 'wrong')
    const what = add(box, 'p', '')
    if (!one.missing) add(what, 'span', ui.cannot, 'verdict cannot')
    add(what, 'strong', ' ' + one.what)
    if (one.missing) return
    if (one.reason) add(box, 'p', one.reason, 'why')
    const ways = brief.waysOut(termsOf(form), wish, one, forms.map(termsOf))
    if (ways.length) add(box, 'p', ui.possible, 'ways-of')
    ways.forEach(way => {
      if (!way.changes.length && !way.tier) return add(box, 'p', way.words, 'way')
      add(box, 'button', way.words, 'way').type = 'button'
      box.lastChild.addEventListener('click', () => follow(form, way))
    })
    if (one.instead) add(box, 'p', ui.instead + one.instead, 'note')
  }

  function mark (form, found, wish) {
    all(form, '[data-option]').forEach(group => {
      const own = found.filter(one => one.option.split('.')[0] === group.dataset.option && (form.asked || !one.missing))
      const place = group.querySelector('[data-said]')
      const signs = JSON.stringify(own)
      inputs(group).forEach(box => {
        const field = box.closest('[data-name]').dataset.name
        const wrong = own.some(one => one.option === field || one.option === group.dataset.option)
        ;(box.type === 'radio' ? group : box).setAttribute('aria-invalid', wrong)
      })
      group.classList.toggle('is-wrong', own.length > 0)
      if (place.signs === signs) return
      place.signs = signs
      place.textContent = ''
      own.forEach(one => told(form, place, one, wish))
    })
    all(form, '[data-letters]').forEach(place => {
      const text = inputs(place.closest('[data-name]'))[0].value
      const rare = new RegExp('[' + brief.words.scripts.rare + ']', 'u').test(text)
      place.textContent = brief.filled(ui.counted, { count: brief.characters(text) }) + (rare ? ui.rare : '')
    })
  }

  function update (form) {
    const terms = termsOf(form)
    const wish = wishOf(form)
    const place = form.querySelector('[data-see]')
    /* until something is chosen the drawing stands as it came; it is drawn unseen, so that the first choice shows at once */
    form.seen |= Object.keys(wish).length
    if (place) brief.see(form.seen ? place : place.cloneNode(true), terms, wish)
    const found = refused(terms, wish)
    const wrong = found.filter(one => !one.missing)
    const price = brief.money(brief.priceOf(terms, wish))
    const said = [[ui.wrong, wrong.length], [ui.missing, found.length - wrong.length]].filter(one => one[1])
      .map(one => brief.filled(one[0], { count: one[1] })).join(data.words.brief.semicolon) || ui.good
    form.querySelector('[data-price]').textContent = price
    const bar = form.querySelector('[data-count]')
    bar.textContent = said
    bar.classList.toggle('is-good', !found.length)
    clearTimeout(form.later)
    form.later = setTimeout(() => mark(form, found, wish))
    clearTimeout(saying)
    saying = setTimeout(() => {
      form.querySelector('[data-live]').textContent = [price, said].concat(wrong.map(one => one.what)).join(data.words.brief.semicolon)
    }, 700)
    return found
  }

  function stepped (box, steps) {
    const by = +box.dataset.by
    const lowest = +box.dataset.lowest
    const written = box.value.trim().normalize('NFKC')
    const at = brief.number(written) === null ? (steps > 0 ? -1 : NaN) : (written - lowest) / by
    const value = lowest + by * (steps > 0 ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1)
    if (!(value >= lowest && value <= +box.dataset.highest)) return
    box.value = +value.toFixed(3)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /* Tiers */

  function show (tier, moved) {
    const from = forms.find(form => !form.hidden)
    const to = formOf(tier)
    if (!to) return
    if (moved && from && from !== to) setWish(to, Object.assign(wishOf(from), wishOf(to)))
    forms.forEach(form => { form.hidden = form !== to })
    all(page, '[data-tiers] input').forEach(one => { one.checked = one.value === tier })
    update(to)
    if (moved && from !== to) (page.querySelector('[data-tiers] input:checked') || to).focus()
  }

  /* Confirming */

  function duties (form) {
    return all(form, '[data-duty]').filter(duty => {
      const box = duty.querySelector('input')
      const place = duty.querySelector('[data-said]')
      place.textContent = ''
      const lacks = !!form.asked && !box.checked
      box.setAttribute('aria-invalid', lacks)
      if (lacks) add(place, 'p', ui.unticked, 'wrong')
      return !box.checked
    })
  }

  function today () {
    return new Date(Date.now() + document.getElementById('clock').dataset.offset * 6e4).toISOString().slice(0, 10)
  }

  function briefOf (form) {
    const wish = wishOf(form)
    const days = all(form, '.brief-time [data-when$=":delivered"] time').map(one => one.dateTime)
    const instead = form.querySelector('[data-alternative] input:checked')
    return {
      craft: data.craft,
      tier: tierOf(form),
      version: data.offers[tierOf(form)].version,
      made: today(),
      window: days.length ? [days[0], days[days.length - 1]] : [],
      price: brief.priceOf(termsOf(form), wish),
      ticks: all(form, '[data-duty] input:checked').map(one => one.value),
      wish,
      alternative: instead ? instead.value : '',
      note: brief.carried(form.querySelector('[data-note] textarea').value)
    }
  }

  function confirm (form) {
    form.asked = true
    const found = update(form)
    mark(form, found, wishOf(form))
    const open = duties(form)
    if (!found.length && !open.length) return brief.keep(briefOf(form))
    clearTimeout(saying)
    form.querySelector('[data-live]').textContent = ui.unfinished
    const wrong = form.querySelector('.is-wrong') || open[0]
    ;(wrong.querySelector('[aria-invalid=true]') || inputs(wrong)[0]).focus()
  }

  Object.assign(brief, { all, formOf, page, setWish, show, update })

  page.classList.add('is-live')
  forms.forEach(form => {
    form.addEventListener('input', event => event.isComposing || update(form))
    form.addEventListener('compositionend', () => update(form))
    form.addEventListener('change', () => duties(form))
    form.addEventListener('click', event => {
      const button = event.target.closest('[data-step]')
      if (button) stepped(button.parentNode.querySelector('input'), +button.dataset.step)
    })
    form.addEventListener('keydown', event => {
      const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key]
      if (!steps || event.isComposing || event.target.dataset.by === undefined) return
      event.preventDefault()
      stepped(event.target, steps)
    })
    form.addEventListener('submit', event => {
      event.preventDefault()
      confirm(form)
    })
  })
  all(page, '[data-tiers] input').forEach(one => one.addEventListener('change', () => show(one.value, true)))
  if (forms.length) {
    const checked = page.querySelector('[data-tiers] input:checked')
    show(checked ? checked.value : tierOf(forms[0]))
    show(location.hash.slice(7)) /* #brief-deep */
  }
})()
