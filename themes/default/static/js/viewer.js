/* The picture viewer: opens a gallery's pictures large, over the page that they stand in.
 *
 * A gallery is `[data-gallery]`; in it each `a[data-view]` holds a picture and leads to where it stands large, for
 * who has no script. `[data-words]` are shown beside the pictures: those in an outermost `[data-item]` with the
 * pictures in it, those outside of items with all.
 * The dialog itself, with all its words, is the page's `template#viewer`. The back button closes it.
 */
(function () {
  'use strict';

  const asleep = document.getElementById('viewer');
  if (!asleep || !window.HTMLDialogElement || !window.HTMLDialogElement.prototype.showModal) return;

  const FAR = 40; /* px of a swipe, and how much more sideways than down it must be: */
  const STEEP = 1.5;

  let dialog = null;
  let links = []; /* of the gallery that is open */
  let at = 0;
  let copies = new Map(); /* the large picture of each link that was shown or is next */
  let shown = null; /* the link whose picture stands there */
  let pushed = false; /* the topmost entry of the history is ours */

  function part(name) {
    return dialog.querySelector('.viewer-' + name);
  }

  function all() {
    return Array.from(document.querySelectorAll('[data-gallery] a[data-view]'));
  }

  function seen(node) {
    return node.getClientRects().length > 0;
  }

  /* The link's own picture, to be loaded as large as the screen. */
  function large(link) {
    if (!copies.has(link)) {
      const copy = (link.querySelector('picture') || link.querySelector('img')).cloneNode(true);
      const image = copy.matches('img') ? copy : copy.querySelector('img');
      image.removeAttribute('loading');
      for (const one of [image].concat(Array.from(copy.querySelectorAll('source')))) one.sizes = '100vw';
      copies.set(link, copy);
    }
    return copies.get(link);
  }

  function fill(box, children) {
    while (box.firstChild) box.removeChild(box.firstChild);
    for (const child of children) box.appendChild(child);
  }

  /* The outermost item that a node of a gallery stands in. */
  function itemOf(node, gallery) {
    let found = null;
    for (let one = node; one !== gallery; one = one.parentNode) if (one.hasAttribute('data-item')) found = one;
    return found;
  }

  /* The words of the link's item, and those that all pictures of the gallery share. */
  function wordsOf(link) {
    const gallery = link.closest('[data-gallery]');
    const item = itemOf(link, gallery);
    const words = Array.from(gallery.querySelectorAll('[data-words]')).filter(function (one) {
      const its = itemOf(one, gallery);
      return !its || its === item;
    });
    return words.map(function (one) {
      const copy = document.createElement('div');
      const inside = one.cloneNode(true);
      if (inside.matches('figcaption')) while (inside.firstChild) copy.appendChild(inside.firstChild);
      else copy.appendChild(inside);
      for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
      return copy;
    });
  }

  function show(index, step) {
    at = (index + links.length) % links.length;
    shown = links[at];
    const picture = large(shown);
    fill(part('stage'), [picture]);
    const words = wordsOf(shown);
    fill(part('words'), words);
    part('words').hidden = !words.length;
    part('words').scrollTop = 0;
    part('count').textContent = at + 1 + ' / ' + links.length;
    const image = picture.matches('img') ? picture : picture.querySelector('img');
    const said = part('said').getAttribute('data-words');
    part('said').textContent =
      said.replace('{number}', at + 1).replace('{total}', links.length) + ' ' + image.alt;
    const here = shown;
    const next = links[(at + (step || 1) + links.length) % links.length];
    if (image.complete) ahead(next);
    else image.onload = function () { if (shown === here) ahead(next); };
    if (pushed) remember('replaceState');
  }

  /* One picture is loaded before it is asked for, where data need not be saved. */
  function ahead(link) {
    if (dialog.open && !(navigator.connection && navigator.connection.saveData)) large(link);
  }

  function remember(how) {
    try {
      history.scrollRestoration = 'manual'; /* the way back leads to the picture, not to where the page was */
      history[how]({ viewer: all().indexOf(shown) }, '');
      return true;
    } catch (refused) {
      return false; /* some shells of apps refuse it; the button closes all the same */
    }
  }

  function open(link) {
    if (!dialog) wake();
    links = Array.from(link.closest('[data-gallery]').querySelectorAll('a[data-view]')).filter(seen);
    part('before').hidden = part('after').hidden = part('count').hidden = links.length < 2;
    const bar = window.innerWidth - document.documentElement.clientWidth;
    document.documentElement.style.paddingRight = bar ? bar + 'px' : '';
    document.documentElement.classList.add('viewing');
    dialog.showModal();
    show(links.indexOf(link));
    part('close').focus();
  }

  function closed() {
    document.documentElement.classList.remove('viewing');
    document.documentElement.style.paddingRight = '';
    fill(part('stage'), []);
    copies = new Map();
    if (shown) home(shown);
    if (pushed) history.back();
    pushed = false;
    shown = null;
  }

  /* The focus returns to the picture that was looked at last. */
  function home(link) {
    link.focus({ preventScroll: true });
    const box = link.getBoundingClientRect();
    if (box.bottom < 0 || box.top > window.innerHeight) link.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') return stay(event);
    const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 };
    if (!Object.prototype.hasOwnProperty.call(steps, event.key)) return;
    event.preventDefault();
    show(steps[event.key], event.key === 'ArrowLeft' || event.key === 'End' ? -1 : 1);
  }

  /* Engines let the focus out of a dialog by way of their own bars; here it goes round. */
  function stay(event) {
    const stops = Array.from(dialog.querySelectorAll('button, a[href], [tabindex="0"]')).filter(seen);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    stops[event.shiftKey ? stops.length - 1 : 0].focus();
  }

  function swipes(stage) {
    let from = null;
    stage.addEventListener('touchstart', function (event) {
      const zoomed = window.visualViewport && window.visualViewport.scale > 1.01;
      from = event.touches.length === 1 && !zoomed ? event.touches[0] : null;
    }, { passive: true });
    stage.addEventListener('touchcancel', function () { from = null; }, { passive: true });
    stage.addEventListener('touchend', function (event) {
      if (!from || links.length < 2) return;
      const right = event.changedTouches[0].clientX - from.clientX;
      const down = event.changedTouches[0].clientY - from.clientY;
      from = null;
      if (Math.abs(right) < FAR || Math.abs(right) < STEEP * Math.abs(down)) return;
      show(right < 0 ? at + 1 : at - 1, right < 0 ? 1 : -1);
    }, { passive: true });
  }

  function wake() {
    dialog = document.importNode(asleep.content, true).querySelector('dialog');
    document.body.appendChild(dialog);
    part('before').addEventListener('click', function () { show(at - 1, -1); });
    part('after').addEventListener('click', function () { show(at + 1, 1); });
    part('close').addEventListener('click', function () { dialog.close(); });
    part('words').addEventListener('click', function (event) {
      const link = event.target.closest('a[href]');
      if (link && link.pathname === location.pathname && link.hash) follow(event, link.hash);
    });
    dialog.addEventListener('keydown', keys);
    dialog.addEventListener('close', closed);
    swipes(part('stage'));
  }

  /* A link to another place of this page: the viewer gives way to it. */
  function follow(event, hash) {
    event.preventDefault();
    shown = null;
    const go = function () { location.hash = hash; };
    if (pushed) window.addEventListener('popstate', function () { setTimeout(go); }, { once: true });
    else go();
    dialog.close();
  }

  document.addEventListener('click', function (event) {
    if (event.defaultPrevented || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('[data-gallery] a[data-view]');
    if (!link || !link.querySelector('img')) return;
    event.preventDefault();
    open(link);
    pushed = remember('pushState');
  });

  /* Back and forward, and a page that comes back with the viewer open. */
  function resume(state) {
    const named = state && typeof state.viewer === 'number' ? all()[state.viewer] : null;
    const link = named && seen(named) ? named : null; /* a filter may have put it away since */
    const up = dialog && dialog.open;
    if (link && !up) {
      open(link);
      pushed = true;
    } else if (!link && up) {
      pushed = false;
      dialog.close();
    }
    if (!link && 'scrollRestoration' in history) history.scrollRestoration = 'auto';
  }

  window.addEventListener('popstate', function (event) { resume(event.state); });
  resume(history.state);
})();
