// What the training tab does in the browser: forms become Gradio events, the keyboard reaches
// everything, and the source that was opened is marked. Nothing is stored.
(() => {
  const { narrow, follow, reveal, goBack } = window.fazhi;
  let acted = false; // the page shows what someone did, not what it began with

  const fields = (form) => {
    const said = Object.fromEntries(new FormData(form));
    const topics = [...form.querySelectorAll("[type=checkbox][name=topic]")];
    if (topics.length) said.topic = topics.filter((box) => box.checked).map((box) => box.value);
    return said;
  };

  const places = (form) => {
    const picked = [...form.querySelectorAll("[name=choice]:checked, [name=pair]")];
    const moved = [...form.querySelectorAll(".qz-order li")];
    return moved.length ? moved.map((row) => Number(row.dataset.place)) : picked.map((one) => Number(one.value));
  };

  const quiz = (element, trigger, watch) => {
    let sitting = null;
    let waiting = false;
    const send = (said) => {
      if (waiting) return;
      waiting = acted = true;
      for (const button of element.querySelectorAll("button")) button.disabled = true;
      trigger("submit", { index: 0, value: JSON.stringify(said) });
    };
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      const { act } = form.dataset;
      if (act !== "answer") return send({ act, ...fields(form) });
      sitting = form.dataset.sitting;
      const text = form.querySelector("[name=text]")?.value ?? "";
      return send({ act, sitting, position: form.dataset.position, text, places: places(form) });
    });
    element.addEventListener("click", (event) => {
      const move = event.target.closest("[data-move]");
      if (move) {
        const row = move.closest("li");
        const other = move.dataset.move < 0 ? row.previousElementSibling : row.nextElementSibling;
        if (other) other[move.dataset.move < 0 ? "before" : "after"](row);
        move.focus();
        return;
      }
      const button = event.target.closest("button[data-act]");
      if (button) send({ act: button.dataset.act, sitting });
    });
    document.addEventListener("keydown", (event) => {
      const form = element.querySelector(".qz-task");
      if (!form || event.ctrlKey || event.altKey || event.metaKey || !element.offsetParent) return;
      if (event.target.closest("input:not([type=radio]), textarea, select")) return;
      const choice = form.querySelectorAll("[name=choice]")[Number(event.key) - 1];
      if (!choice) return;
      choice.checked = true;
      choice.focus();
    });
    opens(element, trigger);
    watch("value", () => {
      waiting = false;
      const first = element.querySelector("[data-focus]");
      if (acted) first?.focus({ preventScroll: !narrow() });
      if (acted && narrow()) element.scrollIntoView({ block: "start" });
    });
  };

  const opens = (element, trigger) =>
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-open]");
      if (!button) return;
      follow(button);
      trigger("select", { index: 0, value: button.dataset.open });
    });

  const quizform = (element, trigger) =>
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      trigger("submit", { index: 0, value: JSON.stringify(fields(event.target)) });
    });

  const quizproof = (element, _trigger, watch) => {
    element.addEventListener("click", (event) => {
      if (event.target.closest("[data-act=back]")) goBack();
    });
    watch("value", () => reveal(element.querySelector(".pane")));
  };

  Object.assign(window.fazhi, { quiz, quizterms: opens, quizprogress: opens, quizform, quizproof });
})();
