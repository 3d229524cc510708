// Injected by `ichsite serve` and by nothing else: shows an edit and reloads the page after a complete build, swaps
// stylesheets, and lays the diagnostics of a failed build over the last good site. Whatever comes from files is shown
// as text. Runs before every deferred script of the page, which is then still as it was sent.
(() => {
  "use strict";
  const own = document.currentScript;
  let site = own.dataset.site;
  const channel = new EventSource(new URL("live", own.src).pathname);
  const on = (name, act) => channel.addEventListener(name, (event) => act(JSON.parse(event.data)));

  on("site", (told) => { if (told.site !== site) location.reload(); });
  on("reload", () => renew());
  on("css", (told) => { if (told.before === site) swapStyles(told.site); else location.reload(); });
  on("fault", (fault) => show(fault));
  on("mended", () => close());
  // else a page that is left while the channel is open would count as an error
  addEventListener("pagehide", () => channel.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const fetched = async () => {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    if (!answer.ok) throw new Error("no page");
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  /* A reload takes longer than a build. So what was edited is put in place at once, where no script has changed it,
     and the reload comes after it has been seen: only that starts the page's scripts anew. */
  const without = (body) => { // this script, and what a parser lays behind it
    const script = [...body.querySelectorAll("script[data-site]")].pop();
    while (script && script.isConnected) body.lastChild.remove();
    return body;
  };
  const inert = document.implementation.createHTMLDocument("");
  inert.body.replaceWith(inert.importNode(document.body, true));
  const sent = without(inert.body);
  const renew = async () => {
    try {
      if (!document.hidden) {
        const edits = differing(sent, without((await fetched()).body));
        for (const put of edits.map(placed)) put();
        close();
        await new Promise((seen) => { requestAnimationFrame(() => setTimeout(seen)); });
      }
    } catch { /* the page has gone, or the server has: the reload says so */ }
    location.reload();
  };
  const alike = (one, other) => one.cloneNode().isEqualNode(other.cloneNode());
  /* The smallest parts that differ: below which node, at which place, which children have gone and which have come. */
  const differing = (old, fresh, path = []) => {
    if (old.isEqualNode(fresh) || old.localName === "script") return [];
    const before = [...old.childNodes], after = [...fresh.childNodes];
    const shared = (one, other) => {
      const end = one.findIndex((node, at) => !other[at] || !node.isEqualNode(other[at]));
      return end < 0 ? one.length : end;
    };
    const first = shared(before, after);
    const last = shared(before.slice(first).reverse(), after.slice(first).reverse());
    const gone = before.slice(first, before.length - last), come = after.slice(first, after.length - last);
    if (gone.length === come.length && gone.every((node, at) => node.nodeType === 1 && alike(node, come[at])))
      return gone.flatMap((node, at) => differing(node, come[at], [...path, first + at]));
    return [{ old, path, first, gone, come }];
  };
  const placed = ({ old, path, first, gone, come }) => {
    const parent = path.reduce((node, step) => node && node.childNodes[step], document.body);
    const there = parent ? [...parent.childNodes] : [];
    const untouched = there.length === old.childNodes.length && gone.every((node, at) => node.isEqualNode(there[first + at]));
    return () => {
      if (!untouched) return;
      const next = there[first + gone.length] || null;
      for (const node of there.slice(first, first + gone.length)) node.remove();
      for (const node of come) parent.insertBefore(document.adoptNode(node), next);
    };
  };

  /* Stylesheets carry a digest in their names, so the new names are read from the new page. */
  const sheets = (page) => [...page.querySelectorAll("link[rel~=stylesheet]")];
  const swapStyles = async (next) => {
    try {
      const fresh = sheets(await fetched());
      const old = sheets(document);
      if (fresh.length !== old.length) throw new Error("another page");
      await Promise.all(old.map((link, at) => swapped(link, fresh[at].getAttribute("href"))));
      site = next;
      document.documentElement.dispatchEvent(new CustomEvent("ichsite:css", { bubbles: true }));
    } catch {
      location.reload();
    }
  };
  /* The old sheet stays until the new one is there: the page is never seen without style. */
  const swapped = (link, href) => new Promise((done, failed) => {
    if (link.getAttribute("href") === href) { done(); return; }
    const fresh = link.cloneNode();
    fresh.addEventListener("load", () => { link.remove(); done(); });
    fresh.addEventListener("error", () => { fresh.remove(); failed(new Error("no stylesheet")); });
    fresh.setAttribute("href", href);
    link.after(fresh);
  });

  const STYLE = `
    :host { all: initial; }
    .shade { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; background: rgba(20, 20, 22, .72);
      font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1c1c1e; }
    .sheet { box-sizing: border-box; max-width: 60rem; margin: 4vh auto; padding: 1.25rem 1.5rem; background: #fffdf8;
      border-top: .4rem solid #b3261e; border-radius: .5rem; }
    .top { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
    h1 { margin: 0; font-size: 1.25rem; color: #8c1d18; }
    h1:focus { outline: none; }
    p { margin: .25rem 0; }
    button { flex: none; min-height: 2.75rem; padding: 0 1rem; font: inherit; color: #1c1c1e; background: #fff;
      border: 1px solid #6b6b70; border-radius: .375rem; cursor: pointer; }
    button:focus-visible { outline: 3px solid #1a56c4; outline-offset: 2px; }
    ol { margin: 1rem 0 0; padding: 0; list-style: none; }
    li { padding: .75rem 0; border-top: 1px solid #ddd8cc; overflow-wrap: anywhere; }
    code, pre { font: .875rem/1.6 ui-monospace, "Cascadia Mono", Menlo, "Noto Sans Mono CJK SC", monospace; }
    pre { margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; background: #f1ece0; border-radius: .25rem; }
    .place { font-weight: 600; }
    .error { color: #8c1d18; } .warning { color: #7a4b00; }
    .line { color: #5b5b60; user-select: none; }
    mark { color: #8c1d18; background: #ffd9d4; text-decoration: underline wavy; }
    .message, .help { white-space: pre-wrap; }
    @media print { .shade { display: none; } }`;
  let host = null, before = null;

  const made = (name, classes, ...inside) => {
    const element = document.createElement(name);
    if (classes) element.className = classes;
    element.append(...inside); // strings become text nodes
    return element;
  };
  const excerpt = (one) => made("pre", "", made("span", "line", `${one.line} | `), one.before, made("mark", "", one.marked), one.after);
  const finding = (one) => {
    const head = made("p", "", made("code", "place", one.place), " ", made("code", one.severity, `${one.severity_word}[${one.code}]`));
    const item = made("li", "", head);
    if (one.excerpt) item.append(excerpt(one.excerpt));
    item.append(made("p", "message", one.message));
    if (one.help) item.append(made("p", "help", made("strong", "", `${one.help_word}: `), one.help));
    for (const other of one.related) item.append(made("p", "", made("code", "", other.place), " ", other.note));
    return item;
  };

  const show = (fault) => {
    const was = host ? before : document.activeElement;
    if (host) host.remove();
    before = was;
    host = made("ichsite-fault");
    host.lang = fault.language;
    const root = host.attachShadow({ mode: "open" });
    // a sheet made by script is no inline style: a page's own policy allows it
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    const title = made("h1", "", fault.title);
    title.id = "title";
    title.tabIndex = -1;
    const button = made("button", "", fault.close);
    button.type = "button";
    button.addEventListener("click", close);
    const list = made("ol", "", ...fault.findings.map(finding));
    const sheet = made("div", "sheet", made("div", "top", title, button), made("p", "", fault.beneath), list);
    if (fault.more) sheet.append(made("p", "", fault.more));
    const shade = made("div", "shade", sheet);
    shade.setAttribute("role", "alert");
    shade.setAttribute("aria-labelledby", "title");
    root.append(shade);
    document.documentElement.append(host);
    title.focus({ preventScroll: true });
  };
  const close = () => {
    if (!host) return;
    host.remove();
    host = null;
    if (before && before.isConnected && before.focus) before.focus({ preventScroll: true });
  };
  addEventListener("keydown", (event) => { if (event.key === "Escape" && host) { event.stopPropagation(); close(); } }, true);
})();
