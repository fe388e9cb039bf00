// What the page does in the browser: turn clicks on our own markup into Gradio events, and keep the
// cited words and the newest answer in view. Nothing is stored and nothing is fetched.
window.fazhi = (() => {
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => matchMedia("(max-width: 900px)").matches;
  const turnOf = (node) => Number(node.closest("[data-turn]")?.dataset.turn);
  let following = false; // a reader who asked for a source on a narrow screen is taken to it
  let asked = null; // the button they asked with, to which they are taken back
  const follow = (button) => {
    following = true;
    asked = button;
  };

  // What a button did stands on it for a moment.
  const tell = (button) => {
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1600);
  };

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
    tell(button);
  };

  // The pane scrolls, not the window: what was clicked stays where it is. On a narrow screen, where
  // the pane lies below, a reader who asked for it is taken there.
  const reveal = (pane) => {
    if (!pane) return;
    const behavior = calm() ? "auto" : "smooth";
    const mark = pane.querySelector("mark");
    const above = mark ? mark.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
    pane.scrollTo({ top: mark ? pane.scrollTop + above - pane.clientHeight / 3 : 0, behavior });
    const taken = following && narrow();
    following = false;
    if (!taken) return;
    const back = pane.querySelector(".back");
    if (!back) return mark?.scrollIntoView({ block: "center", behavior });
    pane.scrollIntoView({ block: "start", behavior });
    back.focus({ preventScroll: true });
  };

  // The way back from a source to the button that asked for it.
  const goBack = (button = asked) => {
    button?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    button?.focus({ preventScroll: true });
  };

  const showSource = () => reveal(document.querySelector("#source .pane"));

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
      else if (act === "pick") {
        trigger("apply", { index: turn, value: "" });
        tell(button);
      } else if (act === "cite") {
        follow(button);
        const shown = document.querySelector(`#source [data-open="${turn}-${citation}"]`);
        if (shown) showSource();
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
      goBack(from);
    });
    watch("value", () => {
      markOpened();
      showSource();
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

  const report = (element, trigger, watch) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      const act = button?.dataset.act;
      if (act === "digest")
        trigger("submit", { index: Number(button.dataset.section ?? -1), value: element.querySelector("[data-report]").dataset.report });
      if (act !== "open" && act !== "close") return;
      for (const part of element.querySelectorAll("details")) part.open = act === "open";
    });
    let shown = null;
    watch("value", () => {
      const now = element.querySelector("[data-report]")?.dataset.report ?? null;
      if (element.querySelector("mark")) reveal(element.querySelector(".pane"));
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

  return { talk, source, shelf, hint, report, calm, narrow, copy, follow, reveal, goBack };
})();
