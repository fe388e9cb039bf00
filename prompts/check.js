// What the tab 核稿 does in the browser: claims and corrections become Gradio events, and verdicts are
// shown or dimmed. page.js has what all tabs share; nothing is stored and nothing is fetched.
(() => {
  const { narrow, calm, reveal, goBack } = window.fazhi;
  let asked = null; // the number of the claim whose card was asked for
  let show = "";

  const claimOf = (number) => document.querySelector(`#checked [data-claim="${number}"]`);

  const filter = () => {
    const text = document.querySelector("#checked .ck-text");
    if (!text) return;
    text.dataset.show = show;
    for (const button of document.querySelectorAll("#checked .ck-total"))
      button.setAttribute("aria-pressed", String(button.dataset.verdict === show));
    for (const claim of text.querySelectorAll(".ck-claim"))
      claim.classList.toggle("dimmed", show !== "" && !claim.classList.contains(show));
  };

  const markOpened = () => {
    const opened = document.querySelector("#checkproof [data-open]")?.dataset.open;
    for (const claim of document.querySelectorAll("#checked .ck-claim")) {
      if (claim.dataset.claim === opened) claim.setAttribute("aria-current", "true");
      else claim.removeAttribute("aria-current");
    }
  };

  const checked = (element, trigger, watch) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (!button) return;
      const { act, claim, verdict } = button.dataset;
      if (act === "claim") {
        asked = claim;
        trigger("select", { index: 0, value: claim });
      } else if (act === "filter") {
        show = show === verdict ? "" : verdict;
        filter();
        document.querySelector("#checked .ck-claim:not(.dimmed)")?.scrollIntoView({ block: "nearest" });
      }
    });
    watch("value", () => {
      if (!element.querySelector(`.ck-total[data-verdict="${show}"]`)) show = "";
      filter();
      markOpened();
    });
  };

  const checkproof = (element, trigger, watch) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (!button) return;
      const { act, claim } = button.dataset;
      if (act === "accept" || act === "undo") trigger("submit", { index: Number(claim), value: act });
      else if (act === "back") {
        goBack(claimOf(asked));
      }
    });
    watch("value", () => {
      markOpened();
      reveal(element.querySelector(".pane"));
      if (narrow() && asked !== null && element.querySelector(".ck-card"))
        element.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    });
  };

  Object.assign(window.fazhi, { checked, checkproof });
})();
