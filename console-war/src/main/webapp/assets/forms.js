"use strict";
// A form goes out once; one that says data-automatic goes out by itself, as soon as somebody looks at it.
// Whoever has to correct a field starts in it.
{
  const whenSeen = (action) => {
    if (document.visibilityState === "visible") {
      action();
    } else {
      document.addEventListener("visibilitychange", () => whenSeen(action), { once: true });
    }
  };

  document.querySelector("[aria-invalid=true]")?.focus();

  for (const form of document.forms) {
    const progress = form.querySelector("[role=status]");
    form.addEventListener("submit", (event) => {
      if (form.ariaBusy === "true") {
        event.preventDefault();
        return;
      }
      form.ariaBusy = "true";
      progress.textContent = form.dataset.progress;
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) {
        form.ariaBusy = "false";
        progress.textContent = "";
      }
    });
    if (form.dataset.automatic === "true") {
      whenSeen(() => form.requestSubmit(form.querySelector("[type=submit]")));
    }
  }
}
