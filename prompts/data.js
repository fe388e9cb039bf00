// What the data tab does in the browser: forms and rows become Gradio events, and a figure that was
// opened is marked. page.js has what all tabs share; nothing is stored and nothing is fetched but
// the file that someone asked for.
(() => {
  const { follow, reveal, goBack } = window.fazhi;
  const PAUSE = 300; // milliseconds after the last letter

  const values = (form) => JSON.stringify(Object.fromEntries(new FormData(form)));

  // Letters are waited for; a choice, Enter and 清除 are taken at once.
  const form = (element, trigger, watch) => {
    let sent = null;
    let waiting = 0;
    const send = () => {
      clearTimeout(waiting);
      const now = element.querySelector("form");
      if (!now || values(now) === sent) return;
      sent = values(now);
      trigger("submit", { index: 0, value: sent });
    };
    element.addEventListener("input", (event) => {
      clearTimeout(waiting);
      // Half a name of a place is no place: its field is taken when it is left.
      if (event.target.getAttribute("list") === null) waiting = setTimeout(send, PAUSE);
    });
    element.addEventListener("change", send);
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      send();
    });
    element.addEventListener("reset", () => setTimeout(send));
    watch("value", () => {
      const now = element.querySelector("form");
      sent = now && values(now);
    });
  };

  const markOpened = () => {
    const opened = document.querySelector("#proof [data-open]")?.dataset.open;
    for (const part of document.querySelectorAll("#rows tr[data-entry], #compared [data-entry]")) {
      const is = part.dataset.entry === opened;
      if (is) part.setAttribute("aria-current", "true");
      else part.removeAttribute("aria-current");
    }
  };

  const showProof = () => reveal(document.querySelector("#proof .pane"));

  const opens = (element, trigger) =>
    element.addEventListener("click", (event) => {
      const part = event.target.closest("[data-entry]");
      if (event.target.closest("[data-act=pick]")) return;
      if (!part || String(getSelection())) return;
      follow(part.querySelector("button") ?? part);
      const { entry } = part.dataset;
      const shown = document.querySelector("#proof [data-open]")?.dataset.open;
      if (shown === entry) showProof();
      else trigger("select", { index: 0, value: entry });
    });

  const rows = (element, trigger, watch) => {
    opens(element, trigger);
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (button?.dataset.act === "page") trigger("submit", { index: Number(button.dataset.page), value: "" });
      if (button?.dataset.act === "pick") {
        const on = button.ariaPressed !== "true";
        button.ariaPressed = String(on);
        button.textContent = on ? button.dataset.on : button.dataset.off;
        trigger("like", { index: 0, value: button.dataset.pick, liked: on });
      }
    });
    watch("value", () => {
      const list = element.querySelector(".scroll");
      if (list) list.scrollTop = 0;
      markOpened();
    });
  };

  const choices = (element, trigger) =>
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act=group]");
      if (button) trigger("select", { index: 0, value: button.dataset.group });
    });

  const compared = (element, trigger, watch) => {
    opens(element, trigger);
    watch("value", markOpened);
  };

  const proof = (element, _trigger, watch) => {
    element.addEventListener("click", (event) => {
      if (event.target.closest("[data-act=back]")) goBack();
    });
    watch("value", () => {
      markOpened();
      showProof();
    });
  };

  const fetch = (file) => {
    if (!file?.url) return;
    const link = Object.assign(document.createElement("a"), { href: file.url, download: file.orig_name ?? "" });
    document.body.append(link);
    link.click();
    link.remove();
  };

  Object.assign(window.fazhi, { filters: form, comparing: form, rows, choices, compared, proof, fetch });
})();
