// What texts made from reports do in the browser: a source is opened, a text copied, stopped or put
// away, sentences are picked for a speech. page.js has what all tabs share; nothing is stored.
(() => {
  const { copy, follow, reveal } = window.fazhi;

  const markOpened = (element, opened) => {
    for (const button of element.querySelectorAll("[data-open]"))
      button.setAttribute("aria-current", String(button.dataset.open === opened));
  };

  // `pane` is where its sources open.
  const composed = (pane) => (element, trigger, watch) => {
    let opened = null;
    let stopped = null; // which text was stopped
    const stop = () => trigger("stop", { index: 0, value: "" });
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const { act, open } = button.dataset;
      if (act === "copy") copy(button);
      else if (act === "stop") {
        stopped = element.querySelector(".composed").dataset.text;
        stop();
      } else if (act === "close") trigger("clear", { index: 0, value: "" });
      else if (open !== undefined) {
        follow(button);
        const marked = document.querySelector(`${pane} mark`);
        if (opened === open && marked) reveal(document.querySelector(`${pane} .pane`));
        else trigger("select", { index: 0, value: open });
        opened = open;
        markOpened(element, opened);
      }
    });
    watch("value", () => {
      opened = null;
      // What was on its way when it was stopped may arrive after the end, and cover it.
      if (element.querySelector(".composed[aria-busy=true]")?.dataset.text === stopped) stop();
      const calmly = fazhi.calm() ? "auto" : "smooth";
      if (element.querySelector(".composed")) element.scrollIntoView({ block: "nearest", behavior: calmly });
    });
  };

  const asking = (element, trigger) =>
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      trigger("submit", { index: 0, value: event.target.querySelector("input").value });
    });

  // How many are picked stands on their tab.
  const pickcount = (element, _trigger, watch) => {
    const show = () => {
      const { style } = document.documentElement;
      const count = element.querySelector("[data-count]")?.dataset.count;
      if (count) style.setProperty("--picks", `"${Number(count)}"`);
      else style.removeProperty("--picks");
    };
    watch("value", show);
    show();
  };

  const picked = (element, trigger) => {
    asking(element, trigger);
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const { act, place, open } = button.dataset;
      if (act === "unpick") trigger("delete", { index: Number(place), value: "" });
      else if (act === "clear") trigger("clear", { index: 0, value: "" });
      else if (open !== undefined) {
        follow(button);
        trigger("select", { index: 0, value: open });
        markOpened(element, open);
      }
    });
  };

  Object.assign(window.fazhi, {
    digest: composed("#report"),
    drafted: composed("#proof"),
    explained: composed("#quizproof"),
    explaining: asking,
    pickcount,
    picked,
  });
})();
