"use strict";
// A field says at itself what the browser finds wrong with it, as soon as it is left; and lists are ordered by dragging.
for (const input of document.querySelectorAll("form.checked :is(input, select, textarea)")) {
  const complaint = document.getElementById(`${input.id}-complaint`);
  const tell = () => {
    complaint.textContent = input.validity.valid ? "" : input.validationMessage;
    input.ariaInvalid = String(!input.validity.valid);
  };
  if (complaint) {
    // later, so that a button that is being clicked does not move away
    input.addEventListener("change", () => setTimeout(tell, 300));
    input.addEventListener("invalid", tell);
  }
}
document.querySelector("form.checked [aria-invalid=true]")?.focus();

// The enter key presses the button beside a search field, else the form's own, whichever comes first
for (const input of document.querySelectorAll("form.checked input:not([type=submit], [type=checkbox])")) {
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      (input.closest(".filter")?.querySelector("[type=submit]") ?? input.form.querySelector(".main-act")).click();
    }
  });
}

{
  let dragged = null;
  const among = (list, y) => [...list.children].find((row) => {
    const box = row.getBoundingClientRect();
    return row !== dragged && y < box.top + box.height / 2;
  });
  for (const list of document.querySelectorAll("[data-ordered]")) {
    list.addEventListener("dragstart", (event) => {
      if (event.target.parentElement === list) {
        dragged = event.target;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", dragged.id);
        event.stopPropagation();
      }
    });
    list.addEventListener("dragover", (event) => {
      if (dragged?.parentElement === list) {
        event.preventDefault();
        list.insertBefore(dragged, among(list, event.clientY) ?? null);
      }
    });
    list.addEventListener("drop", (event) => {
      if (dragged?.parentElement === list) {
        event.preventDefault();
        event.stopPropagation();
        const button = [...dragged.querySelectorAll("button[data-move]")].find((each) => each.closest("[draggable]") === dragged);
        button.value = `${button.dataset.move} ${[...list.children].indexOf(dragged) + 1}`;
        button.disabled = false;
        button.form.requestSubmit(button);
      }
    });
    list.addEventListener("dragend", () => { dragged = null; });
  }
}
