// Bewaart elk antwoord zodra het gegeven is. Zonder dit script bewaart de knop onderaan.
"use strict";
(function () {
  const form = document.getElementById("lezing");
  const state = document.getElementById("bewaard");
  if (!form || !window.fetch) return;
  const base = form.querySelector("input[name=entry]").value;
  const queue = [];
  let number = 0;
  let isBusy = false;

  function say(text, failed) {
    state.textContent = text;
    state.classList.toggle("failed", failed);
  }

  // Eén tegelijk en in volgorde; wat niet aankomt gaat opnieuw, onder dezelfde naam.
  async function send() {
    if (isBusy || queue.length === 0) return;
    isBusy = true;
    const next = queue[0];
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: next.body, cache: "no-store", credentials: "omit",
      });
      if (answer.status !== 204 && answer.status !== 422) throw new Error();
      queue.shift();
      if (answer.status === 204) say(form.dataset.kept, false);
      if (next.decides && queue.length === 0) {
        location.replace(location.pathname + "#" + next.item);
        location.reload();
        return;
      }
    } catch (error) {
      say(form.dataset.failed, true);
      isBusy = false;
      setTimeout(send, 2000);
      return;
    }
    isBusy = false;
    send();
  }

  form.addEventListener("input", function (event) {
    // Wie de schuif verzet, kiest de plek.
    if (event.target.type !== "range") return;
    event.target.classList.remove("unset");
    const field = event.target.closest("fieldset");
    field.querySelector("input[value=place]").checked = true;
  });

  form.addEventListener("change", function (event) {
    const field = event.target.closest("fieldset");
    if (!field) return;
    const body = new URLSearchParams();
    for (const part of field.querySelectorAll("input")) {
      if (!part.name) continue;
      if ((part.type === "radio" || part.type === "checkbox") && !part.checked) continue;
      body.append(part.name, part.value);
    }
    number += 1;
    body.append("entry", base + "-" + number);
    body.append("quiet", "yes");
    queue.push({ body: body, item: field.dataset.item, decides: "decides" in field.dataset });
    send();
  });

  // Wie weggaat terwijl er nog iets onderweg is, hoort het.
  window.addEventListener("beforeunload", function (event) {
    if (queue.length > 0) event.preventDefault();
  });
})();
