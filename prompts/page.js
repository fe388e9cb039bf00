// What the page does in the browser: turn clicks on our own markup into Gradio events, and keep the
// cited words and the newest answer in view. Nothing is stored and nothing is fetched.
window.fazhi = (() => {
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => matchMedia("(max-width: 900px)").matches;
  const turnOf = (node) => Number(node.closest("[data-turn]")?.dataset.turn);
  let following = false; // a reader who asked for a source on a narrow screen is taken to it
  let asked = null; // the button they asked with, to which they are taken back

  const copy = async (button) => {
    const text = button.dataset.text;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Browsers offer the clipboard only over https and on this machine itself.
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1600);
  };

  // The pane scrolls, not the window: the question stays where it is.
  const reveal = () => {
    const pane = document.querySelector("#source .pane");
    if (!pane) return;
    const mark = pane.querySelector("mark");
    const above = mark ? mark.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
    const top = mark ? pane.scrollTop + above - pane.clientHeight / 3 : 0;
    pane.scrollTo({ top, behavior: calm() ? "auto" : "smooth" });
    if (following && narrow()) {
      pane.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
      pane.querySelector(".back")?.focus({ preventScroll: true });
    }
    following = false;
  };

  const markOpened = () => {
    const opened = document.querySelector("#source [data-open]")?.dataset.open;
    for (const button of document.querySelectorAll("#talk [data-act=cite]")) {
      const is = `${turnOf(button)}-${button.dataset.citation}` === opened;
      button.setAttribute("aria-current", String(is));
    }
  };

  const talk = (element, trigger, watch) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (!button) return;
      const turn = turnOf(button);
      const busy = element.querySelector("[aria-busy=true]");
      const { act, citation, text } = button.dataset;
      if (act === "copy") copy(button);
      else if (act === "cite") {
        following = true;
        asked = button;
        const shown = document.querySelector(`#source [data-open="${turn}-${citation}"]`);
        if (shown) reveal();
        else trigger("select", { index: [turn, Number(citation)], value: "" });
      } else if (busy) return;
      else if (act === "example") trigger("example_select", { index: Number(button.dataset.index), value: text });
      else if (act === "retry") trigger("retry", { index: turn, value: "" });
      else trigger("like", { index: turn, value: "", liked: act === "like" });
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      trigger("submit", { index: turnOf(event.target), value: event.target.querySelector("textarea").value });
    });
    // The newest question stays at the top until its reader scrolls away from it.
    let turns = 0;
    let left = false;
    for (const kind of ["wheel", "touchmove", "keydown"])
      element.addEventListener(kind, () => (left = true), { passive: true });
    watch("value", () => {
      const list = element.querySelector(".talk");
      const now = list?.children.length ?? 0;
      if (now !== turns) left = false;
      turns = now;
      if (list && !left) list.scrollTop += list.lastElementChild.getBoundingClientRect().top - list.getBoundingClientRect().top - 20;
      markOpened();
    });
  };

  const source = (element, _trigger, watch) => {
    element.addEventListener("click", (event) => {
      if (!event.target.closest("[data-act=back]")) return;
      const drawn = asked?.isConnected && asked.ariaCurrent === "true";
      const from = drawn ? asked : document.querySelector("#talk .citation[aria-current=true]");
      from?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
      from?.focus({ preventScroll: true });
    });
    watch("value", () => {
      markOpened();
      reveal();
    });
  };

  const shelf = (element, trigger, watch) => {
    const filter = () => {
      const field = element.querySelector(".filter");
      if (!field) return;
      const wanted = field.value.trim().toLowerCase();
      const items = [...element.querySelectorAll("li")];
      for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
      element.querySelector(".none").hidden = items.some((item) => !item.hidden);
    };
    element.addEventListener("input", filter);
    watch("value", filter);
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act=report]");
      if (button) trigger("select", { index: 0, value: button.dataset.report });
    });
  };

  // A file too large is turned away with a sentence before it travels.
  const hint = (element) => {
    const { limitMb, tooLarge } = element.firstElementChild.dataset;
    document.addEventListener(
      "change",
      (event) => {
        const { files } = event.target;
        if (!files || [...files].every((file) => file.size <= limitMb * 2 ** 20)) return;
        event.stopImmediatePropagation();
        event.target.value = "";
        const words = Object.assign(document.createElement("p"), { className: "sentence", role: "alert" });
        words.textContent = tooLarge;
        document.querySelector("#outcome .html-container > div").replaceChildren(words);
      },
      true,
    );
  };

  const report = (element, _trigger, watch) => {
    element.addEventListener("click", (event) => {
      const act = event.target.closest("button[data-act]")?.dataset.act;
      if (act !== "open" && act !== "close") return;
      for (const part of element.querySelectorAll("details")) part.open = act === "open";
    });
    let shown = null;
    watch("value", () => {
      const now = element.querySelector("[data-report]")?.dataset.report ?? null;
      if (now === shown) return;
      shown = now;
      for (const part of element.querySelectorAll("details")) part.open = false;
      element.querySelector(".pane").scrollTop = 0;
      if (now && narrow()) element.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
    });
  };

  // Screen readers and the choice of Chinese glyphs go by the language of the page.
  const chinese = () => {
    if (document.documentElement.lang !== "zh-CN") document.documentElement.lang = "zh-CN";
  };
  new MutationObserver(chinese).observe(document.documentElement, { attributeFilter: ["lang"] });
  chinese();

  return { talk, source, shelf, hint, report };
})();
